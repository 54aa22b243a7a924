// Where an outlet is at home: what its name and its address say of the country and the division it writes for.

import ArticleModel

/// The country of an outlet, and its division when its name has one: "Texas Tribune".
struct Home {
  private let country: UInt8
  private let division: UInt16

  /// Reads the outlet of an article, then its address; nil when neither says where.
  init?(of metadata: ArticleMetadata, _ gazetteer: Gazetteer) {
    let named = metadata.outlet.flatMap { Self.place(in: $0, gazetteer) }
    if let named {
      (country, division) = (named.country, named.division)
      return
    }
    let address = metadata.canonicalAddress ?? metadata.address
    guard let code = address.flatMap(Self.countryCode), let known = gazetteer.country(of: code)
    else { return nil }
    (country, division) = (known, 0)
  }

  /// The first country, people or division that a name of an outlet holds: "The Irish Times".
  private static func place(in outlet: String, _ gazetteer: Gazetteer) -> GazetteerPlace? {
    for word in outlet.split(separator: " ").prefix(8) where word.utf8.count > 3 {
      let first = gazetteer.candidates(for: NameHash(String(word)).value).first
      guard let place = first.map({ gazetteer.place($0.place) }) else { continue }
      if place.isDivisionOrCountry { return place }
    }
    return nil
  }

  /// The ISO 3166-1 code at the end of the host of an address; nil for domains that anybody may have.
  private static func countryCode(in address: String) -> String? {
    let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    let host = rest.prefix { !"/?#:".contains($0) }.lowercased()
    guard let last = host.split(separator: ".").last, last.utf8.count == 2, host.contains(".")
    else { return nil }
    if everybodys.contains(String(last)) { return nil }
    return last == "uk" ? "GB" : last.uppercased()
  }

  /// Domains of countries that stand for something else.
  private static let everybodys: Set<String> = [
    "ai", "cc", "co", "eu", "fm", "gg", "io", "ly", "me", "su", "to", "tv", "ws",
  ]

  /// How much it says for a place, where 1 is what another place of the article would say.
  func testimony(for place: GazetteerPlace) -> Double {
    guard place.country == country else { return 0 }
    return division != 0 && division == place.division ? 1 : 0.5
  }
}
