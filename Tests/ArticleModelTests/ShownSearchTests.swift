// Searching finds what the screen shows, whatever way the text writes it, and marks whole characters.

import TestSupport
import Testing

@testable import ArticleModel

@Suite struct ShownSearchTests {
  @Test(
    "A search may begin at any byte, within a character too",
    arguments: ["\\bport\\b", "(?<=é)p", "\\X", "[^a-z]{2}", "\\p{L}+"])
  func anyBeginning(expression: String) throws {
    let text = ArticleText(String(repeating: "éport 日本 port🌊 ", count: 40))
    let pattern = try TextPattern(expression)
    for start in 0..<text.count {
      let span = TextSpan(ByteOffset(start), text.end)
      let first = pattern.firstMatch(in: text, within: span) ?? text.span
      #expect(text.roundedToGraphemes(first) == first)
    }
  }

  private func found(_ source: String, in text: String) throws -> [String] {
    let text = ArticleText(text)
    return try TextPattern(source).matches(in: text, within: text.span, limit: .max)
      .map { text.string(in: $0) }
  }

  @Test(
    "Words are found in every way of writing them",
    arguments: [
      ("international", "The inter\u{AD}national port"), ("minister", "the minis\u{AD}ter said"),
      ("port council", "port\u{A0}council"), ("the levy", "doubled the\nlevy on Monday"),
      ("the levy", "doubled the \n  levy"), ("the levy", "the\u{2009}levy"),
      ("the levy", "the  levy"),
      ("the levy", "the\tlevy"), ("the levy", "the\u{3000}levy"), ("the levy", "the\u{200B} levy"),
      ("final", "The ﬁnal office"), ("inal", "The ﬁnal office"), ("office", "the oﬃce"),
      ("office", "the oﬀice"), ("office", "the ofﬁce"), ("of", "the oﬃce"), ("waffle", "a waﬄe"),
      ("café", "a cafe\u{301} here"), ("cafe\u{301}", "a café here"), ("façade", "a fac\u{327}ade"),
      ("ﬁnal", "the final office"), ("\"no\"", "he said “no” twice"),
      ("“no”", "he said \"no\" twice"),
      ("“no”", "er sagte „no“ dann"), ("\"no\"", "il dit «no» puis"), ("didn't", "she didn’t go"),
      ("didn’t", "she didn't go"), ("12-13", "pages 12–13 of it"), ("a - b", "a — b"),
      ("co-op", "the co\u{2011}op shop"), ("wait…", "wait... for"), ("wait...", "wait… for"),
      ("wait\\.\\.\\.", "wait… for"), ("abc 12", "ＡＢＣ　１２"), ("straße", "STRASSE"),
      ("strasse", "die Straße"), ("istanbul", "in İstanbul now"),
      ("istanbul", "in I\u{307}stanbul now"),
      ("the levy", "THE LEVY"), ("information", "the infor-\nmation desk"),
      ("well-known", "well-\nknown"),
      ("the levy", "the\u{2060} \u{FEFF}levy"), ("ㄱ", "ㄱ"), ("한글", "\u{1112}\u{1161}\u{11AB}글"),
      ("שלום", "ש\u{200F}לום"), ("日本", "日\u{200B}本"), ("first second", "first\u{2028}second"),
      ("Việt", "Vie\u{323}\u{302}t Nam"), ("fi", "ﬁ"), ("co-operate", "co‐operate"),
      ("a\\.b", "a．b"),
    ])
  func ways(typed: String, text: String) throws {
    #expect(try found(typed, in: text).count == 1, "\(typed)")
  }

  @Test(
    "What is shown otherwise is not found",
    arguments: [
      ("cafe", "a café here"), ("cafe", "a cafe\u{301} here"), ("the levy", "the\n\nlevy"),
      ("Final", "the ﬁnal"), ("thelevy", "the levy"), ("no", "n o"), ("resume", "a résumé"),
      ("levy", "lev́y"), ("12", "1\n2"), ("a-b", "ab"), ("m2", "m²"),
    ])
  func misses(typed: String, text: String) throws {
    #expect(try found(typed, in: text) == [], "\(typed)")
  }

  @Test(
    "Regular expressions mean what they meant",
    arguments: [
      ("ab+c", "abbbc ac", ["abbbc"]), ("(fer|har)\\w+", "ferry harbour", ["ferry", "harbour"]),
      ("^The", "The a\nThe b", ["The", "The"]), ("b$", "a b\nc b", ["b", "b"]),
      ("[a-c]+", "abcd", ["abc"]), ("[]x]", "a]x", ["]", "x"]), ("a{2}", "aaa", ["aa"]),
      ("x{,", "x{, y", ["x{,"]), ("\\d{2,4}", "1 22 55555", ["22", "5555"]),
      ("a.c", "abc a\nc", ["abc"]),
      ("\\x{66}i", "fi", ["fi"]), ("\\p{Lu}\\w", "An ox", ["An"]),
      ("\\Qa.b\\E", "a.b axb", ["a.b"]),
      ("(?i)VOGT", "Vogt vogt", ["Vogt", "vogt"]), ("(?<n>a)\\k<n>", "aa ba", ["aa"]),
      ("(?<=a)b", "ab cb", ["b"]), ("\\bport\\b", "port ports", ["port"]),
      ("(?x) a b # c", "ab", ["ab"]),
      ("(a)\\1", "aa", ["aa"]), ("a|b", "ab", ["a", "b"]),
      ("colou?r", "color colour", ["color", "colour"]),
      ("a +b", "a   b", ["a   b"]), ("[[:digit:]]+", "a12", ["12"]), ("a\\sb", "a\nb", ["a\nb"]),
      ("\\bcafé\\b", "cafe\u{301} now", ["cafe\u{301}"]),
      ("(?:levy|the toll)", "the\ntoll", ["the\ntoll"]),
      ("caf.", "cafe\u{301}s", ["cafe\u{301}"]), ("(?#note)ab", "ab", ["ab"]),
      ("a\\+b", "a+b", ["a+b"]),
    ])
  func expressions(source: String, text: String, expected: [String]) throws {
    #expect(try found(source, in: text) == expected)
  }

  @Test("What is no expression is refused as it was typed")
  func faults() {
    for source in ["(fer", "[a", "a**b(", "\\p{Nope}"] {
      #expect(throws: TextPatternError.self) { try TextPattern(source) }
    }
  }

  @Test("A whole word is found with its soft hyphens and accents, and not within a longer one")
  func wholeWords() throws {
    let text = ArticleText(
      "The minis\u{AD}ter, the minister’s ministers; adminis\u{AD}ter cafe\u{301}.")
    func count(_ word: String) throws -> Int {
      try TextPattern(words: word, isWord: true).matches(in: text, within: text.span, limit: .max)
        .count
    }
    #expect(try count("minister") == 2)
    #expect(try count("minis\u{AD}ter") == 2)
    #expect(try count("café") == 1)
    #expect(try count("cafe") == 0)
  }

  /// A text in another way of writing, and where each of its characters stands in it.
  private static func written(
    _ characters: [Character], using chance: inout Chance
  ) -> (text: String, places: [Int]) {
    var (text, places) = ("", [Int]())
    var at = 0
    while at < characters.count {
      let character = characters[at]
      var length = 1
      var form = String(character)
      let pair = String(characters[at...].prefix(2))
      let roll = Int.random(in: 0..<4, using: &chance)
      switch character {
      case " ": form = chance.pick([" ", "\n", "\u{A0}", "  ", " \n ", "\u{2009}"])
      case "\"": form = chance.pick(["\"", "“", "”", "„", "«"])
      case "'": form = chance.pick(["'", "’", "‘"])
      case "-": form = chance.pick(["-", "–", "\u{2011}", "—"])
      case "é", "ü", "ç": form = roll == 0 ? form.decomposed : form
      case _ where ["fi", "fl", "ff"].contains(pair) && roll == 0:
        (form, length) = (["fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ"][pair] ?? pair, 2)
      case _ where character.isLetter && roll == 0:
        form += chance.pick(["\u{AD}", "\u{200B}", "\u{2060}", ""])
      default: break
      }
      for _ in 0..<length { places.append(text.utf8.count) }
      text += form
      at += length
    }
    return (text, places + [text.utf8.count])
  }

  @Test(
    "Words of a text are found at their place in any way of writing the text, and end with a character"
  )
  func generated() throws {
    let words = [
      "the", "final", "office", "levy", "café", "über", "\"no\"", "didn't", "co-op", "façade",
      "waffle",
      "flood", "of", "minister", "staff", "Größe",
    ]
    for seed: UInt64 in 1...400 {
      var chance = Chance(seed: seed &* 92_821)
      let plain = (0..<12).map { _ in chance.pick(words) }.joined(separator: " ")
      let characters = Array(plain)
      let (written, places) = Self.written(characters, using: &chance)
      let start = Int.random(in: 0..<characters.count - 8, using: &chance)
      let end = start + Int.random(in: 2...8, using: &chance)
      let typed = String(characters[start..<end])
      guard typed.contains(where: { $0 != " " }), typed.first != " ", typed.last != " " else {
        continue
      }
      let text = ArticleText(written)
      let spans = try TextPattern("\\Q\(typed)\\E").matches(
        in: text, within: text.span, limit: .max)
      // A ligature is marked as a whole.
      let last = places.first { $0 > places[end - 1] } ?? written.utf8.count
      let hit = spans.contains { $0.start.value == places[start] && $0.end.value <= last }
      #expect(hit, "seed \(seed): “\(typed)” in “\(written)”: \(spans)")
      for span in spans {
        #expect(text.roundedToGraphemes(span) == span, "seed \(seed): “\(typed)” in “\(written)”")
      }
      let literal = text.places(showing: typed)
      #expect(literal == spans, "seed \(seed): “\(typed)”")
    }
  }

  @Test("Any text that is typed is an expression, or is refused; searching never stops")
  func anything() {
    let signs = Array("ab .*+?{}[]()|\\^$#-:<>=!,1Qfsiß“é\u{301}\u{AD}\n\tEpxN")
    let text = ArticleText("ab fi “é” .*+?{}[]()|\\^$#- ßss\n\nff 11, aab")
    for seed: UInt64 in 1...3000 {
      var chance = Chance(seed: seed)
      let source = String(
        (0..<Int.random(in: 1...9, using: &chance)).map { _ in chance.pick(signs) })
      guard let pattern = try? TextPattern(source) else { continue }
      let matches = pattern.matches(in: text, within: text.span, limit: 100)
      #expect(matches.allSatisfy { !$0.isEmpty && $0.end <= text.end }, "seed \(seed): \(source)")
    }
  }

  @Test("Filters fold what looks the same, and keep accents")
  func filters() {
    #expect("The\u{A0}ﬁnal\n“Le\u{AD}vy” – Cafe\u{301}".asSearched == "the final \"levy\" - café")
    #expect("STRASSE".asSearched == "strasse" && "Straße".asSearched == "strasse")
  }
}
