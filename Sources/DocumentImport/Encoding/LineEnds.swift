// CR and CRLF become LF, and the byte-order mark goes: the text that offsets refer to has neither.

import ArticleModel
import CUnicode

/// The line ends of a text in UTF-8.
enum LineEnds {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether the bytes hold a carriage return or begin with a byte-order mark.
  static func needNormalising(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: byteOrderMark)
      || cunicode_find_first(bytes.baseAddress, bytes.count, 0x0D) >= 0
  }

  /// A copy with LF line ends and without byte-order mark.
  static func normalised(_ bytes: UnsafeBufferPointer<UInt8>) -> ArticleText {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    var written = 0
    var at = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      copy.initializeElement(at: written, to: byte == 0x0D ? 0x0A : byte)
      written += 1
      if byte == 0x0D, at < bytes.count, bytes[at] == 0x0A { at += 1 }
    }
    nonisolated(unsafe) let owned = copy
    return ArticleText(adopting: UnsafeBufferPointer(rebasing: copy[..<written])) {
      owned.deallocate()
    }
  }
}
