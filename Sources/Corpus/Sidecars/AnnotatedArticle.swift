// An article together with what its sidecar says, read without changing anything.

import ArticleModel
import Sidecars

/// The annotations of a sidecar, with their places in the article when that is at hand.
package struct AnnotatedArticle: Sendable {
  /// The annotations, in the order of the sidecar.
  package internal(set) var annotations: [Annotation]
  /// Where they stand: an anchor a target. Empty when the article is missing.
  package internal(set) var anchors: [AnnotationID: [Anchor]]
  /// What a comparison of its marks with those of others decided, as the sidecar of decisions has it.
  package internal(set) var decisions: [Annotation] = []
  /// What never changes, shared by all copies: commands copy thousands of articles.
  private let facts: Facts

  private final class Facts: Sendable {
    let text: Text
    let name: String
    let sidecarPath: String
    let about: ArticleDescription
    let notices: [StoreNotice]
    let hasSidecar: Bool

    init(
      _ text: Text, named name: String, sidecarPath: String, _ about: ArticleDescription,
      notices: [StoreNotice] = [], hasSidecar: Bool = true
    ) {
      (self.text, self.name, self.sidecarPath) = (text, name, sidecarPath)
      (self.about, self.notices, self.hasSidecar) = (about, notices, hasSidecar)
    }
  }

  /// How the article is at hand.
  private enum Text {
    case read(Article)
    case remembered(RememberedArticle)
    case missing
  }

  /// The article; nil when it is missing. One that the index remembers is read when somebody asks for it, and is
  /// nil when it changed a moment ago.
  package var article: Article? {
    switch facts.text {
    case .read(let article): article
    case .remembered(let remembered): remembered.article
    case .missing: nil
    }
  }

  /// Whether there is an article.
  package var hasArticle: Bool { if case .missing = facts.text { false } else { true } }
  /// What to call the article: its path as it was given, or else the sidecar's.
  package var name: String { facts.name }
  /// The sidecar's path.
  package var sidecarPath: String { facts.sidecarPath }
  /// What the sidecar says about the article: its headline, outlet, byline, date and address.
  package var about: ArticleDescription { facts.about }
  /// What the store has to say about the sidecar.
  package var notices: [StoreNotice] { facts.notices }
  /// Whether there is a sidecar at all.
  package var hasSidecar: Bool { facts.hasSidecar }

  /// Reads the sidecar of an article.
  package init(
    _ article: Article, sidecarPath: String? = nil,
    fileSystem: any FileSystem = PosixFileSystem()
  ) throws(StoreError) {
    let store = SidecarStore(
      article: article, sidecarPath: sidecarPath, fileSystem: fileSystem)
    let opening = try store.open(.readOnly)
    annotations = opening.annotations.annotations
    anchors = opening.anchors
    facts = Facts(
      .read(article), named: article.source.path ?? article.source.name, sidecarPath: store.path,
      store.about ?? ArticleDescription(of: article), notices: opening.notices,
      hasSidecar: opening.lastChanged != nil)
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
    annotations = sidecar.annotations
    anchors = [:]
    facts = Facts(
      .missing, named: path, sidecarPath: path, sidecar.about,
      notices: sidecar.unreadable.isEmpty ? [] : [.unreadableItems(sidecar.unreadable)])
  }

  /// What the index remembers of a sidecar without remarks.
  init(
    _ article: RememberedArticle, at path: String, _ sidecar: Sidecar, sidecarPath: String,
    anchors: [AnnotationID: [Anchor]]
  ) {
    annotations = sidecar.annotations
    self.anchors = anchors
    facts = Facts(.remembered(article), named: path, sidecarPath: sidecarPath, sidecar.about)
  }

  /// The length of the article in bytes; 0 when it is missing.
  package var length: Int {
    switch facts.text {
    case .read(let article): article.text.count
    case .remembered(let remembered): remembered.length
    case .missing: 0
    }
  }

  /// Where a passage stands, as people are told; nil when the article is missing.
  func printedPlace(of span: TextSpan) -> PrintedPlace? {
    if case .remembered(let remembered) = facts.text, let place = remembered.places[span] {
      return place
    }
    return article.map { PrintedPlace(of: span, in: $0) }
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
