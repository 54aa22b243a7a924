// Grapheme clusters: the caret and the ends of annotations never stand inside one.

import CUnicode

extension ArticleText {
  /// Longer clusters are cut where the text's offset is a multiple of this, in bytes, so that a hostile run
  /// of combining marks costs little, and is cut at the same places wherever counting begins.
  private static let longestCluster = 256
  /// How far back a place is looked for at which a cluster surely starts. In a longer run of flags or of
  /// letters that are joined to each other, clusters are counted from there.
  private static let longestSearch = 4096

  /// Where the grapheme cluster that starts at `offset` ends (UAX #29); the text's end at its end.
  public func graphemeEnd(after offset: ByteOffset) -> ByteOffset {
    withBytes { bytes in
      let start = clamp(offset).value
      guard start < bytes.count, let base = bytes.baseAddress else { return end }
      // Four bytes more, for the code point that decides whether the longest one ends.
      let window = min(bytes.count - start, Self.longestCluster + 4)
      let length = cunicode_grapheme_end(base + start, window, 0)
      let isTooLong = length > Self.longestCluster
      return ByteOffset(isTooLong ? Self.cut(after: start, in: bytes) : start + length)
    }
  }

  /// Where a cluster that is too long is cut: at the first code point that starts at the next multiple of
  /// `longestCluster` or after it.
  private static func cut(after start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var at = (start / longestCluster + 1) * longestCluster
    while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }

  /// Where the grapheme cluster before `offset` starts; the text's start at its start.
  public func graphemeStart(before offset: ByteOffset) -> ByteOffset {
    let limit = clamp(offset)
    guard limit > .zero else { return .zero }
    var at = safeStart(before: limit)
    while true {
      let next = graphemeEnd(after: at)
      if next >= limit || next <= at { return at }
      at = next
    }
  }

  /// The start of the grapheme cluster that the byte at `offset` belongs to.
  public func graphemeStart(at offset: ByteOffset) -> ByteOffset {
    let limit = clamp(offset)
    guard limit < end else { return end }
    return graphemeStart(before: limit + 1)
  }

  /// The span, grown so that both ends lie between grapheme clusters.
  public func roundedToGraphemes(_ span: TextSpan) -> TextSpan {
    let cut = clamp(span)
    let start = graphemeStart(at: cut.start)
    let end = cut.end < self.end ? graphemeStart(at: cut.end) : self.end
    return TextSpan(start, end < cut.end ? graphemeEnd(after: end) : end)
  }

  /// Whether the code point at `index` goes on the cluster of the blank before it, as an accent does. Such
  /// a blank is not trimmed: what begins behind it would begin within a cluster.
  package static func joinsBlank(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Below U+0300 nothing joins what stands before it.
    guard index > 0, index < bytes.count, bytes[index] >= 0xCC, bytes[index - 1] == 0x20,
      let base = bytes.baseAddress
    else { return false }
    return cunicode_grapheme_end(base + index - 1, min(bytes.count - index, 4) + 1, 0) > 1
  }

  /// A position before `limit` at which a cluster surely starts, or one `longestSearch` bytes back.
  private func safeStart(before limit: ByteOffset) -> ByteOffset {
    withBytes { bytes in
      guard let base = bytes.baseAddress else { return .zero }
      let lowest = max(0, limit.value - Self.longestSearch)
      return ByteOffset(
        cunicode_sure_grapheme_start(base, bytes.count, lowest, limit.value - 1))
    }
  }
}
