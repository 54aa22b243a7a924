// The beginning of a file, on which its format and encoding are decided.

import ArticleModel

/// The first bytes of a file.
struct ByteSample {
  /// How many bytes are looked at.
  static let size = 65_536

  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the file goes on after the sample.
  let isCut: Bool
  init(of file: UnsafeBufferPointer<UInt8>, size: Int = ByteSample.size) {
    isCut = file.count > size
    bytes = UnsafeBufferPointer(rebasing: file[..<min(file.count, size)])
  }

  var count: Int { bytes.count }

  /// How many control bytes it has that text does not hold: all below space but tab, line ends, form
  /// feed, backspace and escape.
  var controlBytes: Int { bytes.reduce(0) { $0 + (Self.isForeignToText($1) ? 1 : 0) } }

  /// The sample without the code point that its end cuts in two, if it is UTF-8.
  var withoutCutCodePoint: UnsafeBufferPointer<UInt8> {
    guard isCut else { return bytes }
    var end = bytes.count
    while end > 0, bytes.count - end < 3, bytes[end - 1].isUTF8Continuation { end -= 1 }
    guard end > 0, bytes[end - 1] >= 0xC0 else { return bytes }
    return UnsafeBufferPointer(rebasing: bytes[..<(end - 1)])
  }

  private static func isForeignToText(_ byte: UInt8) -> Bool {
    guard byte < 0x20 else { return byte == 0x7F }
    switch byte {
    case 0x08...0x0D, 0x1B: return false
    default: return true
    }
  }
}
