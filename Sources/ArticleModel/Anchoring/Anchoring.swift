// Finds passages again in a text that may have changed since they were marked.

/// Finding passages again. A wrong place is worse than none, so whatever is in doubt is said to be.
///
/// In this order: the words in their place; the words with their context, in one place; the words
/// anywhere, told apart by context and distance; the same but for typography; similar words, by edit
/// distance. `AnchorSearch` has the steps.
public enum Anchoring {
  /// Finds a passage in an article.
  public static func resolve(_ passage: Passage, in article: Article) -> Anchor {
    var search = AnchorSearch(article)
    return search.anchor(of: passage)
  }

  /// Finds the passage of a target; the whole article is always where it was.
  public static func resolve(_ target: AnnotationTarget, in article: Article) -> Anchor {
    target.passage.map { resolve($0, in: article) } ?? .wholeArticle
  }

  /// Finds the targets of many annotations: for each, an anchor a target, in the order of the targets.
  /// Much cheaper than one by one when the text has changed.
  public static func resolve(
    _ annotations: [Annotation], in article: Article
  ) -> [AnnotationID: [Anchor]] {
    resolve(annotations, in: article, isUnchanged: false)
  }

  /// The same; `isUnchanged` says that the text has the digest that the positions refer to.
  package static func resolve(
    _ annotations: [Annotation], in article: Article, isUnchanged: Bool
  ) -> [AnnotationID: [Anchor]] {
    var search = AnchorSearch(article, isUnchanged: isUnchanged)
    var anchors: [AnnotationID: [Anchor]] = [:]
    anchors.reserveCapacity(annotations.count)
    for annotation in annotations {
      anchors[annotation.id] = annotation.targets.map { target in
        target.passage.map { search.anchor(of: $0) } ?? .wholeArticle
      }
    }
    return anchors
  }
}
