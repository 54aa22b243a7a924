// A lexicon says of each word what the lists of its language say.

import Testing

@testable import NewsAnalysis

@Suite struct LexiconTests {
  private static func words(
    _ classes: [(String, WordTraits)] = [], _ signs: [(String, ClaimSign)] = []
  ) -> LanguageWords {
    var words = LanguageWords()
    words.classes = classes
    words.claimSigns = signs
    words.named = EnglishWord.allCases.map { ($0.rawValue, $0) }
    return words
  }

  @Test("Words keep what each list says of them, and marks are known in all languages")
  func entries() {
    let words = Self.words(
      [("saint minister", .title), ("minister", .speechVerb)],
      [("minister", .source), ("most", .superlative), ("why", .question), ("many", .quantity)])
    let lexicon = Lexicon(of: "xx", words)
    func entry(_ word: String) -> Lexicon.Entry { lexicon.entry(of: LowercaseHash.of(word)) }
    #expect(entry("Minister").traits == [.title, .speechVerb])
    #expect(entry("minister").claimSign == .source)
    #expect(entry("many").claimSign == .quantity)
    #expect(entry("why").claimSign == .question)
    #expect(entry("saint") == Lexicon.Entry(traits: .title))
    #expect(entry("most").known == .most && entry("most").claimSign == .superlative)
    for word in EnglishWord.allCases { #expect(entry(word.rawValue).known == word) }
    for mark in Mark.allCases { #expect(entry(mark.rawValue).mark == mark) }
    #expect(entry("ministry") == Lexicon.Entry())
  }

  @Test("The bytes of all languages give the entries that their lists have")
  func wholeLanguages() throws {
    for (tag, bytes) in LexiconFiles.all {
      let language = try #require(Language.known.first { $0.tag == tag }?.language())
      bytes.withUnsafeBytes { buffer in
        let image = LexiconImage(buffer)
        let said = ["en": "said", "de": "sagte", "fr": "dit", "es": "dijo"][tag] ?? ""
        let entry = image?.entry(of: LowercaseHash.of(said))
        #expect(entry?.traits.contains(.speechVerb) == true, "\(tag): \(said)")
        #expect(entry == language.lexicon.entry(of: LowercaseHash.of(said)))
      }
      #expect(bytes.count < 128 * 1024)
    }
  }

  @Test(
    "Words whose hashes ask for the same place are told apart, and the last place goes on at the first"
  )
  func collisions() {
    var words = LanguageWords()
    let verbs: [UInt64] = [15, 31, 47, 16, 1_023]
    words.cueVerbs = [("say", .speechVerb)]
    words.verbForms = { _, body in
      for (index, hash) in verbs.enumerated() {
        body(hash, WordTraits(rawValue: 1 << UInt32(index)))
      }
    }
    let lexicon = Lexicon(of: "xx", words)
    for (index, hash) in verbs.enumerated() {
      let expected = WordTraits.speechVerb.union(WordTraits(rawValue: 1 << UInt32(index)))
      #expect(lexicon.entry(of: hash).traits == expected)
    }
    #expect(lexicon.entry(of: 63) == Lexicon.Entry())
    #expect(lexicon.entry(of: 0) == Lexicon.Entry())
  }

  @Test("Bytes that are no whole lexicon are refused")
  func faults() {
    let bytes = Lexicon(of: "xx", Self.words()).bytes
    func isRead(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes { LexiconImage($0) != nil } }
    #expect(isRead(bytes))
    #expect(!isRead([]) && !isRead(Array(bytes.dropLast())) && !isRead(bytes + [0]))
    for at in 0..<16 {
      var other = bytes
      other[at] ^= 1
      #expect(!isRead(other))
    }
  }
}
