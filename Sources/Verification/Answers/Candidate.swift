// What one source says to one quotation, before sources are compared.

import ArticleModel

/// A way in which a source may hold a quotation.
public struct Candidate: Hashable, Sendable {
  /// What it comes to.
  public var outcome: QuotationOutcome
  /// Changes that make another statement of it, the gravest first.
  public var meaningChanges: [MeaningChange]
  /// How near it is, from 0 to 1.
  public var score: Double
  /// Where the words are: one place, or one for each part of a stitched quotation.
  public var matches: [SourceMatch]

  /// What is told first: the nearer one, and among equals the one that says more for the story.
  static func isBefore(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.score != b.score { return a.score > b.score }
    let order = QuotationOutcome.allCases
    let (first, second) = (order.firstIndex(of: a.outcome), order.firstIndex(of: b.outcome))
    if first != second { return first ?? 0 < second ?? 0 }
    guard let a = a.matches.first, let b = b.matches.first else { return false }
    return (a.source, a.span.start) < (b.source, b.span.start)
  }
}

/// What a source says to all quotations of an index.
public struct SourceFindings: Sendable {
  /// Candidates of each entry of the index, the best first.
  var candidates: [[Candidate]]
  /// Where single sentences of a quotation stand, by the entry of the index and the number of the sentence; of
  /// quotations of several sentences that the source has not as a whole.
  var sentences: [Int: [Int: Candidate]]
  /// How often each quotation of up to three words stands in the source.
  var occurrences: [Int]
  /// How many words the source has.
  public var wordCount: Int
}

extension SourceFindings {
  /// A quotation whose sentences stand in several sources; nil when one of them stands in none.
  static func stitched(_ entry: Int, _ sentenceCount: Int, in all: [SourceFindings]) -> Candidate? {
    let found = all.compactMap { $0.sentences[entry] }
    guard found.count > 1, sentenceCount > 1 else { return nil }
    let parts = (0..<sentenceCount).compactMap { sentence in
      found.compactMap { $0[sentence] }.min(by: Candidate.isBefore)
    }
    let matches = parts.flatMap(\.matches)
    guard parts.count == sentenceCount, Set(matches.map(\.source)).count > 1 else { return nil }
    let score = parts.reduce(0) { $0 + $1.score } / Double(sentenceCount)
    return Candidate(
      outcome: .stitched, meaningChanges: parts.flatMap(\.meaningChanges).sorted(),
      score: max(score - priceOfSources, 0), matches: matches)
  }

  /// A source that has more than a sentence is the likelier one.
  private static let priceOfSources = 0.05

  /// Whether the source holds something of the quotations.
  public var isAnything: Bool { candidates.contains { !$0.isEmpty } }
}
