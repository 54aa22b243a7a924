// The pieces that an overlong block is shown in, so that layout stays local.
//
//     |0 ......... 16 K|......... 32 K|....      near each multiple of the length a cut is made: behind
//                 ^cut          ^cut             the next white space, else before a cluster's start

/// The pieces of one block. Every caller cuts alike, and finds the piece at a place without going through
/// those before it.
struct Fragments {
  /// Longer blocks are cut into pieces of about this many bytes.
  static let length = 16_384

  private let text: ArticleText
  private let span: TextSpan
  private let count: Int

  /// Prepares to cut `span`.
  init(of span: TextSpan, in text: ArticleText) {
    self.text = text
    self.span = span
    count = max(1, (span.count + Self.length - 1) / Self.length)
  }

  /// The piece that `offset` lies in; between pieces, the next one; nil after the last.
  func piece(atOrAfter offset: ByteOffset) -> TextSpan? {
    let first = (max(offset, span.start) - span.start) / Self.length - 1
    for index in max(first, 0)..<max(count, first) {
      let piece = piece(index)
      if !piece.isEmpty, offset < piece.end { return piece }
    }
    return nil
  }

  /// The last piece that ends at or before `offset`; nil before the first.
  func piece(before offset: ByteOffset) -> TextSpan? {
    let last = (min(offset, span.end) - span.start) / Self.length + 1
    for index in (0..<max(min(last, count), 0)).reversed() {
      let piece = piece(index)
      if !piece.isEmpty, piece.end <= offset { return piece }
    }
    return nil
  }

  /// A piece by its number, without the white space at its ends; empty when there is nothing else in it.
  private func piece(_ index: Int) -> TextSpan {
    var (start, end) = (cut(index), cut(index + 1))
    while start < end, isLooseBlank(start) { start = start + 1 }
    while end > start, isLooseBlank(end - 1) { end = end - 1 }
    return TextSpan(start, end)
  }

  /// Where piece `index` begins. Cuts rise strictly: each lies less than half a length from its multiple.
  private func cut(_ index: Int) -> ByteOffset {
    let place = span.start + index * Self.length
    if index <= 0 { return span.start }
    if place >= span.end { return span.end }
    let limit = min(place + Self.length / 2, span.end)
    if let blank = firstLooseBlank(from: place, to: limit) { return blank + 1 }
    return max(text.graphemeStart(at: place), place - Self.length / 4)
  }

  private func firstLooseBlank(from start: ByteOffset, to limit: ByteOffset) -> ByteOffset? {
    let blank = text.withBytes { bytes in
      (start.value..<limit.value).first {
        bytes[$0].isASCIIWhitespace && isLooseBlank(ByteOffset($0))
      }
    }
    return blank.map(ByteOffset.init)
  }

  /// Whether the byte is white space that no combining mark stands on.
  private func isLooseBlank(_ offset: ByteOffset) -> Bool {
    guard text[offset]?.isASCIIWhitespace == true else { return false }
    guard let next = text[offset + 1], next >= 0x80 else { return true }
    return text.graphemeEnd(after: offset) == offset + 1
  }
}
