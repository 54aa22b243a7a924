// What a document says about its article, as JSON beside what the analysis found.

import ArticleModel
import LosslessJSON

extension JSONWriter {
  /// Writes metadata as an object; what the document does not say is null.
  mutating func metadata(_ metadata: ArticleMetadata) {
    let members: [(StaticString, String?)] = [
      ("title", metadata.title), ("outlet", metadata.outlet),
      ("published", metadata.published?.description),
      ("modified", metadata.modified?.description), ("language", metadata.language),
      ("address", metadata.address), ("canonical_address", metadata.canonicalAddress),
      ("retrieved", metadata.retrieved?.description),
    ]
    object { json in
      for (key, value) in members {
        json.key(key)
        if let value { json.string(value) } else { json.null() }
      }
      json.key("authors")
      json.array(of: metadata.authors) { $0.string($1) }
      json.key("extractor")
      guard let extractor = metadata.extractor else { return json.null() }
      json.object { json in
        json.key("name")
        json.string(extractor.name)
        json.key("version")
        json.string(extractor.version)
      }
    }
  }
}
