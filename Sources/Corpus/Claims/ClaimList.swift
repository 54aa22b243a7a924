// The claims of an article: the sentences that the analysis finds worth checking, united with the
// verifications that people made, by their words.
//
//     found       [sentence 1]      [sentence 2]      [sentence 3]
//     marked           [refuted]                         [supported][open]
//     claims      1 ───┘            2                 3 ─┘       4 ─┘
//
// A sentence of which half or more is marked stands on the list with the words that were marked; one of
// which less is marked stands there besides.

import ArticleModel
import NewsAnalysis

/// The claims of an article, in the order of the text; those on the whole article come first, those that
/// have lost their words last.
///
/// A found claim is put together when somebody asks for it: of a long article, a screen shows a few of many.
package struct ClaimList: Sendable {
  /// One object, because a list is copied with the state of the reader at each key.
  private let parts: Parts

  /// The claims that somebody marked, in the order of the list.
  package var marked: [CheckableClaim] { parts.marked }

  /// No claims.
  package init() { parts = Parts(ClaimMaker(FoundClaims(), text: nil), marks: []) }

  /// Lists the claims of an article. Takes time in the number of annotations and their sorting.
  /// - Parameters:
  ///   - found: what was found, with the corrections of readers applied.
  ///   - annotations: all annotations of all sidecars of the article; reviews tell what is disputed.
  ///   - text: the text of the article; nil when it is missing.
  ///   - decisions: what comparisons of the annotations decided.
  package init(
    _ found: FoundClaims, _ annotations: [Annotation], anchors: [AnnotationID: [Anchor]],
    text: ArticleText?, decisions: [Annotation] = []
  ) {
    func placed(_ annotations: [Annotation]) -> [ClaimMark] {
      annotations.map { ClaimMark($0, at: anchors[$0.id]?.first) }
    }
    var maker = ClaimMaker(found, text: text)
    maker.disputed = Disputes.disputed(
      among: annotations, anchors: anchors, decisions: decisions)
    maker.decisions = decisions
    maker.evidence = EvidenceIndex(placed(annotations.filter { $0.kind == .evidence }))
    parts = Parts(maker, marks: placed(annotations.filter { $0.kind.row.answersClaim }))
  }

  /// What was found, what was marked, and how they stand together.
  private final class Parts: Sendable {
    let maker: ClaimMaker
    let marked: [CheckableClaim]
    let order: ClaimOrder
    let ranks: ClaimRanks
    /// Where the marked claims stand; the values are indices into `marked`.
    let placesOfMarked: SpanIndex

    init(_ maker: ClaimMaker, marks: [ClaimMark]) {
      let made = maker.marked(by: marks)
      var marked = made.claims
      let order = ClaimOrder(
        found: maker.found.claims.count, without: made.removed, marked: made.insertions)
      let numbered = marked.indices.filter { marked[$0].place != .lost }
      let ranks = ClaimRanks(
        maker.found, removed: made.removed,
        marked: numbered.map { (marked[$0].scoreOrNone, order.positionsOfMarked[$0]) })
      for index in numbered {
        let position = order.positionsOfMarked[index]
        marked[index].number = position + 1
        marked[index].rank = ranks.rank(
          ofMarked: marked[index].scoreOrNone, at: position, before: made.insertions[index])
      }
      placesOfMarked = SpanIndex(
        marked.enumerated().compactMap { number, claim in claim.span.map { ($0, number) } })
      (self.maker, self.marked, self.order, self.ranks) = (maker, marked, order, ranks)
    }
  }

  // MARK: The claims

  /// All claims.
  package var claims: Claims { Claims(list: self) }

  /// The claims of a list, each put together when it is asked for.
  package struct Claims: RandomAccessCollection, Sendable {
    fileprivate let list: ClaimList

    package var startIndex: Int { 0 }
    package var endIndex: Int { list.parts.order.count }
    package subscript(index: Int) -> CheckableClaim {
      precondition(indices.contains(index), "a claim that is not on the list")
      return list.claim(at: index)
    }
  }

  private func claim(at index: Int) -> CheckableClaim {
    switch parts.order[index] {
    case .marked(let number): return marked[number]
    case .found(let number):
      var claim = parts.maker.claim(ofFound: number)
      claim.number = index + 1
      claim.rank = parts.ranks.rank(ofFound: number, at: index)
      return claim
    }
  }

  /// The claim at an index when somebody marked it; nil for one that was found, which is not put together for that.
  package func marked(at index: Int) -> CheckableClaim? {
    if case .marked(let number) = parts.order[index] { marked[number] } else { nil }
  }

  /// The rank of the claim at an index, as that says itself; nil for one that has lost its words.
  package func rank(at index: Int) -> Int? {
    switch parts.order[index] {
    case .marked(let number): marked[number].rank
    case .found(let number): parts.ranks.rank(ofFound: number, at: index)
    }
  }

  // MARK: Places

  /// Where the claims stand.
  package var places: ClaimPlaces {
    let first = marked.prefix { $0.place == .wholeArticle }.count
    return ClaimPlaces(self, first..<count)
  }

  /// The words of the claim at an index; nil when it has none in the article.
  func span(at index: Int) -> TextSpan? {
    switch parts.order[index] {
    case .marked(let number): marked[number].span
    case .found(let number): parts.maker.found.claims[number].span
    }
  }

  /// The found claims that share a byte with a span.
  func foundIndices(overlapping span: TextSpan) -> [Int] {
    parts.maker.found.indices(overlapping: span).compactMap(parts.order.position(ofFound:))
  }

  /// The marked claims that share a byte with a span.
  func markedIndices(overlapping span: TextSpan) -> [Int] {
    parts.placesOfMarked.values(overlapping: span).map { parts.order.positionsOfMarked[$0] }
  }

  // MARK: How far the work is

  /// How many claims there are, without those that have lost their words.
  package var count: Int { parts.order.count - lostCount }

  /// How many of them somebody has checked.
  package var checkedCount: Int { marked.count { $0.place != .lost && $0.isChecked } }

  /// How many marks have lost the words that they judge.
  package var lostCount: Int { marked.count { $0.place == .lost } }

  /// How many claims people answer differently, or somebody's review disputes.
  package var disputedCount: Int { marked.count(where: \.isDisputed) }

  /// "3 of 12 checked", "3 of 12 checked, 2 disputed", "3 of 12 checked, 1 without its words".
  package var progressInWords: String {
    let disputed = disputedCount == 0 ? "" : ", \(disputedCount) disputed"
    let lost =
      lostCount == 0 ? "" : ", \(lostCount) without \(lostCount == 1 ? "its" : "their") words"
    return "\(checkedCount) of \(count) checked\(disputed)\(lost)"
  }

  // MARK: The same claim in another list

  /// Where a claim of an earlier list stands in this one: the claim with one of its marks, with its words,
  /// or with most of them; nil when it is not listed any more.
  package func index(of old: CheckableClaim) -> Int? {
    let ids = Set(old.marks.map(\.annotation.id))
    let same = marked.firstIndex { claim in
      claim.marks.contains { ids.contains($0.annotation.id) }
    }
    if let same { return parts.order.positionsOfMarked[same] }
    guard let span = old.span else {
      return marked.firstIndex { $0.place == old.place }.map { parts.order.positionsOfMarked[$0] }
    }
    let near = places.indices(overlapping: span).map { index in
      (index, self.span(at: index)?.likeness(to: span) ?? 0)
    }.filter { $0.1 > 0 }
    return near.max { $0.1 < $1.1 }?.0
  }

  /// The claim that comes next where one stood that is not listed any more; nil in an empty list.
  package func nearest(to old: CheckableClaim) -> Int? {
    let last = claims.indices.last
    guard let start = old.span?.start else { return last }
    if let next = places.first(startingFrom: start) { return next }
    return lostCount > 0 ? count : last
  }
}

extension CheckableClaim {
  /// The score; one below all others where nothing is known, so that such a claim is ranked last.
  fileprivate var scoreOrNone: Double { score ?? -1 }
}
