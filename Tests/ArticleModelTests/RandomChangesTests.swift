// Marks of chance on sentences that are changed by chance, inside the mark or beside it: a change of meaning
// always asks, another typography never does.

import TestSupport
import Testing

@testable import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct RandomChangesTests {
  private static let isLong = getenv("GALLEY_LONG_TESTS") != nil
  private static var seeds: ClosedRange<UInt64> { 1...(isLong ? 900 : 10) }

  /// Part of a sentence of an article, marked.
  private struct Case {
    var sentences: [String]
    let number: Int
    let passage: Passage

    var sentence: String { sentences[number] }

    init(_ sentences: [String], _ number: Int, using chance: inout Chance) {
      (self.sentences, self.number) = (sentences, number)
      let words = sentences[number].split(separator: " ").map(String.init)
      let isWhole = Bool.random(using: &chance)
      let first = isWhole ? 0 : Int.random(in: 0..<words.count - 1, using: &chance)
      let end =
        isWhole ? words.count : min(words.count, first + Int.random(in: 1...14, using: &chance))
      let start =
        sentences[..<number].reduce(0) { $0 + $1.utf8.count + 1 }
        + words[..<first].reduce(0) { $0 + $1.utf8.count + 1 }
      let length = words[first..<end].joined(separator: " ").utf8.count
      passage = Passage(
        of: TextSpan(start..<start + length), in: Article(sentences.joined(separator: " ")))
    }

    /// Where the mark is when the sentence has become another one.
    func anchor(when sentence: String) -> Anchor {
      var sentences = sentences
      sentences[number] = sentence
      return Anchoring.resolve(passage, in: Article(sentences.joined(separator: " ")))
    }
  }

  /// Calls `body` with marks in articles that are made up.
  private static func forEachCase(_ body: (Case, UInt64, inout Chance) -> Void) {
    for seed in seeds {
      var chance = Chance(seed: seed &* 999_983)
      let sentences = EditedArticle(paragraphs: 5, using: &chance).paragraphs.joined()
        .map { sentence in sentence.map(\.text).joined(separator: " ") }
      for number in sentences.indices {
        body(Case(sentences, number, using: &chance), seed, &chance)
      }
    }
  }

  /// The sentence with another meaning.
  private static func turned(_ sentence: String, using chance: inout Chance) -> String? {
    var words = sentence.split(separator: " ").map(String.init)
    switch Int.random(in: 0..<4, using: &chance) {
    case 0:
      let denials = [
        ["not"], ["never"], ["no", "longer"], ["hardly"], ["reportedly"], ["without"],
      ]
      words.insert(
        contentsOf: chance.pick(denials), at: Int.random(in: 1..<words.count, using: &chance))
    case 1: words = ["It", "is", "not", "true", "that"] + words
    case 2: words[words.count - 1] = words[words.count - 1].dropLast() + ", which was false."
    default:
      let places = words.indices.filter { $0 > 0 && words[$0].first?.isLowercase == false }
      let named = places.filter {
        words[$0].first?.isLetter == true || words[$0].first?.isNumber == true
      }
      guard let place = named.randomElement(using: &chance) else { return nil }
      words[place] = words[place].first?.isNumber == true ? "1234" : "Zyx"
    }
    return words.joined(separator: " ")
  }

  private static func typeset(_ sentence: String, using chance: inout Chance) -> String {
    chance.pick([
      sentence.replacing("\"", with: "”"), sentence.replacing(" ", with: "\u{A0}"),
      sentence.replacing("'", with: "’"), sentence.replacing(" - ", with: " – "),
      sentence.replacing(" ", with: "\n", maxReplacements: 3), sentence.replacing("...", with: "…"),
      sentence.uppercased(), sentence.replacing("fi", with: "ﬁ"),
      sentence.replacing("o", with: "o\u{AD}", maxReplacements: 2),
      sentence.replacing(" the ", with: "  the "), sentence.replacing("1", with: "１"), sentence,
    ])
  }

  @Test("A change of meaning anywhere in the sentence of a mark asks")
  func meaning() {
    var (tried, silent) = (0, 0)
    Self.forEachCase { subject, seed, chance in
      guard let turned = Self.turned(subject.sentence, using: &chance) else { return }
      let anchor = subject.anchor(when: turned)
      tried += 1
      if anchor.isSure { silent += 1 }
      #expect(!anchor.isSure, "seed \(seed): “\(subject.passage.exact)” in “\(turned)”")
    }
    print("changes in the sentence: \(tried) tried, \(silent) taken silently")
    #expect(tried >= (Self.isLong ? 10_000 : 100))
  }

  @Test("Another typography anywhere in the sentence of a mark does not ask")
  func typography() {
    var tried = 0
    Self.forEachCase { subject, seed, chance in
      let typeset = Self.typeset(subject.sentence, using: &chance)
      let anchor = subject.anchor(when: typeset)
      tried += 1
      #expect(anchor.isSure, "seed \(seed): “\(subject.passage.exact)” in “\(typeset)”: \(anchor)")
    }
    print("typography in the sentence: \(tried) tried")
    #expect(tried >= 100)
  }
}
