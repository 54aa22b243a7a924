// A pack of terms as a table for people, and as JSON for programs.

import ArticleModel
import LosslessJSON
import Screen

extension Taxonomy {
  /// A line a term, group by group.
  var listing: String {
    var lines = ["\(id)  version \(version)  for marks of kind \(kind.rawValue)"]
    for group in groups {
      lines.append("  \(group.label)\(group.isExclusive ? " (one of)" : "")")
      lines += Self.table.lines(
        group.terms.map { [String($0.key), $0.id, $0.definition] })
    }
    return lines.joined(separator: "\n")
  }

  private static let table = TextTable(
    indent: 4, [.left(), .left(least: 26, gap: 1), .left()])

  /// The pack with all that its file says.
  var json: JSONValue {
    [
      "id": .string(id), "label": .string(label), "version": .string(version),
      "kind": .string(kind.rawValue), "groups": .array(groups.map(\.json)),
    ]
  }
}

extension Taxonomy.Group {
  fileprivate var json: JSONValue {
    [
      "id": .string(id), "label": .string(label), "exclusive": .bool(isExclusive),
      "terms": .array(terms.map(\.json)),
    ]
  }
}

extension Taxonomy.Term {
  fileprivate var json: JSONValue {
    var object: JSONObject = [
      "id": .string(id), "label": .string(label), "definition": .string(definition),
    ]
    object.append("example", example.isEmpty ? nil : .string(example))
    object.append("key", .string(String(key)))
    object.append("gutter", .string(String(gutterLetter)))
    object.append("parent", parent.map(JSONValue.string))
    return .object(object)
  }
}
