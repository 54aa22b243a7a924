// An article together with what its sidecar says, read without changing anything.

import ArticleModel
import Sidecars

/// The annotations of a sidecar, with their places in the article when that is at hand.
package struct AnnotatedArticle: Sendable {
  /// The article; nil when it is missing.
  package let article: Article?
  /// What to call it: its path as it was given, or else the sidecar's.
  package let name: String
  /// The sidecar's path.
  package let sidecarPath: String
  /// The annotations, in the order of the sidecar.
  package internal(set) var annotations: [Annotation]
  /// Where they stand: an anchor a target. Empty when the article is missing.
  package internal(set) var anchors: [AnnotationID: [Anchor]]
  /// What a comparison of its marks with those of others decided, as the sidecar of decisions has it.
  package internal(set) var decisions: [Annotation] = []
  /// What the sidecar says about the article: its headline, outlet, byline, date and address.
  package let about: ArticleDescription
  /// What the store has to say about the sidecar.
  package let notices: [StoreNotice]
  /// Whether there is a sidecar at all.
  package let hasSidecar: Bool

  /// Reads the sidecar of an article.
  package init(
    _ article: Article, sidecarPath: String? = nil,
    fileSystem: any FileSystem = PosixFileSystem()
  ) throws(StoreError) {
    let store = SidecarStore(
      article: article, sidecarPath: sidecarPath, fileSystem: fileSystem)
    let opening = try store.open(.readOnly)
    self.article = article
    name = article.source.path ?? article.source.name
    self.sidecarPath = store.path
    annotations = opening.annotations.annotations
    anchors = opening.anchors
    notices = opening.notices
    hasSidecar = opening.lastChanged != nil
    about = store.about ?? ArticleDescription(of: article)
    try store.close()
  }

  /// Reads a sidecar whose article is missing.
  package init(
    orphanedSidecar path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) throws(StoreError) {
    let bytes: [UInt8]?
    do { bytes = try fileSystem.contents(of: path) } catch { throw .notReadable(error) }
    let sidecar: Sidecar
    do { sidecar = try Sidecar(parsing: bytes ?? []) } catch {
      throw .notASidecar(path: path, error)
    }
    article = nil
    name = path
    sidecarPath = path
    annotations = sidecar.annotations
    anchors = [:]
    about = sidecar.about
    notices = sidecar.unreadable.isEmpty ? [] : [.unreadableItems(sidecar.unreadable)]
    hasSidecar = true
  }

  /// A row an annotation, in the order of the article; those that have lost their place come last.
  /// Reviews stand with the annotations that they are about.
  /// - Parameters:
  ///   - disputed: the annotations that somebody disagrees with; nil to look for them in this sidecar alone.
  ///   - judgements: what the reviews of all sidecars of the article come to; nil for those of this one.
  package func rows(
    labelledBy shelf: TaxonomyShelf, disputed: Set<AnnotationID>? = nil,
    judgements: Judgements? = nil
  ) -> [AnnotationRow] {
    let judgements = judgements ?? Judgements(annotations, anchors: anchors)
    let disputed = disputed ?? Disputes.disputed(in: [self])
    let known = Set(annotations.map(\.id))
    var reviews: [AnnotationID: [Annotation]] = [:]
    var marks = annotations.filter { $0.kind.isMark }
    for review in annotations where review.kind == .review {
      if let mark = review.repliesTo, known.contains(mark) {
        reviews[mark, default: []].append(review)
      } else {
        marks.append(review)
      }
    }
    let threads = ReplyThreads(marks)
    let byID = Dictionary(marks.map { ($0.id, $0) }) { first, _ in first }
    let ticks = annotations.filter { $0.kind == .tick }.keyed(by: \.repliesTo)
    let rows = marks.map { annotation in
      AnnotationRow(
        annotation, anchors: anchors[annotation.id], reviews: reviews[annotation.id] ?? [],
        ticks: ticks[annotation.id] ?? [],
        judgements: judgements, isDisputed: disputed.contains(annotation.id),
        answered: threads.parent(of: annotation.id).flatMap { byID[$0] },
        depth: threads.depth(of: annotation.id), in: self, labelledBy: shelf)
    }
    return rows.inOrder
  }
}

extension Sequence<AnnotatedArticle> {
  /// The rows of all articles, article by article; what people say of the same words is compared across
  /// sidecars.
  package func rows(labelledBy shelf: TaxonomyShelf) -> [[AnnotationRow]] {
    let articles = Array(self)
    let disputed = Disputes.disputed(in: articles)
    let judgements = articles.grouped(by: \.name).map { name, sidecars in
      (name, Judgements(of: sidecars))
    }
    let byName = Dictionary(judgements) { first, _ in first }
    return articles.map {
      $0.rows(labelledBy: shelf, disputed: disputed, judgements: byName[$0.name])
    }
  }
}

extension Judgements {
  /// What the reviews in all sidecars of one article come to.
  init(of sidecars: [AnnotatedArticle]) {
    let anchors = sidecars.reduce(into: [:]) { $0.merge($1.anchors) { first, _ in first } }
    self.init(sidecars.lazy.flatMap(\.annotations), anchors: anchors)
  }
}

extension [AnnotationRow] {
  /// The rows in the order of the article, those without a place last, and replies behind what they answer.
  var inOrder: [AnnotationRow] {
    let placed = enumerated().sorted {
      ($0.element.place, $0.offset) < ($1.element.place, $1.offset)
    }
    .map(\.element)
    guard placed.contains(where: { $0.answered != nil }) else { return placed }
    // Two sidecars may hold the same annotation; each has threads of its own.
    let listed = Set(placed.map { Place(sidecar: $0.sidecarPath, id: $0.id) })
    var (roots, replies): ([AnnotationRow], [Place: [AnnotationRow]]) = ([], [:])
    for row in placed {
      let parent = row.answered.map { Place(sidecar: row.sidecarPath, id: $0.id) }
      if let parent, listed.contains(parent) {
        replies[parent, default: []].append(row)
      } else {
        roots.append(row)
      }
    }
    return roots.flatMap { Self.thread(from: $0, replies) }
  }

  private struct Place: Hashable {
    var sidecar: String
    var id: AnnotationID
  }

  /// A row and all that hangs under it.
  private static func thread(
    from root: AnnotationRow, _ replies: [Place: [AnnotationRow]]
  ) -> [AnnotationRow] {
    var thread: [AnnotationRow] = []
    var waiting = [root]
    while let row = waiting.popLast() {
      thread.append(row)
      waiting += (replies[Place(sidecar: row.sidecarPath, id: row.id)] ?? []).reversed()
    }
    return thread
  }
}
