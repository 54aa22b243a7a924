// The record of a confirmation, as the member `galley:confirmation` of a target.

import ArticleModel
import LosslessJSON

extension Confirmation {
  /// Reads a record; nil without the words that were confirmed.
  package init?(_ node: JSONNode) {
    guard let words = node["galley:words"]?.string else { return nil }
    self.init(
      words: words, prefix: node["prefix"]?.string ?? "", suffix: node["suffix"]?.string ?? "",
      textDigest: node["galley:textSha256"]?.string.flatMap { Digest(hexadecimal: $0) },
      by: node["creator"].flatMap { Creator($0) },
      at: node["created"]?.string.map { Timestamp($0) })
  }

  /// The record as a member of a target.
  package var json: JSONValue {
    var object: JSONObject = ["galley:words": .string(words)]
    object.append("prefix", prefix.isEmpty ? nil : .string(prefix))
    object.append("suffix", suffix.isEmpty ? nil : .string(suffix))
    object.append("galley:textSha256", textDigest.map { .string($0.description) })
    object.append("creator", creator?.json)
    object.append("created", created.map { .string($0.description) })
    return .object(object)
  }
}
