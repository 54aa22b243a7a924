// Sentences: where they end, and where they only seem to.

import ArticleModel
import NewsAnalysis
import Testing

@Suite struct SentenceTests {
  private func sentences(_ marked: String) -> (found: [String], expected: [String]) {
    let sample = MarkedText(marked)
    let found = NewsAnalyzer().analyze(sample.article).sentences.map { sample.string($0) }
    return (found, sample.words("s"))
  }

  @Test(
    "A sentence ends at its mark, not at an abbreviation, an initial or a reporting clause",
    arguments: [
      "⟦s:Mr. Smith went to the U.S. embassy.⟧ ⟦s:He left.⟧",
      "⟦s:They met in the U.S.⟧ ⟦s:The talks failed.⟧",
      "⟦s:“Will you go?” she asked.⟧ ⟦s:“No.”⟧ ⟦s:He shrugged.⟧",
      "⟦s:“Will you go?” Anna Smith asked.⟧",
      "⟦s:“We will go.”⟧ ⟦s:Then they left.⟧",
      "⟦s:John F. Kennedy Jr. spoke at 4.30 p.m. on Friday.⟧ ⟦s:No.⟧ ⟦s:Yes!⟧",
      "⟦s:A headline without a mark⟧\n\n⟦s:And (so on.)⟧ ⟦s:The rest⟧",
    ])
  func ends(_ marked: String) {
    let (found, expected) = sentences(marked)
    #expect(found == expected)
  }

  @Test("A sentence never crosses a paragraph, and every word lies in one")
  func paragraphs() {
    let (found, expected) = sentences("⟦s:One⟧\n⟦s:two.⟧\n\n  ⟦s:Three.⟧ ")
    #expect(found == expected)
  }
}
