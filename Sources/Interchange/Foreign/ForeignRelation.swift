// Ties between marks that other programs make: relations of brat, doccano and Label Studio, links of Web
// Annotations. The mark that a relation begins at keeps it.

import ArticleModel
import LosslessJSON

/// A relation from the mark that holds it to another one.
struct ForeignRelation: Hashable {
  /// The format that it comes from.
  var scheme: String
  /// What it is called.
  var type: String
  /// The mark that it leads to.
  var to: AnnotationID
  /// What the two ends are called, where that is not always the same.
  var roles: [String] = []
  /// `left`, `right` or `bi`, where a program says so.
  var direction: String?
  /// What the file calls it, for what else refers to it.
  var name: String?

  init(
    _ scheme: String, _ type: String, to: AnnotationID, roles: [String] = [],
    direction: String? = nil, name: String? = nil
  ) {
    (self.scheme, self.type, self.to) = (scheme, type, to)
    (self.roles, self.direction, self.name) = (roles, direction, name)
  }

  /// The relation that a record keeps; nil when it keeps something else.
  init?(_ record: ForeignRecord) {
    guard let to = record.data?["to"]?.string else { return nil }
    self.init(
      record.scheme, record.type ?? "related", to: AnnotationID(to),
      roles: record.data?["roles"]?.elements.compactMap(\.string) ?? [],
      direction: record.data?["direction"]?.string, name: record.data?["name"]?.string)
  }

  /// The record that keeps it.
  var record: ForeignRecord {
    var data: JSONObject = ["to": .string(to.description)]
    if !roles.isEmpty { data.append("roles", .array(roles.map(JSONValue.string))) }
    data.append("direction", direction.map(JSONValue.string))
    data.append("name", name.map(JSONValue.string))
    return ForeignRecord(scheme: scheme, type: type, data: .object(data))
  }
}

/// What a program says of a mark in a word or two, beside its label: an attribute, a choice. It is among the tags
/// as `question:answer`.
struct ForeignAnswer: Hashable {
  /// The format that it comes from.
  var scheme: String
  /// The tag.
  var tag: String
  /// The sort of it in that format: `attribute`, `choices`.
  var sort: String

  init(_ scheme: String, _ tag: String, sort: String) {
    (self.scheme, self.tag, self.sort) = (scheme, tag, sort)
  }

  init?(_ record: ForeignRecord) {
    guard let tag = record.type, let sort = record.data?["sort"]?.string else { return nil }
    self.init(record.scheme, tag, sort: sort)
  }

  var record: ForeignRecord {
    ForeignRecord(scheme: scheme, type: tag, data: ["sort": .string(sort)])
  }

  /// What was asked, and what was answered; nil for an answer that is there or not.
  var parts: (question: String, answer: String?) {
    guard let colon = tag.firstIndex(of: ":") else { return (tag, nil) }
    return (String(tag[..<colon]), String(tag[tag.index(after: colon)...]))
  }
}

extension Annotation {
  /// The relations that begin at the mark.
  var relations: [ForeignRelation] { foreign.compactMap { ForeignRelation($0) } }

  /// What was answered of it, as far as it is still among the tags.
  func answers(_ scheme: String, _ sort: String) -> [ForeignAnswer] {
    foreign.compactMap { ForeignAnswer($0) }
      .filter { $0.scheme == scheme && $0.sort == sort && tags.contains($0.tag) }
  }

  /// Adds what a program says, unless it is known.
  mutating func keep(_ record: ForeignRecord) {
    if !foreign.contains(record) { foreign.append(record) }
  }

  /// Adds a tag, and where it comes from.
  mutating func keep(_ answer: ForeignAnswer) {
    if !tags.contains(answer.tag) { tags.append(answer.tag) }
    keep(answer.record)
  }

  /// Takes away what a file says anew: relations to marks in it, and the answers of a format.
  mutating func forgetRelations(to marks: Set<AnnotationID>) {
    foreign.removeAll { record in ForeignRelation(record).map { marks.contains($0.to) } ?? false }
  }
}
