// Makes claims of what was found and of what was marked: which marks are about the same words, and which
// sentences they stand for.

import ArticleModel
import NewsAnalysis

/// The claims of a list that somebody marked.
struct MarkedClaims {
  /// Those on the whole article, those with words in reading order, and those that have lost their words.
  var claims: [CheckableClaim]
  /// For each, the found one that it stands in front of.
  var insertions: [Int]
  /// The found ones that stand on the list no more.
  var removed: [Int]
}

/// Puts the claims of an article together.
struct ClaimMaker: Sendable {
  let found: FoundClaims
  private let text: ArticleText?
  /// The annotations that somebody disagrees with.
  var disputed: Set<AnnotationID> = []
  /// What was decided between marks.
  var decisions: [Annotation] = [] {
    didSet {
      let known = decisions.filter { $0.adjudication?.choice != .agreed }
      decided = known.reduce(into: [:]) { decided, decision in
        for source in decision.adjudication?.sources ?? [] { decided[source.id] = decision }
      }
    }
  }
  private var decided: [AnnotationID: Annotation] = [:]
  /// The marks of evidence of the article.
  var evidence = EvidenceIndex([])

  /// Marks with so much in common, of all that either has, are about the same words.
  private static let leastLikeness = 0.5

  init(_ found: FoundClaims, text: ArticleText?) { (self.found, self.text) = (found, text) }

  /// The claims that marks are about.
  func marked(by marks: [ClaimMark]) -> MarkedClaims {
    let groups = groups(of: marks)
    let others = marks.filter { $0.anchor?.span == nil }
    let whole = others.filter { $0.annotation.targets.first?.passage == nil && $0.isSure }
    let wholeIDs = Set(whole.map(\.annotation.id))
    let lost = others.filter { !wholeIDs.contains($0.annotation.id) }
    let inText = groups.map { claim($0.span, $0.marks, score: found.score(at: $0.span)) }
    let claims =
      whole.map { claim(.wholeArticle, [$0], words: "the article as a whole") } + inText
      + lost.map {
        claim(.lost, [$0], words: $0.annotation.targets.first?.passage?.exact ?? "the article")
      }
    return MarkedClaims(
      claims: claims,
      insertions: whole.map { _ in 0 } + groups.map { found.count(before: $0.span) }
        + lost.map { _ in found.claims.count },
      removed: covered(by: groups.map(\.span)))
  }

  /// A sentence that was found and that nobody marked.
  func claim(ofFound index: Int) -> CheckableClaim {
    claim(found.claims[index].span, [], score: found.claims[index].score)
  }

  // MARK: Marks on the same words

  private struct Group {
    var span: TextSpan
    var marks: [ClaimMark]
  }

  /// The marks that have a place, those on the same words together, in reading order.
  private func groups(of marks: [ClaimMark]) -> [Group] {
    let placed = marks.enumerated().compactMap { number, mark in
      mark.anchor?.span.map { (span: $0, number: number, mark: mark) }
    }.sorted { ($0.span, $0.number) < ($1.span, $1.number) }
    var groups: [Group] = []
    // Only those that have not ended can have words in common with the next mark.
    var open: [Int] = []
    for (span, _, mark) in placed {
      open.removeAll { groups[$0].span.end <= span.start }
      let same = open.first { groups[$0].span.likeness(to: span) >= Self.leastLikeness }
      if let same {
        groups[same].marks.append(mark)
      } else {
        open.append(groups.count)
        groups.append(Group(span: span, marks: [mark]))
      }
    }
    return groups
  }

  /// The sentences that were found and of which marks have half or more: with half of its words marked, a sentence is
  /// taken apart; with less, something would be missing on the list.
  private func covered(by spans: [TextSpan]) -> [Int] {
    var marked: [Int: Int] = [:]
    var end = ByteOffset.zero
    for span in spans {
      // Words that several marks have count once.
      let rest = TextSpan(max(span.start, end), max(span.end, end))
      end = max(end, span.end)
      for index in found.indices(overlapping: rest) {
        marked[index, default: 0] += found.claims[index].span.intersection(rest)?.count ?? 0
      }
    }
    return marked.filter { $1 * 2 >= found.claims[$0].span.count }.keys.sorted()
  }

  // MARK: One claim

  private func claim(_ span: TextSpan, _ marks: [ClaimMark], score: Double?) -> CheckableClaim {
    let words = text?.string(in: span) ?? marks.first?.annotation.targets.first?.passage?.exact
    return claim(.words(span), marks, words: words ?? "", score: score)
  }

  private func claim(
    _ place: CheckableClaim.Place, _ marks: [ClaimMark], words: String, score: Double? = nil
  ) -> CheckableClaim {
    let ordered = marks.enumerated().sorted {
      ($0.element.annotation.created.placeInTime, $0.offset)
        < ($1.element.annotation.created.placeInTime, $1.offset)
    }.map(\.element)
    return CheckableClaim(
      place: place, words: words, marks: ordered, score: score,
      claimant: claimant(place, ordered), sources: sources(of: place, ordered),
      isDisputed: marks.contains { disputed.contains($0.annotation.id) },
      decision: decision(on: ordered))
  }

  /// What was decided of the first of some marks of which something was.
  private func decision(on marks: [ClaimMark]) -> Annotation? {
    for mark in marks {
      if let decision = decided[mark.annotation.id] { return decision }
    }
    return nil
  }

  /// The marks of evidence that stand on the words of a claim or answer a verification of it.
  private func sources(of place: CheckableClaim.Place, _ marks: [ClaimMark]) -> [ClaimMark] {
    let answering = evidence.answers(to: marks)
    guard case .words(let span) = place else { return evidence.marks(answering) }
    return evidence.marks(answering + evidence.places(sharing: span, atLeast: Self.leastLikeness))
  }

  /// Who makes the claim: as somebody recorded it, else whose words they are.
  private func claimant(_ place: CheckableClaim.Place, _ marks: [ClaimMark]) -> Voice? {
    let spans: [TextSpan] = if case .words(let span) = place { [span] } else { [] }
    if let stated = marks.last(where: { $0.annotation.statedVoice != nil }) {
      return found.voices.voice(of: stated.annotation, at: spans)
    }
    return spans.first.flatMap { found.voices.claimant(of: $0) }
  }
}
