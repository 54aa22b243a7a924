// The grapheme clusters of a text, without a `Character` for each where it is plain.

extension String {
  /// Gives `body` all bytes of the text, where in them each grapheme cluster stands, and how many columns it takes, one
  /// cluster after the other, until it returns false.
  package func forEachCluster(
    _ body: (UnsafeBufferPointer<UInt8>, Range<Int>, Column) -> Bool
  ) {
    var text = self
    text.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        if bytes.isPlain(around: at) {
          guard body(bytes, at..<at + 1, 1) else { return }
          at += 1
        } else {
          var end = at + 1
          while end < bytes.count, !bytes.isPlain(around: end) { end += 1 }
          for character in String(decoding: bytes[at..<end], as: UTF8.self) {
            let next = at + character.utf8.count
            guard body(bytes, at..<next, Glyph.width(of: character)) else { return }
            at = next
          }
        }
      }
    }
  }

  /// The text of some of its bytes, which must begin and end between code points.
  package subscript(utf8 bytes: Range<Int>) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    return self[start..<utf8.index(start, offsetBy: bytes.count)]
  }
}
