// Makes claims of what was found and of what was marked: which marks are about the same words, and which
// sentences they stand for.

import ArticleModel
import NewsAnalysis

/// Puts the claims of an article together.
struct ClaimMaker {
  private let analysis: Analysis
  private let voices: Voices
  private let text: ArticleText?
  /// The sentences with their scores, in reading order.
  private let scored: [Claim]
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
  var sources: [ClaimMark] = []

  /// Marks with so much in common, of all that either has, are about the same words.
  private static let leastLikeness = 0.5

  init(_ analysis: Analysis?, voices: Voices?, text: ArticleText?) {
    let analysis = analysis ?? Analysis(extent: TextSpan(.zero, .zero))
    self.analysis = analysis
    scored = analysis.claimScores.isEmpty ? analysis.claims : analysis.claims(.all)
    self.voices = voices ?? Voices(analysis)
    self.text = text
  }

  /// All claims, in the order of the list.
  func claims(with marks: [ClaimMark]) -> [CheckableClaim] {
    let groups = groups(of: marks)
    let found = unmarked(besides: groups.map(\.span)).map { claim($0.span, [], score: $0.score) }
    let marked = groups.map { claim($0.span, $0.marks, score: score(at: $0.span)) }
    let inText = (found + marked).sorted { a, b in
      guard let a = a.span, let b = b.span else { return false }
      return a < b
    }
    let others = marks.filter { $0.anchor?.span == nil }
    let whole = others.filter { $0.annotation.targets.first?.passage == nil && $0.isSure }
    let wholeIDs = Set(whole.map(\.annotation.id))
    let lost = others.filter { !wholeIDs.contains($0.annotation.id) }
    return whole.map { claim(.wholeArticle, [$0], words: "the article as a whole") } + inText
      + lost.map {
        claim(.lost, [$0], words: $0.annotation.targets.first?.passage?.exact ?? "the article")
      }
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

  /// The sentences that were found and of which marks have no more than a part: with half of its words
  /// marked, a sentence is taken apart; with less, something would be missing on the list.
  private func unmarked(besides spans: [TextSpan]) -> [Claim] {
    let found = analysis.claims
    var marked = [Int](repeating: 0, count: found.count)
    var end = ByteOffset.zero
    for span in spans {
      // Words that several marks have count once.
      let rest = TextSpan(max(span.start, end), max(span.end, end))
      end = max(end, span.end)
      var index = found.partitionPoint { $0.span.end > rest.start }
      while index < found.count, found[index].span.start < rest.end {
        marked[index] += found[index].span.intersection(rest)?.count ?? 0
        index += 1
      }
    }
    return found.indices.filter { marked[$0] * 2 < found[$0].span.count }.map { found[$0] }
  }

  /// The score of the sentence that words stand in, the highest when they stand in several.
  private func score(at span: TextSpan) -> Double? {
    var index = scored.partitionPoint { $0.span.end > span.start }
    var best: Double?
    while index < scored.count, scored[index].span.start < span.end {
      best = max(best ?? 0, scored[index].score)
      index += 1
    }
    return best
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
      decision: ordered.lazy.compactMap { decided[$0.annotation.id] }.first)
  }

  /// The marks of evidence that stand on the words of a claim or answer a verification of it.
  private func sources(of place: CheckableClaim.Place, _ marks: [ClaimMark]) -> [ClaimMark] {
    let ids = Set(marks.map(\.annotation.id))
    return sources.filter { source in
      if let answered = source.annotation.repliesTo, ids.contains(answered) { return true }
      guard case .words(let span) = place, source.isSure, let own = source.anchor?.span else {
        return false
      }
      return own.likeness(to: span) >= Self.leastLikeness
    }
  }

  /// Who makes the claim: as somebody recorded it, else whose words they are.
  private func claimant(_ place: CheckableClaim.Place, _ marks: [ClaimMark]) -> Voice? {
    let spans: [TextSpan] = if case .words(let span) = place { [span] } else { [] }
    if let stated = marks.last(where: { $0.annotation.statedVoice != nil }) {
      return voices.voice(of: stated.annotation, at: spans)
    }
    return spans.first.flatMap { voices.claimant(of: $0) }
  }
}
