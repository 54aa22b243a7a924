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
package struct ClaimList: Sendable {
  /// The claims.
  package private(set) var claims: [CheckableClaim] = []

  /// No claims.
  package init() {}

  /// Lists the claims of an article. Takes time in proportion to what was found and marked, and their sorting.
  /// - Parameters:
  ///   - analysis: what was found, with the corrections of readers applied; nil while nothing is known.
  ///   - annotations: all annotations of all sidecars of the article; reviews tell what is disputed.
  ///   - text: the text of the article; nil when it is missing.
  ///   - decisions: what comparisons of the annotations decided.
  package init(
    _ analysis: Analysis?, _ annotations: [Annotation], anchors: [AnnotationID: [Anchor]],
    text: ArticleText?, voices: Voices? = nil, decisions: [Annotation] = []
  ) {
    var maker = ClaimMaker(analysis, voices: voices, text: text)
    maker.disputed = Disputes.disputed(
      among: annotations, anchors: anchors, decisions: decisions)
    maker.decisions = decisions
    func placed(_ annotations: [Annotation]) -> [ClaimMark] {
      annotations.map { ClaimMark($0, at: anchors[$0.id]?.first) }
    }
    maker.sources = placed(annotations.filter { $0.kind == .evidence })
    let marks = placed(annotations.filter { $0.kind.row.answersClaim })
    claims = maker.claims(with: marks)
    number()
  }

  private mutating func number() {
    let counted = claims.indices.filter { claims[$0].place != .lost }
    for (number, index) in counted.enumerated() { claims[index].number = number + 1 }
    let ranked = counted.sorted {
      (claims[$1].score ?? -1, $0) < (claims[$0].score ?? -1, $1)
    }
    for (rank, index) in ranked.enumerated() { claims[index].rank = rank + 1 }
  }

  // MARK: How far the work is

  /// How many claims there are, without those that have lost their words.
  package var count: Int { claims.count { $0.place != .lost } }

  /// How many of them somebody has checked.
  package var checkedCount: Int { claims.count { $0.place != .lost && $0.isChecked } }

  /// How many marks have lost the words that they judge.
  package var lostCount: Int { claims.count { $0.place == .lost } }

  /// How many claims people answer differently, or somebody's review disputes.
  package var disputedCount: Int { claims.count(where: \.isDisputed) }

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
    let marked = claims.firstIndex { claim in
      claim.marks.contains { ids.contains($0.annotation.id) }
    }
    if let marked { return marked }
    guard let span = old.span else { return claims.firstIndex { $0.place == old.place } }
    let near = claims.indices.map { ($0, claims[$0].span?.likeness(to: span) ?? 0) }
    return near.filter { $0.1 > 0 }.max { $0.1 < $1.1 }?.0
  }

  /// The claim that comes next where one stood that is not listed any more; nil in an empty list.
  package func nearest(to old: CheckableClaim) -> Int? {
    guard let start = old.span?.start else { return claims.indices.last }
    return claims.firstIndex { $0.span.map { $0.start >= start } ?? ($0.place == .lost) }
      ?? claims.indices.last
  }
}
