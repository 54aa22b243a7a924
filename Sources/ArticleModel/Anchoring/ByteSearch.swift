// Finds words in a text, byte for byte.

import CUnicode

#if canImport(Glibc)
  import Glibc
#endif

/// Searches of the text of an article.
package enum ByteSearch {
  /// Where `words` begin in a text, at most `limit` places, in reading order; they may overlap.
  package static func places(
    of words: [UInt8], in text: ArticleText, within span: TextSpan? = nil, limit: Int
  ) -> [ByteOffset] {
    let area = span.map { text.clamp($0) } ?? text.span
    return text.withBytes { bytes in
      let found = places(
        of: words, in: UnsafeBufferPointer(rebasing: bytes[area.range]), limit: limit)
      return found.map { area.start + $0 }
    }
  }

  /// Where `words` begin in some bytes, at most `limit` places; they may overlap.
  static func places(
    of words: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, limit: Int
  ) -> [Int] {
    guard !words.isEmpty else { return [] }
    var found: [Int] = []
    var at = 0
    while found.count < limit, let place = first(words, in: bytes, at..<bytes.count) {
      found.append(place)
      at = place + 1
    }
    return found
  }

  /// Whether `words` stand at `offset`.
  static func matches(_ words: String, in text: ArticleText, at offset: ByteOffset) -> Bool {
    let count = words.utf8.count
    guard count > 0, offset >= .zero, offset + count <= text.end else { return count == 0 }
    return text.withBytes { bytes in
      words.utf8.withContiguousStorageIfAvailable { words in
        guard let place = bytes.baseAddress, let words = words.baseAddress else { return false }
        return memcmp(place + offset.value, words, count) == 0
      } ?? bytes[offset.value..<(offset.value + count)].elementsEqual(words.utf8)
    }
  }

  private static func first(
    _ words: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int? {
    guard let base = bytes.baseAddress, range.count >= words.count else { return nil }
    let found = cunicode_find(base + range.lowerBound, range.count, words, words.count)
    return found < 0 ? nil : range.lowerBound + found
  }
}
