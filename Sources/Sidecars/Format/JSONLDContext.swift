// What the names in sidecar files and exports mean to programs that read them as linked data (JSON-LD 1.1).

import LosslessJSON

extension Sidecar {
  /// The `@context` of sidecar files and of annotations that stand alone: that of the Web Annotation Data
  /// Model, the prefixes, and the two names of a set that the model does not define.
  package static let context: JSONValue = [
    "http://www.w3.org/ns/anno.jsonld",
    [
      "galley": "urn:galley:ns#", "schema": "https://schema.org/",
      "dc": "http://purl.org/dc/terms/", "AnnotationSet": "galley:AnnotationSet",
      "about": "galley:about",
    ],
  ]
}
