// Filters find words, not letters within words.

import ArticleModel
import Testing

@Suite struct FilterWordsTests {
  private static let entries = [
    "an indirect quotation", "a direct quotation", "directly from the desk", "the de-facto leader",
    "Ärzte im Café", "東京都知事", "café-owner’s",
  ]

  private func found(_ filter: String) -> [String] {
    FilterWords(filter).filter(Self.entries) { $0 }
  }

  @Test("A word that an entry has by itself is not found within other words")
  func wholeWords() {
    #expect(found("direct") == ["a direct quotation"])
    #expect(found("DIRECT quotation") == ["a direct quotation"])
    #expect(found("owner") == ["café-owner’s"])
    #expect(found("facto") == ["the de-facto leader"])
  }

  @Test("While a word is typed, words that begin with it are found")
  func beginnings() {
    #expect(found("dir") == ["a direct quotation", "directly from the desk"])
    #expect(found("indir") == ["an indirect quotation"])
    #expect(found("rect").isEmpty)
    #expect(found("ärz") == ["Ärzte im Café"])
    #expect(found("caf") == ["Ärzte im Café", "café-owner’s"])
  }

  @Test("Accents belong to words, and scripts without blanks are searched anywhere")
  func scripts() {
    #expect(found("cafe").isEmpty)
    #expect(found("知事") == ["東京都知事"])
  }

  @Test("Without words everything passes")
  func empty() {
    #expect(found("").count == Self.entries.count)
    #expect(found("  ").count == Self.entries.count)
  }
}
