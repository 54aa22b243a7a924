// What a document says of its article, a line each.

import ArticleModel

/// The metadata of an article as lines: "title       Ferry fares fall".
struct MetadataListing {
  /// The lines; one of them says so when nothing is known.
  let text: String

  init(_ article: Article) {
    let metadata = article.metadata
    var facts: [(String, String?)] = [("title", article.title)]
    facts += metadata.authors.map { ("author", $0) }
    facts += [
      ("outlet", metadata.outlet), ("published", metadata.published?.description),
      ("modified", metadata.modified?.description), ("language", metadata.language),
      ("address", metadata.address), ("canonical", metadata.canonicalAddress),
      ("read as", metadata.extractor.map { "\($0.name), version \($0.version)" }),
    ]
    text = facts.compactMap { name, fact in
      fact.map { name + String(repeating: " ", count: 12 - name.count) + $0.onOneLine }
    }.joined(separator: "\n")
  }
}
