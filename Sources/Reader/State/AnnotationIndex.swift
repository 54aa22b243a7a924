// Where the annotations stand in the article: for the margin, for jumps, for "the mark under the caret".

import ArticleModel
import Corpus

/// The annotations with their places, in reading order.
package struct AnnotationIndex: Sendable {
  /// One target of one annotation.
  package struct Entry: Hashable, Sendable {
    /// Where it stands.
    package var span: TextSpan
    /// The annotation.
    package var id: AnnotationID
  }

  /// Targets that have a place, in reading order.
  package let entries: [Entry]
  /// The marks in the order of the pane: those on the whole article, then by first place, and last those
  /// that have lost their place.
  package let order: [AnnotationID]
  /// The corrections of what the program found, in the same order. They are no marks of the article.
  package let corrections: [AnnotationID]
  /// The spans of `entries`.
  let places: SpanIndex
  /// Annotations that have a passage but no place.
  package let orphans: Set<AnnotationID>
  /// Those of them whose words stand in several places that nothing tells apart.
  package let ambiguous: Set<AnnotationID>
  /// Annotations of which a merge kept another version.
  package let conflicts: Set<AnnotationID>
  /// Annotations of which a passage was found again in other words, so that the reader is asked.
  package let uncertain: Set<AnnotationID>
  /// The marks that ask for work which is not done.
  let unfinished: Set<AnnotationID>
  /// How many marks have lost their place.
  let lost: Int
  /// How many replies there are.
  let replyCount: Int
  /// How many marks there are, replies and corrections not counted.
  let markCount: Int
  /// The first mark on the article as a whole.
  let onWholeArticle: AnnotationID?
  /// Which reply hangs under what.
  let threads: ReplyThreads
  /// What people think of marks, by mark.
  let reviews: [AnnotationID: [Annotation]]
  /// What the reviews come to.
  let judgements: Judgements
  /// The names of those who made them.
  let makers: Set<String>

  /// Sorts annotations by their anchors.
  init(_ set: AnnotationSet, anchors: [AnnotationID: [Anchor]]) {
    let annotations = set.annotations
    let marks = set.marks
    threads = ReplyThreads(marks)
    judgements = Judgements(annotations, anchors: anchors)
    reviews = annotations.reviewsByMark
    makers = annotations.makers
    conflicts = annotations.inConflict
    // Most passages are where they were; those that are not are few.
    uncertain = Set(
      anchors.lazy.filter { id, anchors in
        anchors.contains { $0.state == .uncertain } && set[id] != nil
      }.map(\.key))
    let found = PlacedMarks(marks, anchors, threads)
    entries = found.entries.sorted { $0.span < $1.span }
    places = SpanIndex(entries.map(\.span))
    (orphans, ambiguous, unfinished) = (found.orphans, found.ambiguous, found.unfinished)
    (lost, replyCount, markCount) = (found.lost, found.replyCount, found.markCount)
    onWholeArticle = marks.first(where: \.isOnWholeArticle)?.id
    order = threads.hung(found.order(of: marks) { $0 != .correction })
    corrections = found.order(of: marks) { $0 == .correction }
  }

  /// The entries that cover `offset`, the shortest first.
  func entries(at offset: ByteOffset) -> [Entry] {
    // Of those that cover the same words, the one made last comes first.
    entries(in: TextSpan(offset, offset + 1)).enumerated()
      .sorted { ($0.element.span.count, -$0.offset) < ($1.element.span.count, -$1.offset) }
      .map(\.element)
  }

  /// The entries that share a byte with `span`.
  func entries(in span: TextSpan) -> [Entry] {
    places.values(overlapping: span).map { entries[$0] }
  }
}

extension [Annotation] {
  /// What people think of marks, by mark.
  fileprivate var reviewsByMark: [AnnotationID: [Annotation]] {
    var reviews: [AnnotationID: [Annotation]] = [:]
    for review in self where review.kind == .review {
      if let mark = review.repliesTo { reviews[mark, default: []].append(review) }
    }
    return reviews
  }

  /// The names of those who made them.
  fileprivate var makers: Set<String> {
    var makers: Set<String> = []
    var last: String?
    for annotation in self {
      guard let name = annotation.creator?.name, name != last else { continue }
      makers.insert(name)
      last = name
    }
    return makers
  }
}

/// Marks with their places, as one walk over them finds them.
private struct PlacedMarks {
  private(set) var entries: [AnnotationIndex.Entry] = []
  private(set) var orphans: Set<AnnotationID> = []
  private(set) var ambiguous: Set<AnnotationID> = []
  private(set) var unfinished: Set<AnnotationID> = []
  private(set) var (lost, replyCount, markCount) = (0, 0, 0)
  /// The marks by their first places: where each stands, and its number.
  private var ranks: [(place: ByteOffset, number: Int)] = []

  init(
    _ marks: [Annotation], _ anchors: [AnnotationID: [Anchor]], _ threads: ReplyThreads
  ) {
    entries.reserveCapacity(marks.count)
    ranks.reserveCapacity(marks.count)
    for (number, mark) in marks.enumerated() { add(mark, number, anchors[mark.id] ?? [], threads) }
    ranks.sort { ($0.place, $0.number) < ($1.place, $1.number) }
  }

  private mutating func add(
    _ mark: Annotation, _ number: Int, _ anchors: [Anchor], _ threads: ReplyThreads
  ) {
    let (id, kind) = (mark.id, mark.kind)
    if kind == .reply { replyCount += 1 } else if kind != .correction { markCount += 1 }
    if mark.asksForWork, !mark.isFinished(at: anchors.first) { unfinished.insert(id) }
    // A correction shows in what it corrects; in the text it would hide the mark on the sentence.
    // A reply shows under what it answers.
    let isShown = kind != .correction && !threads.hangs(id)
    var first: ByteOffset?
    for case let span? in anchors.lazy.map(\.span) {
      if isShown { entries.append(AnnotationIndex.Entry(span: span, id: id)) }
      first = min(first ?? span.start, span.start)
    }
    if let first {
      ranks.append((first, number))
    } else if mark.targets.contains(where: \.hasPassage) {
      noteLoss(of: id, kind, anchors)
      ranks.append((ByteOffset(Int.max), number))
    } else {
      ranks.append((.zero - 1, number))
    }
  }

  /// Notes a mark that has a passage and no place.
  private mutating func noteLoss(of id: AnnotationID, _ kind: AnnotationKind, _ anchors: [Anchor]) {
    orphans.insert(id)
    if anchors.contains(where: { $0.state == .ambiguous }) { ambiguous.insert(id) }
    if kind != .correction { lost += 1 }
  }

  /// The marks of some kinds, those on the whole article first, those that have lost their place last.
  func order(
    of marks: [Annotation], _ isOfKind: (AnnotationKind) -> Bool
  ) -> [AnnotationID] {
    ranks.compactMap { isOfKind(marks[$0.number].kind) ? marks[$0.number].id : nil }
  }
}
