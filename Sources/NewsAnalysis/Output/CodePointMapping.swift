// Byte offsets to code-point offsets for a whole answer, in one pass over the text.

import ArticleModel

/// Converts byte offsets of a text to code points; each look-up reads less than 256 bytes.
struct CodePointMapping {
  private static let block = 256
  private let text: ArticleText
  /// Code points that start before each block.
  private let counts: [Int32]
  private let isASCII: Bool

  init(_ text: ArticleText) {
    self.text = text
    counts = text.withBytes { bytes in
      var counts: [Int32] = []
      counts.reserveCapacity(bytes.count / Self.block + 1)
      var total: Int32 = 0
      for start in stride(from: 0, to: bytes.count, by: Self.block) {
        counts.append(total)
        var continuations: Int32 = 0
        let end = min(start + Self.block, bytes.count)
        for i in start..<end { continuations &+= bytes[i] & 0xC0 == 0x80 ? 1 : 0 }
        total += Int32(end - start) - continuations
      }
      return counts
    }
    isASCII = text.withBytes { $0.allSatisfy { $0 < 0x80 } }
  }

  /// The number of code points before a position.
  func callAsFunction(_ offset: ByteOffset) -> Int {
    let byte = text.clamp(offset).value
    guard !isASCII, !counts.isEmpty else { return byte }
    let index = min(byte / Self.block, counts.count - 1)
    return text.withBytes { bytes in
      var count = Int(counts[index])
      for i in index * Self.block..<byte where bytes[i] & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }
}
