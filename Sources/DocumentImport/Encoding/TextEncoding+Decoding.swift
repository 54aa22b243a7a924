// From each encoding to the UTF-8 that offsets refer to.

import ArticleModel

extension TextEncoding {
  /// Decodes a whole file; faults become U+FFFD, line ends LF, and the byte-order mark goes.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> ArticleText {
    switch self {
    case .utf8: return NormalForm.text(of: bytes)
    case .utf16LittleEndian:
      return Self.decodeUTF16(bytes) { UInt16($1) << 8 | UInt16($0) }
    case .utf16BigEndian:
      return Self.decodeUTF16(bytes) { UInt16($0) << 8 | UInt16($1) }
    case .windows1252:
      return Self.normalised(Windows1252.decode(bytes))
    }
  }

  /// Decodes pairs of bytes; an odd byte at the end is cut-off text and becomes U+FFFD.
  private static func decodeUTF16(
    _ bytes: UnsafeBufferPointer<UInt8>, unit: (UInt8, UInt8) -> UInt16
  ) -> ArticleText {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2 + 1)
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      units.append(unit(bytes[index], bytes[index + 1]))
    }
    if !bytes.count.isMultiple(of: 2) { units.append(0xFFFD) }
    return normalised(String(decoding: units, as: UTF16.self))
  }

  private static func normalised(_ string: String) -> ArticleText {
    var string = string
    return string.withUTF8 { NormalForm.text(of: $0) }
  }
}
