// A collection of the Web Annotation Data Model (section 5.1), with its one page embedded (5.2).

import ArticleModel
import Corpus
import LosslessJSON
import Sidecars

/// All annotations as one document of JSON-LD.
struct AnnotationCollection {
  let json: JSONValue

  init(_ corpus: [CorpusArticle], _ generated: Timestamp) {
    let items = corpus.flatMap(\.portable)
    let ids = Array(items.compactMap { $0["id"]?.string }.joined(separator: "\n").utf8)
    let digest = ids.withUnsafeBufferPointer { Digest(of: $0) }.description
    let id = AnnotationID(namedBy: digest).description
    let names = corpus.map(\.portableName).joined(separator: ", ")
    json = [
      "@context": Sidecar.context,
      "id": .string(id), "type": "AnnotationCollection",
      "label": .string("Annotations of \(names)"),
      "generator": [
        "type": "Software", "name": "Galley",
        "schema:softwareVersion": .string(Sidecar.softwareVersion),
      ],
      "generated": .string(generated.description), "total": .integer(items.count),
      "first": [
        "id": .string(id + "#page"), "type": "AnnotationPage", "partOf": .string(id),
        "startIndex": 0, "items": .array(items),
      ],
    ]
  }
}

extension JSONValue {
  /// An annotation that stands alone: with the context that says what its members mean.
  var withContext: JSONValue {
    guard case .object(var object) = self, object["@context"] == nil else { return self }
    object.members.insert(JSONObject.Member(name: "@context", value: Sidecar.context), at: 0)
    return .object(object)
  }
}
