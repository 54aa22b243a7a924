// From each encoding to the UTF-8 that offsets refer to.

import ArticleModel

extension TextEncoding {
  /// Decodes a whole file; faults become U+FFFD, line ends LF, and the byte-order mark goes.
  func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> ArticleText {
    if decoder == .utf8 { return NormalForm.text(of: bytes) }
    return utf8(of: bytes).withUnsafeBufferPointer { NormalForm.text(of: $0) }
  }

  /// Decodes bytes; line ends stay what they are.
  func utf8(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let legacy = LegacyDecoders()
    switch decoder {
    case .utf8: return Array(bytes)
    case .utf16(let isBigEndian): return Self.decodeUTF16(bytes, isBigEndian: isBigEndian)
    case .utf32(let isBigEndian): return Self.decodeUTF32(bytes, isBigEndian: isBigEndian)
    case .singleByte(let encoding):
      return legacy.singleByte(bytes, encoding: encoding).bytes
    case .gb18030: return legacy.gb18030(bytes).bytes
    case .big5: return legacy.big5(bytes).bytes
    case .eucJP: return legacy.eucJP(bytes).bytes
    case .iso2022JP: return legacy.iso2022JP(bytes).bytes
    case .shiftJIS: return legacy.shiftJIS(bytes).bytes
    case .eucKR: return legacy.eucKR(bytes).bytes
    }
  }

  /// Decodes pairs of bytes; an odd byte at the end is cut-off text and becomes U+FFFD.
  private static func decodeUTF16(
    _ bytes: UnsafeBufferPointer<UInt8>, isBigEndian: Bool
  ) -> [UInt8] {
    var writer = UTF8Writer(expecting: bytes.count * 3 / 2)
    var high: UInt32?
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      let unit = isBigEndian ? first << 8 | second : second << 8 | first
      if let lead = high {
        high = nil
        if (0xDC00..<0xE000).contains(unit) {
          writer.append(0x10000 + (lead - 0xD800) << 10 + (unit - 0xDC00))
          continue
        }
        writer.appendReplacement()
      }
      if (0xD800..<0xDC00).contains(unit) { high = unit } else { writer.append(unit) }
    }
    if high != nil || !bytes.count.isMultiple(of: 2) { writer.appendReplacement() }
    return writer.bytes
  }

  /// Decodes fours of bytes; what is left at the end is cut-off text and becomes U+FFFD.
  private static func decodeUTF32(
    _ bytes: UnsafeBufferPointer<UInt8>, isBigEndian: Bool
  ) -> [UInt8] {
    var writer = UTF8Writer(expecting: bytes.count / 2)
    for index in stride(from: 0, to: bytes.count - 3, by: 4) {
      writer.append(unit32(bytes, at: index, isBigEndian: isBigEndian))
    }
    if !bytes.count.isMultiple(of: 4) { writer.appendReplacement() }
    return writer.bytes
  }

  /// Four bytes as a number.
  static func unit32(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, isBigEndian: Bool
  ) -> UInt32 {
    (0..<4).reduce(0) { $0 << 8 | UInt32(bytes[index + (isBigEndian ? $1 : 3 - $1)]) }
  }
}
