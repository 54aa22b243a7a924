// Byte offsets to code-point offsets for a whole answer, in one pass over the text.

import ArticleModel

/// Converts byte offsets of a text to code points; each look-up reads less than a block.
struct CodePointMapping {
  /// The length of a block in bytes: 16, of very long texts 64.
  private let block: Int
  private let text: ArticleText
  /// Code points that start before each block; empty for ASCII, where bytes and code points are alike.
  private let counts: [Int32]

  init(_ text: ArticleText) {
    self.text = text
    let block = text.count < 1 << 24 ? 16 : 64
    self.block = block
    counts = text.withBytes { bytes in
      var counts: [Int32] = []
      counts.reserveCapacity(bytes.count / block + 1)
      var total = 0
      for start in stride(from: 0, to: bytes.count, by: block) {
        counts.append(Int32(truncatingIfNeeded: total))
        total += bytes.codePointStarts(in: start..<min(start + block, bytes.count))
      }
      return total == bytes.count ? [] : counts
    }
  }

  /// The number of code points before a position.
  func callAsFunction(_ offset: ByteOffset) -> Int {
    let byte = text.clamp(offset).value
    guard !counts.isEmpty else { return byte }
    let index = min(byte >> block.trailingZeroBitCount, counts.count - 1)
    return text.withBytes { bytes in
      Int(counts[index]) + bytes.codePointStarts(in: index * block..<byte)
    }
  }
}
