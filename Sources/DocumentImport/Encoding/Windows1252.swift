// Windows-1252, the encoding of Western text that is no Unicode; Latin-1 is part of it.

/// The single-byte encoding that the WHATWG Encoding Standard (section 9) decodes "latin1" with.
enum Windows1252 {
  /// The code points of the bytes 0x80 to 0x9F; five bytes without a meaning keep their number.
  private static let upperControls: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// Decodes any bytes.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let units = bytes.map { byte in
      (0x80...0x9F).contains(byte) ? upperControls[Int(byte - 0x80)] : UInt16(byte)
    }
    return String(decoding: units, as: UTF16.self)
  }
}
