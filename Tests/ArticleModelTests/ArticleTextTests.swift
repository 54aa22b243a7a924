// Offsets in bytes, code points and grapheme clusters.

import ArticleModel
import Testing

@Suite struct ArticleTextTests {
  let mixed = ArticleText("a\u{0301}é 日本 👩‍👩‍👧 שלום end")

  @Test("A code-point offset survives the way to bytes and back")
  func roundTrip() {
    for offset in 0...mixed.codePointCount {
      let byte = mixed.byteOffset(of: CodePointOffset(offset))
      #expect(mixed.codePointOffset(of: byte) == CodePointOffset(offset))
    }
  }

  @Test("Code points are counted across blocks of the index")
  func longText() {
    let text = ArticleText(String(repeating: "é日x", count: 5000))
    #expect(text.codePointCount == 15_000)
    #expect(text.byteOffset(of: CodePointOffset(14_999)) == ByteOffset(29_999))
    #expect(text.codePointOffset(of: ByteOffset(29_999)) == CodePointOffset(14_999))
  }

  @Test("Each code point is found in both directions, whatever stands at the end of a block")
  func everyCodePoint() {
    for filler in 0...10 {
      let stretch =
        String(repeating: "a", count: filler) + "é日x👩" + String(repeating: "plain ", count: 50)
        + "ß日日日日"
      let string = String(repeating: stretch, count: 12)
      let text = ArticleText(string)
      var (byte, count, odd): (Int, Int, [Int]) = (0, 0, [])
      for scalar in string.unicodeScalars {
        let isFound =
          text.byteOffset(of: CodePointOffset(count)) == ByteOffset(byte)
          && text.codePointOffset(of: ByteOffset(byte)) == CodePointOffset(count)
        if !isFound { odd.append(count) }
        (byte, count) = (byte + UTF8.width(scalar), count + 1)
      }
      #expect(odd == [])
      #expect(text.codePointCount == count)
      #expect(text.byteOffset(of: CodePointOffset(count)) == text.end)
    }
  }

  @Test("Grapheme clusters are walked in both directions")
  func graphemes() {
    let text = ArticleText("a\u{0301}x👩‍👩‍👧y")
    var starts: [Int] = []
    var at = ByteOffset.zero
    while at < text.end {
      starts.append(at.value)
      at = text.graphemeEnd(after: at)
    }
    #expect(starts == [0, 3, 4, 22])
    var backwards: [Int] = []
    while at > .zero {
      at = text.graphemeStart(before: at)
      backwards.append(at.value)
    }
    #expect(backwards == starts.reversed())
  }

  @Test(
    "A cluster without end is cut at the same places from wherever it is reached",
    arguments: ["\u{301}", "\u{20D0}", "👩\u{200D}", "\u{301}\u{E0061}", "\u{1F1E9}"])
  func endlessClusters(mark: String) {
    for before in ["", "a", "ab", "abc", "é"] {
      let marks = String(repeating: mark, count: 6000 / mark.utf8.count)
      let text = ArticleText(before + "e" + marks + "x")
      var (at, odd): (ByteOffset, [ByteOffset]) = (.zero, [])
      while at < text.end {
        let next = text.graphemeEnd(after: at)
        let isFound = text.graphemeStart(at: at) == at && text.graphemeStart(before: next) == at
        if next <= at || next.value - at.value >= 260 || !isFound { odd.append(at) }
        at = max(next, at + 1)
      }
      #expect(odd == [])
    }
  }

  @Test("A span is rounded outwards to whole clusters")
  func rounding() {
    let text = ArticleText("ae\u{0301}b")
    #expect(text.roundedToGraphemes(TextSpan(2..<3)) == TextSpan(1..<4))
    #expect(text.roundedToGraphemes(TextSpan(0..<1)) == TextSpan(0..<1))
  }

  @Test("The lines of a stanza keep their steps, but not the indent that all of them have")
  func lines() {
    let text = ArticleText(
      "Title\n\n    Roses are red,\n      violets blue,\n   \n    and so on\nEnd")
    let stanza = TextSpan(7..<text.end.value - 4)
    #expect(
      text.lines(of: stanza).map(text.string) == ["Roses are red,", "  violets blue,", "and so on"])
    #expect(text.lines(of: TextSpan(13..<24)).map(text.string) == ["ses are red"])
    #expect(text.lines(of: TextSpan(6..<7)).isEmpty)
  }
}
