// Words of which one in the other's place makes another statement: opposites, persons left open, units. Each
// language's folder lists its own.

/// Sorts of words by which an exchange is told.
public struct ExchangedWords: Sendable {
  /// For each word the number of its pair, and on which side of it the word is: "rose", "fell".
  private let sides: [String: [(pair: Int, isFirst: Bool)]]
  /// Pronouns for nobody and anybody in particular: "somebody", "everybody".
  public let indefinites: Set<String>
  /// Units of time and measure, each with the form that it is compared by: "years", "year".
  public let units: [String: String]

  /// - Parameter opposites: a pair to a line, with all forms of one word, a bar, and those of the other.
  /// - Parameter units: the forms of one unit to a line.
  init(opposites: String = "", indefinites: String = "", units: String = "") {
    var sides: [String: [(pair: Int, isFirst: Bool)]] = [:]
    for (pair, line) in opposites.split(separator: "\n").enumerated() {
      for (side, forms) in line.split(separator: "|").enumerated() {
        for form in SpokenWords.words(String(forms)) {
          sides[form, default: []].append((pair, side == 0))
        }
      }
    }
    self.sides = sides
    self.indefinites = SpokenWords.words(indefinites)
    self.units = SpokenWords.lines(units).reduce(into: [:]) { all, forms in
      for form in forms { all[form] = forms.first }
    }
  }

  /// Whether one word is the opposite of the other.
  public func areOpposites(_ a: String, _ b: String) -> Bool {
    guard let first = sides[a], let second = sides[b] else { return false }
    return first.contains { one in
      second.contains { $0.pair == one.pair && $0.isFirst != one.isFirst }
    }
  }
}
