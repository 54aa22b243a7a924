// A checklist, from TOML. Documentation/checklists.md describes the format.

import ArticleModel

/// Reads checklists.
///
/// What cannot be used is reported with its line and left out; the rest of the list loads.
package struct ChecklistLoader {
  private let file: String
  private var problems: [ConfigurationProblem] = []

  private init(file: String) { self.file = file }

  /// Reads a list; nil when the file does not even say which list it is, or has no items.
  package static func load(
    _ text: String, file: String
  ) -> (list: Checklist?, problems: [ConfigurationProblem]) {
    var loader = ChecklistLoader(file: file)
    let list = loader.list(text)
    return (list, loader.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
  }

  /// Reads a list from a file.
  package static func load(
    path: String
  ) throws(ConfigurationProblem) -> (list: Checklist?, problems: [ConfigurationProblem]) {
    load(try ConfigurationFile.read(path), file: path)
  }

  private mutating func list(_ text: String) -> Checklist? {
    let document = TOMLDocument(text, file: file)
    var fields = TOMLFields(document.entries, file: file)
    let id = Self.identifier(in: &fields)
    let label = fields.string("label")
    let version = fields.string("version") ?? "1.0"
    var items: [Checklist.Item] = []
    for table in fields.tables("item") {
      guard let item = item(table) else { continue }
      if items.contains(where: { $0.id == item.id }) {
        fields.append([ConfigurationProblem(in: file, line: table.line, "“\(item.id)” comes twice")]
        )
      } else {
        items.append(item)
      }
    }
    if fields.problems.isEmpty, problems.isEmpty, items.isEmpty {
      fields.report("item", "the checklist has no items, written [[item]]")
    }
    fields.reportUnknownKeys()
    problems += document.problems + fields.problems
    guard let id, !items.isEmpty else { return nil }
    return Checklist(id: id, label: label ?? id, version: version, items: items)
  }

  private mutating func item(_ table: TOMLFields) -> Checklist.Item? {
    var fields = table
    let id = Self.identifier(in: &fields)
    let label = fields.string("label")
    let explanation = fields.string("explanation")
    let scope = Self.scope(in: &fields)
    fields.reportUnknownKeys()
    problems += fields.problems
    return id.map {
      Checklist.Item(id: $0, label: label ?? $0, explanation: explanation ?? "", scope: scope)
    }
  }

  private static func scope(in fields: inout TOMLFields) -> Checklist.Scope {
    guard let name = fields.string("scope") else { return .article }
    if let scope = Checklist.Scope(rawValue: name) { return scope }
    fields.report("scope", "an item is for the article or for each claim: “article” or “claim”")
    return .article
  }

  /// An id stands in URIs, so it is made of small letters, digits and hyphens.
  private static func identifier(in fields: inout TOMLFields) -> String? {
    guard let id = fields.string("id", isRequired: true) else { return nil }
    let isPlain = id.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    if !id.isEmpty, isPlain { return id }
    fields.report(
      "id", "an id consists of small letters, digits and hyphens, such as right-of-reply")
    return nil
  }
}
