// The authority of a desk, from TOML: who is who, and what lies where. Documentation/cast.md describes it.

import ArticleModel

/// Reads an authority file. What cannot be used is reported with its line and left out.
package struct AuthorityLoader {
  private let file: String
  private var entries: [(line: Int, entry: Authority.Entry)] = []
  private var problems: [ConfigurationProblem] = []

  private init(file: String) { self.file = file }

  /// Reads the text of a file.
  package static func load(
    _ text: String, file: String
  ) -> (authority: Authority, problems: [ConfigurationProblem]) {
    var loader = AuthorityLoader(file: file)
    loader.read(TOMLDocument(text, file: file))
    let entries = loader.entries.sorted { $0.line < $1.line }.map(\.entry)
    return (Authority(entries), loader.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
  }

  private mutating func read(_ document: TOMLDocument) {
    var fields = TOMLFields(document.entries, file: file)
    for finding in [Correction.Finding.speaker, .place] {
      for var table in fields.tables(finding.rawValue) {
        let entry = finding == .speaker ? speaker(&table) : place(&table)
        if let entry { entries.append((table.line, entry)) }
        table.reportUnknownKeys()
        problems += table.problems
      }
    }
    fields.reportUnknownKeys()
    problems += document.problems + fields.problems
  }

  private func speaker(_ table: inout TOMLFields) -> Authority.Entry? {
    let called = table.string("called", isRequired: true)
    let name = table.string("name")
    let kind = table.string("kind")
    guard let called, !called.isEmpty else { return nil }
    if kind == Self.none {
      return entry(Correction(.rejected, .speaker, of: called, isForDesk: true), &table)
    }
    let known = kind.flatMap(Correction.SpeakerKind.init)
    if kind != nil, known == nil {
      let kinds = Correction.SpeakerKind.allCases.map(\.rawValue) + [Self.none]
      table.report("kind", "“kind” must be one of \(kinds.joined(separator: ", "))")
    }
    guard known != nil || name?.isEmpty == false else {
      if kind == nil { table.report("called", "say its “name”, its “kind”, or both") }
      return nil
    }
    let decision: Correction.Decision = known == nil ? .renamed : .corrected
    return entry(
      Correction(decision, .speaker, of: called, name: name, kind: known, isForDesk: true), &table)
  }

  private func place(_ table: inout TOMLFields) -> Authority.Entry? {
    let called = table.string("called", isRequired: true)
    let name = table.string("name")
    let country = country(&table)
    let latitude = table.number("latitude", in: -90...90)
    let longitude = table.number("longitude", in: -180...180)
    let kind = table.string("kind")
    guard let called, !called.isEmpty else { return nil }
    if kind == Self.none {
      return entry(Correction(.rejected, .place, of: called, isForDesk: true), &table)
    }
    if country == nil, latitude == nil {
      guard let name, !name.isEmpty else {
        table.report("called", "say its “name”, its “country”, or that its “kind” is none")
        return nil
      }
      return entry(Correction(.renamed, .place, of: called, name: name, isForDesk: true), &table)
    }
    let place = Correction.Place(
      name: name ?? called, country: country, latitude: latitude, longitude: longitude)
    return entry(Correction(.corrected, .place, of: called, place: place, isForDesk: true), &table)
  }

  private func country(_ table: inout TOMLFields) -> String? {
    guard let code = table.string("country") else { return nil }
    guard code.count == 2, code.allSatisfy({ $0.isASCII && $0.isUppercase }) else {
      table.report("country", "“country” must be two capital letters, such as GE")
      return nil
    }
    return code
  }

  /// Who said it, when, and the correction that it comes from.
  private func entry(_ says: Correction, _ table: inout TOMLFields) -> Authority.Entry {
    let id = table.string("id") ?? "\(file):\(table.line)"
    return Authority.Entry(
      id: AnnotationID(id), says: says, creator: table.string("by"),
      time: table.string("on").map { Timestamp($0) })
  }

  /// The kind of what is no speaker, or no place.
  static let none = "none"
}
