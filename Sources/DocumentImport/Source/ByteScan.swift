// Searches in bytes that may be hundreds of megabytes, with the vector instructions of the C library.

import CUnicode

extension UnsafeBufferPointer<UInt8> {
  /// Where some bytes stand next, from an index on; nil when they do not.
  func firstIndex(of wanted: StaticString, from start: Int = 0) -> Int? {
    guard start < count, let baseAddress else { return nil }
    let found = cunicode_find(
      baseAddress + start, count - start, wanted.utf8Start, wanted.utf8CodeUnitCount)
    return found < 0 ? nil : start + found
  }

  /// Where a byte stands next, from an index on; nil when it does not.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    guard start < count, let baseAddress else { return nil }
    let found = cunicode_find_first(baseAddress + start, count - start, byte)
    return found < 0 ? nil : start + found
  }

  /// Whether some bytes stand at an index.
  func has(_ wanted: StaticString, at start: Int) -> Bool {
    guard start >= 0, count - start >= wanted.utf8CodeUnitCount else { return false }
    return wanted.withUTF8Buffer { zip(self[start...], $0).allSatisfy { $0 == $1 } }
  }

  /// The line that begins at an index, without its line end.
  func line(at start: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    let end = firstIndex(of: 0x0A, from: start) ?? count
    let isCRLF = end > start && self[end - 1] == 0x0D
    return self[start..<(isCRLF ? end - 1 : end)]
  }

  /// Where the line after the one at an index begins; the end when there is none.
  func lineAfter(_ start: Int) -> Int {
    firstIndex(of: 0x0A, from: start).map { $0 + 1 } ?? count
  }
}
