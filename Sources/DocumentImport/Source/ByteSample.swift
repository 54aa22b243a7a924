// The beginning of a file, on which its format and encoding are decided.

import ArticleModel

/// The first bytes of a file.
struct ByteSample {
  /// How many bytes are looked at.
  static let size = 65_536

  let bytes: UnsafeBufferPointer<UInt8>

  init(of file: UnsafeBufferPointer<UInt8>) {
    bytes = UnsafeBufferPointer(rebasing: file[..<min(file.count, Self.size)])
  }

  var count: Int { bytes.count }

  /// How many control bytes it has that text does not hold: all below space but tab, line ends, form
  /// feed, backspace and escape.
  var controlBytes: Int { bytes.reduce(0) { $0 + (Self.isForeignToText($1) ? 1 : 0) } }

  private static func isForeignToText(_ byte: UInt8) -> Bool {
    guard byte < 0x20 else { return byte == 0x7F }
    switch byte {
    case 0x08...0x0D, 0x1B: return false
    default: return true
    }
  }
}
