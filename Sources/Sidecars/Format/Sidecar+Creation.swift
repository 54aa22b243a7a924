// A sidecar where there was none.

import ArticleModel
import LosslessJSON

extension Sidecar {
  /// The version of the program, as sidecars name what wrote them.
  public static let softwareVersion = "0.2.0"

  /// An empty sidecar for an article, with a name of its own.
  public init(
    about article: ArticleDescription, generated: Timestamp, id: AnnotationID = .random()
  ) {
    let text = Self.skeleton(about: article, generated: generated, id: id).prettyPrinted()
    guard let sidecar = try? Sidecar(parsing: Array(text.utf8)) else {
      preconditionFailure("an empty sidecar could not be read back")
    }
    self = sidecar
  }

  private static func skeleton(
    about: ArticleDescription, generated: Timestamp, id: AnnotationID
  ) -> JSONValue {
    [
      "@context": context,
      "id": .string(id.description),
      "type": "AnnotationSet",
      "galley:formatVersion": .string(about.needsLaterVersion ? laterVersion : formatVersion),
      "generator": [
        "type": "Software", "name": "Galley", "schema:softwareVersion": .string(softwareVersion),
      ],
      "generated": .string(generated.description),
      "about": about.json,
      "items": [],
    ]
  }
}
