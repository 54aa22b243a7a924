// Offsets of other programs: in code points, UTF-16 or bytes, of a text with other line ends or a mark.

import ArticleModel
import Testing

@testable import Interchange

@Suite struct OffsetCountingTests {
  private static let words = ["Harbour", "closes", "🌊", "café", "日本", "end"]

  /// Where a word begins, as a program counts that has the text as `text`.
  private func offset(of word: String, in text: String, _ unit: OffsetCounting.Unit) -> Int? {
    text.firstRange(of: word).map { range in
      let before = text[..<range.lowerBound]
      return switch unit {
      case .codePoints: before.unicodeScalars.count
      case .utf16: before.utf16.count
      case .bytes: before.utf8.count
      }
    }
  }

  private func text(_ lineEnd: String) -> String {
    "Harbour\(lineEnd)\(lineEnd)closes 🌊 today\(lineEnd)café\(lineEnd)日本 at the end\(lineEnd)"
  }

  @Test(
    "Each word is found, whatever the line ends of the text and of the program that counted",
    arguments: OffsetCounting.all)
  func everyWay(counting: OffsetCounting) throws {
    for own in ["\n", "\r\n"] {
      let theirs =
        switch counting.lineEnds {
        case .asTheyAre: own
        case .crlf: "\r\n"
        case .lf: "\n"
        }
      let counted = (counting.hasMark ? "\u{FEFF}" : "") + text(theirs)
      let offsets = try Self.words.map {
        try #require(offset(of: $0, in: counted, counting.unit))
      }
      let found = counting.bytes(of: offsets, in: ArticleText(text(own)))
      let expected = Self.words.map { offset(of: $0, in: text(own), .bytes) }
      #expect(offsets.map { found[$0] } == expected)
    }
  }

  @Test("An offset within a character, before the text or beyond it is nowhere")
  func nowhere() {
    let text = ArticleText("a🌊b\n")
    #expect(OffsetCounting(unit: .utf16).bytes(of: [-1, 0, 2, 3, 9], in: text) == [0: 0, 3: 5])
    #expect(OffsetCounting(unit: .bytes).bytes(of: [1, 3, 5, 7], in: text) == [1: 1, 5: 5, 7: 7])
  }
}
