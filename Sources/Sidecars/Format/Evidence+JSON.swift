// Evidence as a body of its annotation, with the record of the copy that is kept.

import ArticleModel
import LosslessJSON

extension Evidence {
  /// Reads a body whose purpose is `linking`; nil without an address.
  init?(_ node: JSONNode) {
    guard let url = node["source"]?.string else { return nil }
    self.init(url: url, stance: node["galley:stance"]?.string.flatMap(Evidence.Stance.init))
    archivedURL = node["galley:archived"]?.string
    accessed = node["galley:accessed"]?.string.map { Timestamp($0) }
    passage = node["galley:passage"]?.string
    sourceKind = node["galley:sourceKind"]?.string
    title = node["dc:title"]?.string
    publisher = node["dc:publisher"]?.string
    copy = node["galley:copy"].flatMap { KeptCopy($0) }
    place = node["selector"].flatMap { EvidencePlace($0) }
    speaker = node["galley:speaker"]?.string
    digest = node["schema:sha256"]?.string.flatMap { Digest(hexadecimal: $0) }
    outcome = node["galley:outcome"]?.string
  }

  /// The evidence as a body.
  var json: JSONValue {
    var object: JSONObject = [
      "type": "SpecificResource", "purpose": "linking",
      "source": .string(IRIReference.address(url)),
    ]
    object.append("galley:stance", stance.map { .string($0.rawValue) })
    object.append("galley:archived", archivedURL.map { .string(IRIReference.address($0)) })
    object.append("galley:accessed", accessed.map { .string($0.description) })
    object.append("galley:passage", passage.map(JSONValue.string))
    object.append("galley:sourceKind", sourceKind.map(JSONValue.string))
    object.append("dc:title", title.map(JSONValue.string))
    object.append("dc:publisher", publisher.map(JSONValue.string))
    object.append("galley:copy", copy?.json)
    object.append("selector", place?.json)
    object.append("schema:sha256", digest.map { .string($0.description) })
    object.append("galley:speaker", speaker.map(JSONValue.string))
    object.append("galley:outcome", outcome.map(JSONValue.string))
    return .object(object)
  }

  /// Whether it has members that format 1.0 does not know.
  var needsLaterVersion: Bool {
    title != nil || publisher != nil || copy != nil || place != nil || speaker != nil
      || digest != nil || outcome != nil
  }
}

extension KeptCopy {
  /// Reads the record of a copy; nil without a path, or with one that leads out of the folder of the
  /// sidecar.
  init?(_ node: JSONNode) {
    guard let path = node["galley:path"]?.string, !path.isEmpty, !path.hasPrefix("/"),
      !path.split(separator: "/").contains("..")
    else { return nil }
    self.init(
      path: path, digest: node["schema:sha256"]?.string.flatMap { Digest(hexadecimal: $0) },
      retrieved: node["galley:retrieved"]?.string.map { Timestamp($0) })
  }

  /// The record as a member of its evidence.
  var json: JSONValue {
    var object: JSONObject = ["galley:path": .string(path)]
    object.append("schema:sha256", digest.map { .string($0.description) })
    object.append("galley:retrieved", retrieved.map { .string($0.description) })
    return .object(object)
  }
}
