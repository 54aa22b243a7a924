// Where an adjudicated mark comes from, as the member `galley:adjudication` of its annotation.

import ArticleModel
import LosslessJSON

extension AdjudicationRecord {
  /// Reads a decision; nil when it is of a form that this version does not know.
  init?(_ node: JSONNode) {
    guard let choice = node["galley:choice"]?.string.flatMap(Choice.init) else { return nil }
    let sources = node["galley:from"]?.listed.compactMap { Source($0) } ?? []
    self.init(
      choice, of: sources, by: node["creator"].flatMap { Creator($0) },
      at: node["created"]?.string.map { Timestamp($0) })
  }

  /// The decision as a member of an annotation.
  var json: JSONValue {
    var object: JSONObject = ["galley:choice": .string(choice.rawValue)]
    object.append("creator", by?.json)
    object.append("created", at.map { .string($0.description) })
    object.append("galley:from", .array(sources.map(\.json)))
    return .object(object)
  }
}

extension AdjudicationRecord.Source {
  fileprivate init?(_ node: JSONNode) {
    guard let id = node["id"]?.string, let sidecar = node["galley:sidecar"]?.string else {
      return nil
    }
    self.init(
      id: AnnotationID(id), sidecar: sidecar, creator: node["creator"].flatMap { Creator($0) },
      words: node["galley:words"]?.string, said: node["galley:said"]?.string)
  }

  fileprivate var json: JSONValue {
    var object: JSONObject = ["id": .string(id.description), "galley:sidecar": .string(sidecar)]
    object.append("creator", creator?.json)
    object.append("galley:words", words.map(JSONValue.string))
    object.append("galley:said", said.map(JSONValue.string))
    return .object(object)
  }
}
