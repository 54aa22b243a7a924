// The rules of English, as the engine asks for them.

import ArticleModel

/// Forms of reported speech, addressees, quotations within quotations, and metonymy in English.
struct EnglishGrammar: Grammar {
  func amended(
    _ labels: [AttributionLabel], of paragraph: Segment.Paragraph, in segment: Segment,
    words: WordTypes
  ) -> (labels: [AttributionLabel], via: [TokenRange]) {
    let rules = EnglishAttributionRules(labels, of: paragraph, in: segment, words: words)
    return (rules.labels, rules.via)
  }

  func reportingClauses(in segment: Segment, words: WordTypes) -> any ReportingClauseReader {
    EnglishReportingClauses(segment: segment, words: words)
  }

  func separatingAddressee(
    _ attribution: Attribution, in segment: Segment, words: WordTypes
  ) -> Attribution {
    let told = EnglishPassive(segment: segment, words: words).applied(to: attribution)
    let written = EnglishInscriptions(segment: segment, words: words).applied(to: told)
    return EnglishAddresseeRule(segment: segment, words: words).applied(to: written)
  }

  func isNoSpeech(_ attribution: Attribution, in segment: Segment, words: WordTypes) -> Bool {
    EnglishNonSpeech(segment: segment, words: words).isNoSpeech(attribution)
  }

  func innerAttributions(
    in segment: Segment, words: WordTypes
  ) -> (QuotedStretch) -> [Attribution] {
    EnglishInnerQuotations(segment: segment, words: words).attributions
  }

  func metonymy(
    in segment: Segment, words: WordTypes
  ) -> (TokenRange, _ sentence: TokenRange) -> Bool {
    EnglishMetonymy(segment: segment, types: words).isActing
  }
}
