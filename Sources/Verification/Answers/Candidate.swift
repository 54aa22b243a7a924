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
  /// How often each quotation of up to three words stands in the source.
  var occurrences: [Int]
  /// How many words the source has.
  public var wordCount: Int
}

extension SourceFindings {
  /// Whether the source holds something of the quotations.
  public var isAnything: Bool { candidates.contains { !$0.isEmpty } }
}
