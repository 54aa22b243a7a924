// A mark never passes silently to a statement that says something else, and typography and corrected
// spelling are never asked about: generated variants of both.

import TestSupport
import Testing

@testable import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct ChangedMeaningTests {
  private static let isLong = getenv("GALLEY_LONG_TESTS") != nil
  private static var rounds: UInt64 { isLong ? 800 : 12 }

  /// Words and what takes their place so that the statement is another one.
  private static let turns: [(String, String)] = [
    ("million", "billion"), ("closed", "opened"), ("denied", "confirmed"), ("before", "after"),
    ("despite", "because of"), ("public", "private"), ("safer", "riskier"), ("never", "soon"),
    ("could", "would"), ("would", "may"), ("rising", "falling"), ("cost", "save"),
    ("Monday", "Friday"), ("mayor", "minister"), ("no sign", "a sign"), ("fell", "rose"),
    ("published", "withheld"), ("all", "most"), ("costly", "cheap"), ("lawful", "unlawful"),
  ]

  /// The statement with another meaning; nil when none of the words that can be turned is in it.
  private static func turned(_ sentence: String, using chance: inout Chance) -> String? {
    let verbs = ["said", "was", "would", "had", "could", "were", "insisted"]
    var ways: [String] = turns.filter { sentence.contains(" \($0.0) ") }
      .map { sentence.replacing(" \($0.0) ", with: " \($0.1) ", maxReplacements: 1) }
    for verb in verbs where sentence.contains(" \(verb) ") {
      let negation = chance.pick(["not", "never", "hardly"])
      ways.append(
        sentence.replacing(" \(verb) ", with: " \(verb) \(negation) ", maxReplacements: 1))
    }
    if let number = sentence.firstMatch(of: /\d+/) {
      let other = String((Int(number.output) ?? 0) + Int.random(in: 1...9, using: &chance))
      ways.append(sentence.replacingCharacters(number.range, with: other))
    }
    if let name = sentence.firstMatch(of: /\ [A-Z][a-z]+ [A-Z][a-z]+/) {
      ways.append(sentence.replacingCharacters(name.range, with: " Ines Vogt"))
    }
    return ways.isEmpty ? nil : chance.pick(ways)
  }

  /// The sentences of an article that is made up.
  private static func sentences(using chance: inout Chance) -> [String] {
    EditedArticle(paragraphs: 6, using: &chance).paragraphs.joined().map { sentence in
      sentence.map(\.text).joined(separator: " ")
    }
  }

  /// Marks a sentence whole or in part, changes the article, and looks for the mark.
  private static func anchor(
    of part: Range<String.Index>, in sentences: [String], _ number: Int, becoming new: String
  ) -> Anchor {
    let before = Article(sentences.joined(separator: " "))
    let start = sentences[..<number].reduce(0) { $0 + $1.utf8.count + 1 }
    let sentence = sentences[number]
    let low = sentence.utf8.distance(from: sentence.startIndex, to: part.lowerBound)
    let high = sentence.utf8.distance(from: sentence.startIndex, to: part.upperBound)
    let passage = Passage(of: TextSpan(start + low..<start + high), in: before)
    var changed = sentences
    changed[number] = new
    return Anchoring.resolve(passage, in: Article(changed.joined(separator: " ")))
  }

  @Test("A statement that was turned into another one is never taken for the one that was marked")
  func turnedStatements() {
    var (tried, kept) = (0, 0)
    for seed in 1...Self.rounds {
      var chance = Chance(seed: seed &* 7919)
      let sentences = Self.sentences(using: &chance)
      for number in sentences.indices {
        let old = sentences[number]
        guard let new = Self.turned(old, using: &chance) else { continue }
        let anchor = Self.anchor(
          of: old.startIndex..<old.endIndex, in: sentences, number, becoming: new)
        tried += 1
        if anchor.state == .uncertain, anchor.change != nil { kept += 1 }
        #expect(anchor.state != .exact && anchor.state != .moved, "\(old) -> \(new)")
      }
    }
    print("changed meaning: \(tried) tried, \(kept) shown in their place with the difference")
    #expect(tried >= (Self.isLong ? 10_000 : 150))
    #expect(kept * 100 >= tried * 95)
  }

  @Test("Typography and corrected spelling are never asked about")
  func sameStatements() {
    var tried = 0
    for seed in 1...Self.rounds {
      var chance = Chance(seed: seed &* 104_729)
      var sentences = Self.sentences(using: &chance)
      for number in sentences.indices {
        let right = sentences[number]
        let (old, new) = chance.pick([
          (Self.misspelt(right, using: &chance), right), (right, Self.typeset(right)),
          (right, right.uppercased()),
        ])
        sentences[number] = old
        let anchor = Self.anchor(
          of: old.startIndex..<old.endIndex, in: sentences, number, becoming: new)
        sentences[number] = right
        tried += 1
        #expect(anchor.state == .exact || anchor.state == .moved, "\(old) -> \(new)")
      }
    }
    #expect(tried >= 150)
  }

  private static func typeset(_ sentence: String) -> String {
    sentence.replacing(" \"", with: "\u{A0}“").replacing("\"", with: "”").replacing("'", with: "’")
      .replacing("...", with: "…").replacing(" - ", with: " — ").replacing("oo", with: "o\u{AD}o")
  }

  /// The sentence with a slip in one word: letters exchanged, doubled, left out.
  private static func misspelt(_ sentence: String, using chance: inout Chance) -> String {
    var words = sentence.split(separator: " ").map(String.init)
    let places = words.indices.filter { place in
      words[place].count >= 6 && words[place].allSatisfy { $0.isLowercase }
    }
    guard !places.isEmpty else { return sentence }
    let place = chance.pick(places)
    var letters = Array(words[place])
    let at = Int.random(in: 1..<letters.count - 1, using: &chance)
    switch Int.random(in: 0..<3, using: &chance) {
    case 0: letters.swapAt(at, at + 1)
    case 1: letters.insert(letters[at], at: at)
    default: letters.remove(at: at)
    }
    let slip = String(letters)
    // What happens to be a word of its own is none.
    if !Spelling.isKnown(slip) { words[place] = slip }
    return words.joined(separator: " ")
  }

  @Test(
    "What changes a statement is named, the gravest first",
    arguments: [
      ("had warned of it", "had not warned of it", [WordChange.Kind.negation]),
      ("can go", "cannot go", [.negation, .modal]), ("is safe", "isn’t safe", [.negation]),
      ("Russia fired", "Ukraine fired", [.name]),
      ("12 million", "13 billion", [.number, .quantity]),
      ("It will end.", "It may end?", [.modal, .question]),
      ("innocent men", "guilty men", [.wording]), ("a fall of 5 %", "a fall of −5 %", [.number]),
    ])
  func kinds(old: String, new: String, kinds: [WordChange.Kind]) {
    #expect(WordChange(from: old, to: new)?.kinds == kinds)
  }

  @Test(
    "The same words otherwise written are the same",
    arguments: [
      ("The minsiter said", "The minister said"), ("Teh mayor", "The mayor"),
      ("recieve goverment aid", "receive government aid"), ("co-operate", "cooperate"),
      ("well-known", "well known"), ("infor-\nmation", "information"), ("can not", "cannot"),
      ("organised, travelled, centre", "organized traveled center"), ("Erdogan", "Erdoğan"),
      ("\"He didn't\" - no", "“He didn’t” — no"), ("themayor", "the mayor"),
      ("sol\u{AD}dier", "soldier"), ("cafe\u{301}", "café"), ("5 %", "5%"), ("THE END", "The end"),
    ])
  func equals(old: String, new: String) {
    #expect(WordChange(from: old, to: new) == nil)
    #expect(WordChange(from: new, to: old) == nil)
  }

  @Test(
    "Words that look alike are not the same",
    arguments: [
      ("now", "not"), ("Iran", "Iraq"), ("Brandt said", "Brand said"), ("Ines Vogt", "Ines Voigt"),
      ("lawful", "unlawful"), ("may be", "maybe"), ("12-13", "12-14"), ("1.5", "15"),
      ("$5", "€5"), ("could", "would"), ("hopeful", "hopeless"), ("legal", "legally"),
    ])
  func differs(old: String, new: String) {
    #expect(WordChange(from: old, to: new) != nil)
    #expect(WordChange(from: new, to: old) != nil)
  }

  @Test("The difference is shown in both texts' words")
  func shown() {
    let change = WordChange(
      from: "“We pay 12 million, she said.”", to: "“We will not pay 13 million, she said.”")
    #expect(
      change?.description == "“We {+will not+} pay {-12-} {+13+} million, she said.”")
  }

  @Test(
    "When a passage is cut, its twin elsewhere does not take the mark",
    arguments: [
      ("Brandt said: ⟦“No comment.”⟧ She left.\n\nVogt said: “No comment.” He stayed on."),
      ("“No comment.” said Vogt at noon.\n\n⟦“No comment.”⟧ said Brandt at the quay."),
      ("Team Alpha: approved\nTeam Beta: ⟦approved⟧\nTeam Gamma: rejected"),
      ("Harbour fee: 12 per cent\nBridge fee: ⟦12 per cent⟧\nRoad fee: 9 per cent"),
      ("First, the mayor ⟦declined to say why⟧. Then a clerk declined to say why at all."),
    ])
  func twins(marked: String) throws {
    let open = try #require(marked.firstRange(of: "⟦")),
      close = try #require(marked.firstRange(of: "⟧"))
    let words = String(marked[open.upperBound..<close.lowerBound])
    let before = String(marked[..<open.lowerBound])
    let text = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    let span = TextSpan(before.utf8.count..<before.utf8.count + words.utf8.count)
    let passage = Passage(of: span, in: Article(text))
    // The marked line or sentence goes as a whole.
    let line = marked.split(separator: "\n").first { $0.contains("⟦") } ?? ""
    let sentence = line.contains(". Then") ? line.prefix { $0 != "." } + ". " : line
    let after = Article(marked.replacing(String(sentence), with: ""))
    let anchor = Anchoring.resolve(passage, in: after)
    #expect(anchor.state != .exact && anchor.state != .moved, "\(anchor)")
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with words: String) -> String {
    var copy = self
    copy.replaceSubrange(range, with: words)
    return copy
  }
}
