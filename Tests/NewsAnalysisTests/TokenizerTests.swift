// Tokens: words, clitics, abbreviations, numbers and marks.

import ArticleModel
import Testing

@testable import NewsAnalysis

@Suite struct TokenizerTests {
  private func tokens(_ string: String) -> [String] {
    let text = ArticleText(string)
    var words = WordTypes()
    var tokens: [Token] = []
    Tokenizer.tokenize(text, in: text.span, words: &words, into: &tokens)
    return tokens.map { text.string(in: $0.span) }
  }

  @Test("Words, marks and quotation marks of every style are tokens of their own")
  func marks() {
    #expect(
      tokens("He said: “Go,” «va» „geh“.") == [
        "He", "said", ":", "“", "Go", ",", "”", "«", "va", "»", "„", "geh", "“", ".",
      ])
    #expect(tokens("''No,'' ``yes''…") == ["''", "No", ",", "''", "``", "yes", "''", "…"])
  }

  @Test("A picture is one token with all that is joined to it, so that no passage begins within it")
  func pictures() {
    #expect(tokens("👩‍🚒 crews, 👍🏽👍🏽 ❤️!") == ["👩‍🚒", "crews", ",", "👍🏽", "👍🏽", "❤️", "!"])
    #expect(tokens("🇩🇪🇫🇷 won ☂︎") == ["🇩🇪", "🇫🇷", "won", "☂︎"])
    #expect(tokens("“👩‍👩‍👧”") == ["“", "👩‍👩‍👧", "”"])
    #expect(tokens("‼️Trump #️⃣Wort ©️2026") == ["‼️", "Trump", "#️⃣", "Wort", "©️", "2026"])
    #expect(
      tokens("He said—“yes”…“no.”") == [
        "He", "said", "—", "“", "yes", "”", "…", "“", "no", ".", "”",
      ])
    #expect(tokens("👩") == ["👩"])
  }

  @Test("Clitics are cut off, other apostrophes stay in the word")
  func apostrophes() {
    #expect(
      tokens("Trump’s they'll don't O'Brien d’Estaing") == [
        "Trump", "’s", "they", "'ll", "don't", "O'Brien", "d’Estaing",
      ])
    #expect(tokens("the ministers' plan") == ["the", "ministers", "'", "plan"])
  }

  @Test("Abbreviations, initials, domains and numbers keep their periods")
  func periods() {
    #expect(
      tokens("Mr. J. Smith of the U.S. left.") == [
        "Mr.", "J.", "Smith", "of", "the", "U.S.", "left", ".",
      ])
    #expect(
      tokens("tass.ru 4.0 1,200,000 6:30pm 10,") == [
        "tass.ru", "4.0", "1,200,000", "6:30pm", "10", ",",
      ])
  }

  @Test("Hyphens separate, dashes and ellipses stay whole")
  func hyphens() {
    #expect(tokens("Asia-Pacific -- well...") == ["Asia", "-", "Pacific", "--", "well", "..."])
  }

  @Test("Types of the same word in another case share the lower-case hash")
  func types() {
    let text = ArticleText("Said said SAID")
    var words = WordTypes()
    var tokens: [Token] = []
    Tokenizer.tokenize(text, in: text.span, words: &words, into: &tokens)
    #expect(Set(tokens.map(\.type)).count == 3)
    #expect(Set(tokens.map { words[$0].lowerHash }).count == 1)
    #expect(tokens.allSatisfy { words[$0].traits.contains(.speechVerb) })
  }

  @Test("Every distinct word has a type of its own, however many there are")
  func vocabulary() {
    let words = (0..<20_000).map { String($0 % 2 == 0 ? $0 : $0 &* 7919, radix: 36) }
    let text = ArticleText(words.joined(separator: " "))
    var types = WordTypes()
    var tokens: [Token] = []
    Tokenizer.tokenize(text, in: text.span, words: &types, into: &tokens)
    #expect(Set(tokens.map { text.string(in: $0.span) }).count == types.count)
  }

  @Test(
    "Verbs are known in their forms",
    arguments: [
      ("says", WordTraits.thirdPerson), ("said", .past), ("denies", .thirdPerson),
      ("denied", .past), ("quipping", .gerund), ("urging", .gerund), ("agreeing", .gerund),
      ("stresses", .thirdPerson), ("known", .past), ("conveyed", WordTraits()),
    ])
  func verbForms(_ form: String, _ trait: WordTraits) {
    let entry = Language.english.lexicon.entry(of: LowercaseHash.of(form))
    #expect(entry.traits.isDisjoint(with: .cueVerb) == trait.isEmpty)
    #expect(entry.traits.isSuperset(of: trait))
  }
}
