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
  var controlBytes: Int {
    var count = 0
    for byte in bytes { count &+= Self.foreignToText(byte) }
    return count
  }

  /// 1 for a byte that text does not hold; without branches, so that the compiler counts many at once.
  private static func foreignToText(_ byte: UInt8) -> Int {
    let isControl = (byte < 0x20 ? 1 : 0) | (byte == 0x7F ? 1 : 0)
    let isUsual = (byte &- 0x08 < 0x06 ? 1 : 0) | (byte == 0x1B ? 1 : 0)
    return isControl & ~isUsual
  }
}
