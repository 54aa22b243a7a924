// The grammar of languages without a model of quotations: direct quotations, found by their marks, and their
// speakers by the forms of their introductions.

import ArticleModel

/// Rules for direct speech that German, French and Spanish share; what their words do differs.
struct FormGrammar: Grammar {
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
