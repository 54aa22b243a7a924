// The rules of English, as the engine asks for them.

import ArticleModel

/// Forms of reported speech, addressees, quotations within quotations, and metonymy in English.
struct EnglishGrammar: Grammar {
  func amended(
    _ labels: [AttributionLabel], of paragraph: Passage.Paragraph, in passage: Passage,
    words: WordTypes
  ) -> (labels: [AttributionLabel], via: [TokenRange]) {
    let rules = EnglishAttributionRules(labels, of: paragraph, in: passage, words: words)
    return (rules.labels, rules.via)
  }

  func separatingAddressee(
    _ attribution: Attribution, in passage: Passage, words: WordTypes
  ) -> Attribution {
    EnglishAddresseeRule(passage: passage, words: words).applied(to: attribution)
  }

  func innerAttributions(
    in passage: Passage, words: WordTypes
  ) -> (QuotedStretch) -> [Attribution] {
    EnglishInnerQuotations(passage: passage, words: words).attributions
  }

  func metonymy(
    in passage: Passage, words: WordTypes
  ) -> (TokenRange, _ sentence: TokenRange) -> Bool {
    EnglishMetonymy(passage: passage, types: words).isActing
  }
}
