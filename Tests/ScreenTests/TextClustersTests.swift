// The clusters of a text, told apart without a `Character` for each.

import Testing

@testable import Screen

@Suite struct TextClustersTests {
  private struct Piece: Equatable {
    let bytes: Range<Int>
    let glyph: Glyph?
  }

  private static let texts = [
    "", "a", "plain words, and more", "é", "e\u{301}a\u{301}", "“quoted” – and ‘so’ on …",
    "日本語 and ASCII", "👩‍🚒 and 🇺🇦🇩🇪", "a\u{200D}b", "a\r\nb\tc\u{7}", "soft\u{AD}hyphen", " \u{308}x",
    String(repeating: "日本語", count: 100), "x" + String(repeating: "\u{301}", count: 500) + "y",
    String(repeating: "é", count: 127) + "👩‍🚒" + String(repeating: "🇺🇦", count: 90),
    "กำลัง", "देवनागरी", "e\u{301}\u{302}\u{303}\u{304}", "x\u{FE0F}", "1\u{FE0F}\u{20E3}2",
  ]

  @Test("Clusters are those of the text's characters, and look like these", arguments: texts)
  func clusters(_ text: String) {
    var (expected, at) = ([Piece](), 0)
    for character in text {
      let end = at + character.utf8.count
      expected.append(Piece(bytes: at..<end, glyph: Glyph(showing: character)))
      at = end
    }
    var found: [Piece] = []
    text[...].forEachCluster { bytes, range, glyph in
      #expect(bytes.elementsEqual(text.utf8))
      found.append(Piece(bytes: range, glyph: glyph))
      return true
    }
    #expect(found == expected)
    #expect(found.map { String(text[...][utf8: $0.bytes]) } == text.map(String.init))
  }

  @Test("Nothing is looked at behind the cluster that is the last one wanted")
  func stopping() {
    for text in ["abcdef", "äöüß–…", "a–b–c–"] {
      var count = 0
      text[...].forEachCluster { _, _, _ in
        count += 1
        return count < 3
      }
      #expect(count == 3)
    }
  }

  @Test("How wide a long text is takes no longer to tell than that it is wider than its room")
  func longText() {
    let text = String(repeating: "日本語", count: 1_000_000)
    let time = ContinuousClock().measure {
      for _ in 0..<1_000 { #expect(text.displayWidth(upTo: 40) > 40) }
    }
    let whole = ContinuousClock().measure { #expect(text.displayWidth == 6_000_000) }
    #expect(time < whole)
  }
}
