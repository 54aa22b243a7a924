// The grapheme clusters of a text, without a `Character` for each where it is plain.

extension Substring {
  /// Gives `body` all bytes of the text, where in them each grapheme cluster stands, and what is shown for it, one cluster
  /// after the other, until it returns false. A character of ASCII before another may be part of its cluster.
  package func forEachCluster(
    _ body: (UnsafeBufferPointer<UInt8>, Range<Int>, Glyph?) -> Bool
  ) {
    let isDone: Void? = utf8.withContiguousStorageIfAvailable { $0.forEachCluster(body) }
    if isDone == nil { Array(utf8).withUnsafeBufferPointer { $0.forEachCluster(body) } }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The same for the bytes of a text.
  @inline(__always)
  fileprivate func forEachCluster(
    _ body: (UnsafeBufferPointer<UInt8>, Range<Int>, Glyph?) -> Bool
  ) {
    var (at, reach) = (0, Self.reach)
    while at < count {
      if isPlain(around: at) {
        guard body(self, at..<at + 1, Glyph(ascii: self[at])) else { return }
        at += 1
        continue
      }
      let piece = others(from: at, reach: reach)
      for character in String(decoding: self[piece.bytes], as: UTF8.self) {
        let next = at + character.utf8.count
        // Where the piece was cut, its last cluster may go on.
        if piece.isCut, next == piece.bytes.upperBound { break }
        guard body(self, at..<next, Glyph(showing: character)) else { return }
        at = next
      }
      reach = at == piece.bytes.lowerBound ? reach * 4 : Self.reach
    }
  }

  /// So many bytes that are not plain are looked at once, because few callers want all of a long text.
  private static var reach: Int { 256 }

  /// The bytes from one that is not plain to the next that is, or as many as are looked at once.
  private func others(from start: Int, reach: Int) -> (bytes: Range<Int>, isCut: Bool) {
    var end = start + 1
    while end < count, end - start < reach, !isPlain(around: end) { end += 1 }
    let isCut = end < count && !isPlain(around: end)
    while isCut, self[end] & 0xC0 == 0x80 { end -= 1 }
    return (start..<end, isCut)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a byte and the one after it are printable ASCII, so that a cluster ends between them.
  private func isPlain(around index: Int) -> Bool {
    self[index].isPlain && (index + 1 == count || self[index + 1].isPlain)
  }
}

extension Substring {
  /// The text of some of its bytes, which must begin and end between code points.
  package subscript(utf8 bytes: Range<Int>) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    return self[start..<utf8.index(start, offsetBy: bytes.count)]
  }
}
