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
    var entries: [Entry] = []
    var firstPlace: [AnnotationID: ByteOffset] = [:]
    var orphans: Set<AnnotationID> = []
    let marks = set.marks
    threads = ReplyThreads(marks)
    var reviews: [AnnotationID: [Annotation]] = [:]
    for review in set.annotations where review.kind == .review {
      if let mark = review.repliesTo { reviews[mark, default: []].append(review) }
    }
    self.reviews = reviews
    judgements = Judgements(set.annotations, anchors: anchors)
    makers = Set(set.annotations.compactMap { $0.creator?.name })
    replyCount = marks.count { $0.kind == .reply }
    markCount = marks.count { $0.kind != .correction && $0.kind != .reply }
    onWholeArticle = marks.first(where: \.isOnWholeArticle)?.id
    for annotation in marks {
      let spans = (anchors[annotation.id] ?? []).compactMap(\.span)
      // A correction shows in what it corrects; in the text it would hide the mark on the sentence.
      // A reply shows under what it answers.
      if annotation.kind != .correction, !threads.hangs(annotation.id) {
        entries += spans.map { Entry(span: $0, id: annotation.id) }
      }
      firstPlace[annotation.id] = spans.map(\.start).min()
      let hasPassage = annotation.targets.contains { $0.passage != nil }
      if spans.isEmpty, hasPassage { orphans.insert(annotation.id) }
    }
    let sorted = entries.sorted { $0.span < $1.span }
    self.entries = sorted
    uncertain = Set(
      set.annotations.map(\.id).filter { id in
        anchors[id]?.contains { $0.state == .uncertain } ?? false
      })
    ambiguous = orphans.filter { id in
      anchors[id]?.contains { $0.state == .ambiguous } ?? false
    }
    conflicts = set.annotations.inConflict
    let open = marks.filter { $0.asksForWork && !$0.isFinished(at: anchors[$0.id]?.first) }
    unfinished = Set(open.map(\.id))
    lost = marks.count { orphans.contains($0.id) && $0.kind != .correction }
    places = SpanIndex(sorted.map(\.span))
    self.orphans = orphans
    let last = ByteOffset(Int.max)
    let ranked = marks.enumerated().map { index, annotation in
      let place = orphans.contains(annotation.id) ? last : firstPlace[annotation.id] ?? .zero - 1
      return (place, index, annotation)
    }
    let inOrder = ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    order = threads.hung(inOrder.filter { $0.kind != .correction }.map(\.id))
    corrections = inOrder.filter { $0.kind == .correction }.map(\.id)
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
