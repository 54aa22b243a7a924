// What other programs say of a mark, as the sidecar holds it.

import ArticleModel
import LosslessJSON

extension ForeignRecord {
  /// Reads an element of `galley:foreign`; nil when it names no scheme.
  init?(_ node: JSONNode) {
    guard let scheme = node["galley:scheme"]?.string else { return nil }
    self.init(
      scheme: scheme, type: node["galley:type"]?.string,
      data: node["galley:data"].flatMap { try? $0.value() })
  }

  /// The element.
  var json: JSONValue {
    var object: JSONObject = ["galley:scheme": .string(scheme)]
    object.append("galley:type", type.map(JSONValue.string))
    object.append("galley:data", data)
    return .object(object)
  }
}
