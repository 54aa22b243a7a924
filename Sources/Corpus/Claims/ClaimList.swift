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
  /// The claims that somebody marked, in the order of the list.
  package private(set) var marked: [CheckableClaim] = []
  private var maker: ClaimMaker
  private let found: FoundClaims
  private var order = ClaimOrder()
  private var ranks: ClaimRanks
  /// Where the marked claims stand; the values are indices into `marked`.
  private var placesOfMarked = SpanIndex([TextSpan]())

  /// No claims.
  package init() {
    found = FoundClaims()
    maker = ClaimMaker(found, text: nil)
    ranks = ClaimRanks(found, without: [], and: [])
  }

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
    maker = ClaimMaker(found, text: text)
    maker.disputed = Disputes.disputed(
      among: annotations, anchors: anchors, decisions: decisions)
    maker.decisions = decisions
    func placed(_ annotations: [Annotation]) -> [ClaimMark] {
      annotations.map { ClaimMark($0, at: anchors[$0.id]?.first) }
    }
    maker.evidence = EvidenceIndex(placed(annotations.filter { $0.kind == .evidence }))
    let made = maker.marked(by: placed(annotations.filter { $0.kind.row.answersClaim }))
    self.found = found
    marked = made.claims
    order = ClaimOrder(
      found: found.claims.count, without: made.removed, marked: made.insertions)
    let scores = zip(marked, order.positionsOfMarked).filter { $0.0.place != .lost }
      .map { (score: $0.score ?? -1, position: $1) }
    ranks = ClaimRanks(found, without: made.removed, and: scores)
    number(made.insertions)
    placesOfMarked = SpanIndex(
      marked.enumerated().compactMap { number, claim in claim.span.map { ($0, number) } })
  }

  private mutating func number(_ insertions: [Int]) {
    for index in marked.indices where marked[index].place != .lost {
      let position = order.positionsOfMarked[index]
      marked[index].number = position + 1
      marked[index].rank = ranks.rank(
        ofMarked: marked[index].score ?? -1, at: position, before: insertions[index])
    }
  }

  // MARK: The claims

  /// All claims.
  package var claims: Claims { Claims(list: self) }

  /// The claims of a list, each put together when it is asked for.
  package struct Claims: RandomAccessCollection, Sendable {
    fileprivate let list: ClaimList

    package var startIndex: Int { 0 }
    package var endIndex: Int { list.order.count }
    package subscript(index: Int) -> CheckableClaim { list.claim(at: index) }
  }

  private func claim(at index: Int) -> CheckableClaim {
    switch order[index] {
    case .marked(let number): return marked[number]
    case .found(let number):
      var claim = maker.claim(ofFound: number)
      claim.number = index + 1
      claim.rank = ranks.rank(ofFound: number, at: index)
      return claim
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
    switch order[index] {
    case .marked(let number): marked[number].span
    case .found(let number): found.claims[number].span
    }
  }

  /// The found claims that share a byte with a span.
  func foundIndices(overlapping span: TextSpan) -> [Int] {
    found.indices(overlapping: span).compactMap(order.position(ofFound:))
  }

  /// The marked ones.
  func markedIndices(overlapping span: TextSpan) -> [Int] {
    placesOfMarked.values(overlapping: span).map { order.positionsOfMarked[$0] }
  }

  // MARK: How far the work is

  /// How many claims there are, without those that have lost their words.
  package var count: Int { order.count - lostCount }

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
    if let same { return order.positionsOfMarked[same] }
    guard let span = old.span else {
      return marked.firstIndex { $0.place == old.place }.map { order.positionsOfMarked[$0] }
    }
    let near = places.indices(overlapping: span).map { index in
      (index, self.span(at: index)?.likeness(to: span) ?? 0)
    }
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
