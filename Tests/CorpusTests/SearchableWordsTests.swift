// Words of annotations as filters search them.

import ArticleModel
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
      let words = words.asSearched
      #expect(SearchableWords(text).contains(words) == text.asSearched.contains(words))
    }
  }

  @Test(
    "A filter finds words and their beginnings, and nothing within a word",
    arguments: [
      ("direct", "a direct quotation", true), ("direct", "directly", true),
      ("direct", "an indirect one", false), ("rect", "direct", false),
      ("a direct", "a direct quotation", true), ("port", "the air-port", true), ("2", "12", false),
      ("", "anything", true), ("事", "東京都知事", true),
    ])
  func beginnings(words: String, text: String, isThere: Bool) {
    #expect(SearchableWords(text).has(words.asSearched) == isThere)
  }

  @Test(
    "Words are found as they are shown",
    arguments: [
      ("\"the", "“The” ferry"), ("the levy", "the\u{A0}levy"), ("the levy", "the\nlevy"),
      ("final", "The ﬁnal office"), ("minister", "minis\u{AD}ter"), ("a - b", "a – b"),
      ("café", "CAFE\u{301}"), ("straße", "STRASSE"),
    ])
  func shown(words: String, text: String) {
    #expect(SearchableWords(text).contains(words.asSearched))
  }
}
