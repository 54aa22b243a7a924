// A pack of terms, from TOML. Documentation/taxonomies.md describes the format.

import ArticleModel

/// Reads packs of terms.
///
/// What cannot be used is reported with its line and left out; the rest of the pack loads.
package struct TaxonomyLoader {
  private let file: String
  private var problems: [ConfigurationProblem] = []
  private var takenKeys: Set<Character> = []

  private init(file: String) { self.file = file }

  /// Reads a pack; nil when the file does not even say which pack it is.
  package static func load(
    _ text: String, file: String
  ) -> (pack: Taxonomy?, problems: [ConfigurationProblem]) {
    var loader = TaxonomyLoader(file: file)
    let pack = loader.pack(text)
    return (pack, loader.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
  }

  /// Reads a pack from a file.
  package static func load(
    path: String
  ) throws(ConfigurationProblem) -> (pack: Taxonomy?, problems: [ConfigurationProblem]) {
    load(try ConfigurationFile.read(path), file: path)
  }

  private mutating func pack(_ text: String) -> Taxonomy? {
    let document = TOMLDocument(text, file: file)
    var fields = TOMLFields(document.entries, file: file)
    let id = identifier(in: &fields)
    let label = fields.string("label")
    let version = fields.string("version", isRequired: true)
    let kind = kind(in: &fields)
    let gutter = gutterLetter(in: &fields) ?? kind.gutterLetter
    let groups = fields.tables("group").compactMap { group($0, gutter: gutter) }
    if fields.problems.isEmpty, groups.isEmpty { fields.report("group", "the pack has no terms") }
    fields.reportUnknownKeys()
    problems += document.problems + fields.problems
    guard let id, !groups.isEmpty else { return nil }
    return Taxonomy(
      id: id, label: label ?? id, version: version ?? "0", kind: kind, groups: groups)
  }

  private mutating func group(_ table: TOMLFields, gutter: Character) -> Taxonomy.Group? {
    var fields = table
    let id = identifier(in: &fields)
    let label = fields.string("label")
    let isExclusive = fields.boolean("exclusive") ?? false
    var terms: [Taxonomy.Term] = []
    for table in fields.tables("term") {
      guard let term = term(table, gutter: gutter) else { continue }
      if terms.contains(where: { $0.id == term.id }) {
        fields.append([ConfigurationProblem(in: file, line: table.line, "“\(term.id)” comes twice")]
        )
      } else {
        terms.append(term)
      }
    }
    fields.reportUnknownKeys()
    problems += fields.problems
    guard let id, !terms.isEmpty else { return nil }
    return Taxonomy.Group(id: id, label: label ?? id, isExclusive: isExclusive, terms: terms)
  }

  private mutating func term(_ table: TOMLFields, gutter: Character) -> Taxonomy.Term? {
    var fields = table
    let id = identifier(in: &fields)
    let label = fields.string("label") ?? id ?? ""
    let definition = fields.string("definition", isRequired: true)
    let example = fields.string("example")
    let parent = fields.string("parent")
    let letter = gutterLetter(in: &fields) ?? gutter
    let key = id == nil ? nil : key(in: &fields, label: label)
    fields.reportUnknownKeys()
    problems += fields.problems
    guard let id, let key else { return nil }
    return Taxonomy.Term(
      id: id, label: label, definition: definition ?? "", example: example ?? "", key: key,
      gutterLetter: letter, parent: parent)
  }

  // MARK: Single fields

  /// An id stands in URIs, so it is made of small letters, digits and hyphens.
  private func identifier(in fields: inout TOMLFields) -> String? {
    guard let id = fields.string("id", isRequired: true) else { return nil }
    let isPlain = id.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    if !id.isEmpty, isPlain { return id }
    fields.report("id", "an id consists of small letters, digits and hyphens, such as loaded-term")
    return nil
  }

  private func kind(in fields: inout TOMLFields) -> AnnotationKind {
    guard let name = fields.string("kind") else { return .tag }
    // What people think of marks has terms of its own.
    let known = AnnotationKind.allCases.filter(\.isMark)
    if let kind = known.first(where: { $0.rawValue == name }) { return kind }
    let kinds = known.map(\.rawValue).joined(separator: ", ")
    fields.report("kind", "there is no kind “\(name)”; the kinds are \(kinds)")
    return .tag
  }

  private func gutterLetter(in fields: inout TOMLFields) -> Character? {
    guard let text = fields.string("gutter") else { return nil }
    if text.count == 1, let letter = text.first, letter.isASCII, !letter.isWhitespace {
      return letter
    }
    fields.report("gutter", "the margin has room for one ASCII letter, not for “\(text)”")
    return nil
  }

  /// The key of a term: its own, or when that is taken or missing, the first free one of its label.
  private mutating func key(in fields: inout TOMLFields, label: String) -> Character? {
    let text = fields.string("key")
    if let text, text.count == 1, let key = text.first, Self.isUsable(key) {
      if takenKeys.insert(key).inserted { return key }
      fields.report("key", "the key \(key) is taken by an earlier term of the pack")
    } else if let text {
      fields.report("key", "a key is one letter or digit, not “\(text)”")
    }
    let candidates = label.lowercased() + "abcdefghijklmnopqrstuvwxyz0123456789"
    let free = candidates.first { Self.isUsable($0) && !takenKeys.contains($0) }
    if let free { takenKeys.insert(free) }
    return free
  }

  private static func isUsable(_ key: Character) -> Bool {
    key.isASCII && (key.isLetter || key.isNumber)
  }
}
