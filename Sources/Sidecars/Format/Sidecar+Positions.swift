// Brings the positions of a sidecar up to date with a text that changed; the words stay as they were.

import ArticleModel

extension Sidecar {
  /// Gives the passages that were found elsewhere their new positions. Those in doubt keep the old one.
  mutating func movePositions(_ anchors: [AnnotationID: [Anchor]], _ article: Article) {
    for index in annotations.indices {
      guard let found = anchors[annotations[index].id] else { continue }
      for (target, anchor) in found.enumerated() where anchor.state == .moved {
        guard let span = anchor.span else { continue }
        let position = article.text.codePointSpan(of: span)
        annotations[index].targets[target].passage?.position = position
      }
    }
  }
}

extension ArticleDescription {
  /// Why the text of the article is another one now.
  func causeOfChange(to current: ArticleDescription) -> Rereading.Cause {
    // A file whose bytes are the same was not changed, whatever is known of who read it.
    let isSameFile = rawDigest != nil && rawDigest == current.rawDigest
    return isSameFile || extractor != current.extractor
      ? .changedExtractor(from: extractor, to: current.extractor) : .changedArticle
  }

  /// The description of the article as it is now; what only the sidecar knows is kept.
  func updated(to current: ArticleDescription) -> ArticleDescription {
    var result = self
    result.path = current.path ?? path
    result.extractor = current.extractor
    result.identifier = identifier ?? current.identifier
    result.publisher = publisher ?? current.publisher
    result.byline = byline ?? current.byline
    result.published = published ?? current.published
    result.language = language ?? current.language
    guard textDigest != current.textDigest || rawDigest != current.rawDigest else { return result }
    result = current
    result.path = current.path ?? path
    result.identifier = identifier ?? current.identifier
    result.publisher = publisher ?? current.publisher
    result.byline = byline ?? current.byline
    result.published = published ?? current.published
    result.language = language ?? current.language
    (result.handedIn, result.firstHandedIn) = (handedIn, firstHandedIn)
    result.quotationSources = quotationSources
    result.rawDigest = current.rawDigest ?? (textDigest == current.textDigest ? rawDigest : nil)
    return result
  }
}
