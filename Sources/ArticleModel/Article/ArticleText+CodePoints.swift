// Between byte offsets (memory) and code-point offsets (sidecar, command line).

/// How many code points start before each block of a text, so that a conversion reads one block only.
struct CodePointIndex: Sendable {
  /// The length of a block in bytes.
  static let blockSize = 256
  /// Element k: code points that start before byte k * blockSize.
  private let counts: [Int32]
  /// The number of code points in the text.
  let total: Int

  init(of bytes: UnsafeBufferPointer<UInt8>) {
    var counts: [Int32] = []
    counts.reserveCapacity(bytes.count / Self.blockSize + 1)
    var total = 0
    for start in stride(from: 0, to: bytes.count, by: Self.blockSize) {
      counts.append(Int32(truncatingIfNeeded: total))
      total += bytes.codePointStarts(in: start..<min(start + Self.blockSize, bytes.count))
    }
    self.counts = counts
    self.total = total
  }

  func offset(of byte: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard byte < bytes.count else { return total }
    let block = byte / Self.blockSize
    return Int(counts[block]) + bytes.codePointStarts(in: block * Self.blockSize..<byte)
  }

  func byte(of codePoint: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard codePoint < total else { return bytes.count }
    let block = lastBlock(startingAtOrBefore: codePoint)
    var remaining = codePoint - Int(counts[block])
    var at = block * Self.blockSize
    // In a block of ASCII alone, each code point is a byte.
    let next = block + 1 < counts.count ? Int(counts[block + 1]) : total
    if next - Int(counts[block]) == min(Self.blockSize, bytes.count - at) { return at + remaining }
    while at + 8 <= bytes.count {
      let starts = bytes.codePointStarts(in: at..<at + 8)
      guard starts <= remaining else { break }
      remaining -= starts
      at += 8
    }
    while at < bytes.count, remaining > 0 || bytes[at].isUTF8Continuation {
      remaining -= bytes[at].isUTF8Continuation ? 0 : 1
      at += 1
    }
    return at
  }

  private func lastBlock(startingAtOrBefore codePoint: Int) -> Int {
    var (low, high) = (0, counts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(counts[middle]) <= codePoint { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many code points of UTF-8 start in a range of the bytes, which must lie in them.
  @inlinable
  package func codePointStarts(in range: Range<Int>) -> Int {
    let raw = UnsafeRawBufferPointer(self)
    var (at, continuations) = (range.lowerBound, 0)
    while at + 8 <= range.upperBound {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      // Bytes 10xxxxxx: one bit for each, added up in the highest byte.
      let marks = word >> 7 & ~word >> 6 & 0x0101_0101_0101_0101
      continuations += Int((marks &* 0x0101_0101_0101_0101) >> 56)
      at += 8
    }
    while at < range.upperBound {
      continuations += self[at] & 0xC0 == 0x80 ? 1 : 0
      at += 1
    }
    return range.count - continuations
  }
}

extension ArticleText {
  /// The number of code points in the text.
  public var codePointCount: Int { withCodePointIndex { $0.total } }

  /// The code-point offset of a byte offset; a position inside a code point counts as after its start.
  public func codePointOffset(of offset: ByteOffset) -> CodePointOffset {
    let byte = clamp(offset).value
    return withBytes { bytes in
      CodePointOffset(withCodePointIndex { $0.offset(of: byte, in: bytes) })
    }
  }

  /// The byte offset of a code-point offset; one beyond the text becomes its end.
  public func byteOffset(of offset: CodePointOffset) -> ByteOffset {
    withBytes { bytes in
      ByteOffset(withCodePointIndex { $0.byte(of: max(offset.value, 0), in: bytes) })
    }
  }

  /// The span in code points.
  public func codePointSpan(of span: TextSpan) -> CodePointSpan {
    CodePointSpan(codePointOffset(of: span.start), codePointOffset(of: span.end))
  }

  /// The span in bytes.
  public func textSpan(of span: CodePointSpan) -> TextSpan {
    TextSpan(byteOffset(of: span.start), byteOffset(of: span.end))
  }
}
