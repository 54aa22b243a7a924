// Between byte offsets (memory) and code-point offsets (sidecar, command line).

/// How many code points start before each kilobyte of a text, so that a conversion reads one block only.
struct CodePointIndex: Sendable {
  static let blockSize = 1024
  /// So many bytes are counted at once in looking for a code point within a block, and so many within those.
  private static let (step, shortStep) = (64, 8)
  /// Element k: code points that start before byte k * blockSize.
  private let counts: [Int32]
  /// The number of code points in the text.
  let total: Int

  init(of bytes: UnsafeBufferPointer<UInt8>) {
    var counts: [Int32] = []
    counts.reserveCapacity(bytes.count / Self.blockSize + 1)
    var total = 0
    var block = 0
    while block * Self.blockSize < bytes.count {
      counts.append(Int32(truncatingIfNeeded: total))
      let end = min((block + 1) * Self.blockSize, bytes.count)
      total += codePointStarts(in: bytes, block * Self.blockSize..<end)
      block += 1
    }
    self.counts = counts
    self.total = total
  }

  func offset(of byte: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard byte < bytes.count else { return total }
    let block = byte / Self.blockSize
    return Int(counts[block]) + codePointStarts(in: bytes, block * Self.blockSize..<byte)
  }

  func byte(of codePoint: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard codePoint < total else { return bytes.count }
    let block = lastBlock(startingAtOrBefore: codePoint)
    var remaining = codePoint - Int(counts[block])
    var at = block * Self.blockSize
    // In a block of ASCII alone, each code point is a byte.
    let next = block + 1 < counts.count ? Int(counts[block + 1]) : total
    if next - Int(counts[block]) == min(Self.blockSize, bytes.count - at) { return at + remaining }
    while at < bytes.count, bytes[at].isUTF8Continuation { at += 1 }
    at = skipSteps(of: Self.step, from: at, &remaining, in: bytes)
    at = skipSteps(of: Self.shortStep, from: at, &remaining, in: bytes)
    while remaining > 0, at < bytes.count {
      at += 1
      while at < bytes.count, bytes[at].isUTF8Continuation { at += 1 }
      remaining -= 1
    }
    return at
  }

  /// Walks on by steps of so many bytes as long as they hold no more than `remaining` code points, which it counts
  /// down; returns where a code point starts.
  private func skipSteps(
    of step: Int, from start: Int, _ remaining: inout Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var at = start
    while at + step < bytes.count {
      let starts = codePointStarts(in: bytes, at..<at + step)
      guard starts <= remaining else { return at }
      remaining -= starts
      at += step
      while at < bytes.count, bytes[at].isUTF8Continuation { at += 1 }
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

private func codePointStarts(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
  var continuations = 0
  for i in range { continuations &+= bytes[i].isUTF8Continuation ? 1 : 0 }
  return range.count - continuations
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
