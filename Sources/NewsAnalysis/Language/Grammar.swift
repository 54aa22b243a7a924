// Rules that hold for one language alone: forms of reported speech, and who acts where a place is named.

import ArticleModel

/// The rules of a language. One that has only word lists does without: then what the models find stands.
protocol Grammar: Sendable {
  /// The labels of a paragraph, put right where the grammar is sure, and those who passed on what is said.
  func amended(
    _ labels: [AttributionLabel], of paragraph: Segment.Paragraph, in segment: Segment,
    words: WordTypes
  ) -> (labels: [AttributionLabel], via: [TokenRange])

  /// What finds the clauses beside quotation marks that tell who speaks.
  func reportingClauses(in segment: Segment, words: WordTypes) -> any ReportingClauseReader

  /// Sets apart whom the words of an attribution are aimed at.
  func separatingAddressee(
    _ attribution: Attribution, in segment: Segment, words: WordTypes
  ) -> Attribution

  /// Whether an attribution quotes nobody: "claimed responsibility", "declined to comment".
  func isNoSpeech(_ attribution: Attribution, in segment: Segment, words: WordTypes) -> Bool

  /// What is quoted or reported within the words between quotation marks.
  func innerAttributions(
    in segment: Segment, words: WordTypes
  ) -> (QuotedStretch) -> [Attribution]

  /// Tells of names of places in a segment whether they stand for those who act there.
  func metonymy(in segment: Segment, words: WordTypes) -> (TokenRange, _ sentence: TokenRange) ->
    Bool
}

extension Grammar {
  func reportingClauses(in segment: Segment, words: WordTypes) -> any ReportingClauseReader {
    NoReportingClauses()
  }
}

/// The grammar of a language that has none here: rules of form do without.
struct NoGrammar: Grammar {
  func amended(
    _ labels: [AttributionLabel], of paragraph: Segment.Paragraph, in segment: Segment,
    words: WordTypes
  ) -> (labels: [AttributionLabel], via: [TokenRange]) { (labels, []) }

  func separatingAddressee(
    _ attribution: Attribution, in segment: Segment, words: WordTypes
  ) -> Attribution { attribution }

  func isNoSpeech(_ attribution: Attribution, in segment: Segment, words: WordTypes) -> Bool {
    false
  }

  func innerAttributions(
    in segment: Segment, words: WordTypes
  ) -> (QuotedStretch) -> [Attribution] { { _ in [] } }

  func metonymy(
    in segment: Segment, words: WordTypes
  ) -> (TokenRange, _ sentence: TokenRange) -> Bool { { _, _ in false } }
}
