// The members of a mark that this version keeps without knowing what they say.

import ArticleModel
import LosslessJSON
import Sidecars

/// What the text of a mark has beyond what is made of it.
struct UnknownMembers {
  /// Their places, such as `body › dc:date`, and their values as JSON.
  private(set) var all: [(path: String, value: String)] = []

  init(of mark: Annotation) {
    let known = mark.json()
    for member in mark.fullJSON.members where !Self.expected.contains(member.name) {
      compare(member.value, known[member.name], at: member.name)
    }
  }

  /// Members that are written in the way of each program.
  private static let expected: Set<String> = ["type", "motivation", "galley:kind"]

  private mutating func compare(_ value: JSONValue, _ known: JSONValue?, at path: String) {
    if value == known { return }
    guard let known else { return all.append((path, value.compact())) }
    let isList = [value, known].contains { if case .array = $0 { true } else { false } }
    if isList {
      let others = Self.listed(known)
      for element in Self.listed(value) where !others.contains(element) {
        compare(element, others.first { element.isOfSameThing(as: $0) }, at: path)
      }
    } else {
      for member in value.members where member.name != "type" {
        compare(member.value, known[member.name], at: "\(path) › \(member.name)")
      }
    }
  }

  private static func listed(_ value: JSONValue) -> [JSONValue] {
    if case .array(let elements) = value { elements } else { [value] }
  }
}

extension JSONValue {
  /// Whether two elements of a list say something of the same: a source, a text, a selector.
  fileprivate func isOfSameThing(as other: JSONValue) -> Bool {
    ["source", "purpose", "value"].allSatisfy { self[$0] == other[$0] || self[$0] == nil }
      && (self["source"] != nil || self["type"] == other["type"])
  }
}
