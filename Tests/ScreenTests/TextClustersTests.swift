// The clusters of a text, told apart without a `Character` for each.

import Testing

@testable import Screen

@Suite struct TextClustersTests {
  private struct Piece: Equatable {
    let bytes: Range<Int>
    let width: Column
  }

  private static let texts = [
    "", "a", "plain words, and more", "é", "e\u{301}a\u{301}", "“quoted” – and ‘so’ on …",
    "日本語 and ASCII", "👩‍🚒 and 🇺🇦🇩🇪", "a\u{200D}b", "a\r\nb\tc\u{7}", "soft\u{AD}hyphen", " \u{308}x",
    "กำลัง", "देवनागरी", "e\u{301}\u{302}\u{303}\u{304}", "x\u{FE0F}", "1\u{FE0F}\u{20E3}2",
  ]

  @Test("Clusters are those of the text's characters, as wide as these", arguments: texts)
  func clusters(_ text: String) {
    var (expected, at) = ([Piece](), 0)
    for character in text {
      let end = at + character.utf8.count
      expected.append(Piece(bytes: at..<end, width: Glyph.width(of: character)))
      at = end
    }
    var found: [Piece] = []
    text.forEachCluster { bytes, range, width in
      #expect(bytes.elementsEqual(text.utf8))
      found.append(Piece(bytes: range, width: width))
      return true
    }
    #expect(found == expected)
    #expect(found.map { String(text[utf8: $0.bytes]) } == text.map(String.init))
  }

  @Test("Nothing is looked at behind the cluster that is the last one wanted")
  func stopping() {
    for text in ["abcdef", "äöüß–…", "a–b–c–"] {
      var count = 0
      text.forEachCluster { _, _, _ in
        count += 1
        return count < 3
      }
      #expect(count == 3)
    }
  }
}
