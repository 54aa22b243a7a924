// Finds passages again in a text that may have changed since they were marked.

/// Finding passages again. A wrong place is worse than none, so whatever is in doubt is said to be.
public enum Anchoring {
  /// Finds a passage in an article.
  public static func resolve(_ passage: Passage, in article: Article) -> Anchor {
    let text = article.text
    let exact = Array(passage.exact.utf8)
    let place = passage.position.map { text.textSpan(of: $0) }
    guard !exact.isEmpty else {
      return place.map { Anchor(.uncertain, $0, score: 0) } ?? .orphan
    }
    if let place, ByteSearch.matches(exact, in: text, at: place.start) {
      return Anchor(.exact, TextSpan(place.start, place.start + exact.count), score: 1)
    }
    return find(exact, passage, in: text)
  }

  /// Finds the passage of a target; the whole article is always where it was.
  public static func resolve(_ target: AnnotationTarget, in article: Article) -> Anchor {
    target.passage.map { resolve($0, in: article) } ?? .wholeArticle
  }

  /// Finds the targets of many annotations: for each, an anchor a target, in the order of the targets.
  public static func resolve(
    _ annotations: [Annotation], in article: Article
  ) -> [AnnotationID: [Anchor]] {
    var anchors: [AnnotationID: [Anchor]] = [:]
    anchors.reserveCapacity(annotations.count)
    for annotation in annotations {
      anchors[annotation.id] = annotation.targets.map { resolve($0, in: article) }
    }
    return anchors
  }

  /// Looks for the words with their context, then for the words alone.
  private static func find(_ exact: [UInt8], _ passage: Passage, in text: ArticleText) -> Anchor {
    let prefix = Array(passage.prefix.utf8)
    let whole = prefix + exact + Array(passage.suffix.utf8)
    let inContext = ByteSearch.places(of: whole, in: text, limit: 2)
    if inContext.count == 1 { return moved(to: inContext[0] + prefix.count, exact.count) }
    let places = ByteSearch.places(of: exact, in: text, limit: 2)
    switch places.count {
    case 0: return .orphan
    case 1: return moved(to: places[0], exact.count)
    default: return Anchor(.ambiguous, score: 0)
    }
  }

  private static func moved(to start: ByteOffset, _ count: Int) -> Anchor {
    Anchor(.moved, TextSpan(start, start + count), score: 1)
  }
}
