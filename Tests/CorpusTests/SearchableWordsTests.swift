// Words of annotations as filters search them.

import Testing

@testable import Corpus

@Suite struct SearchableWordsTests {
  @Test(
    "Words are found as a search letter by letter finds them",
    arguments: [
      "", "a", "cafe", "café", "cafe\u{301}", "the", "é", "x", "e", "fe", "\n", "“the", "e”",
    ])
  func same(words: String) {
    let texts = [
      "", "Cafe", "café", "Cafe\u{301}", "THE cafe", "“The” cafe\u{301}, a cafe", "a\r\nb",
    ]
    for text in texts {
      #expect(SearchableWords(text).contains(words) == text.lowercased().contains(words))
    }
  }
}
