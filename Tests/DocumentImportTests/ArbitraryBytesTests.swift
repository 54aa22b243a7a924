// Whatever the bytes are: an article is valid text, or there is a clear error.

import ArticleModel
import DocumentImport
import TestSupport
import Testing

@Suite struct ArbitraryBytesTests {
  /// Pieces of which files are put together, most of them awkward somewhere.
  private static let pieces: [[UInt8]] = [
    Array("The harbour closed. ".utf8), Array("“日本” é 👩‍👩‍👧 ".utf8), [0x0D, 0x0A], [0x0D], [0x0A],
    [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0x00], [0xE2, 0x80], [0x93], [0xC0, 0xAF],
    [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x61, 0x00], [0x00, 0x61], [0xD8, 0x00], [0x1B],
    Array("%PDF-".utf8),
  ]

  @Test("An article is valid UTF-8 without carriage returns or a byte-order mark at its start")
  func valid() {
    var numbers = Chance(seed: 7)
    var opened = 0
    for _ in 0..<4000 {
      let count = Int.random(in: 0...12, using: &numbers)
      let bytes = (0..<count).flatMap { _ in
        Self.pieces.randomElement(using: &numbers) ?? []
      }
      guard let article = try? ArticleLoader.article(of: bytes, named: "a.txt") else { continue }
      opened += 1
      article.text.withBytes { text in
        #expect((try? UTF8Span(validating: text.span)) != nil, "\(bytes)")
        #expect(!text.contains(0x0D), "\(bytes)")
      }
    }
    #expect(opened > 1000)
  }
}
