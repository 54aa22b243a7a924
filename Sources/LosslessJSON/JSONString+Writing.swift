// Strings in quotation marks; what needs no escape is copied in runs.

extension JSONString {
  /// Writes a string in quotation marks. Control characters are escaped, also DEL and those from U+0080
  /// to U+009F, and so are the controls of direction and the tags, so that printing JSON sends nothing to
  /// a terminal that it would act on; and U+2028 and U+2029, at which some programs would cut a line.
  package static func write(_ string: String, to output: inout [UInt8]) {
    var string = string
    string.withUTF8 { write($0, to: &output) }
  }

  /// The same, to a buffer.
  static func write(_ string: String, to output: inout ByteBuffer) {
    var string = string
    string.withUTF8 { write($0, to: &output) }
  }

  /// Writes a string of valid UTF-8 in quotation marks.
  static func write<Output: ByteOutput & ~Copyable>(
    _ content: UnsafeBufferPointer<UInt8>, to output: inout Output
  ) {
    output.append(UInt8(ascii: "\""))
    var (start, at) = (0, endOfPlain(in: content, from: 0))
    while at < content.count {
      if let (scalar, length) = escaped(content, at) {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: content[start..<at]))
        writeEscape(of: scalar, to: &output)
        start = at + length
        at = start - 1
      }
      at = endOfPlain(in: content, from: at + 1)
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: content[start...]))
    output.append(UInt8(ascii: "\""))
  }

  /// Copies JSON, with escapes for what `write` would not write as it is. Outside of ASCII and of white
  /// space there is nothing but the contents of strings.
  static func copy(_ json: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer) {
    var start = 0
    for at in json.indices where json[at] == 0x0D || json[at] >= 0x7F && mayNeedEscape(json[at]) {
      guard let (scalar, length) = escaped(json, at) else { continue }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: json[start..<at]))
      if scalar != 0x0D { writeEscape(of: scalar, to: &output) }
      start = at + length
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: json[start...]))
  }

  /// The first byte from a position on that may need an escape; the end when there is none.
  private static func endOfPlain(in content: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let raw = UnsafeRawBufferPointer(content)
    var at = start
    while at + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      // A byte's high bit is set where the byte is zero – or lies behind such a one, which is looked at again.
      let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
      let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
      let special =
        (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
        | (word &- ones &* 0x20) & ~word | (word &+ ones) | word
      if special & highs != 0 { break }
      at += 8
    }
    while at < content.count, !mayNeedEscape(content[at]) { at += 1 }
    return at
  }

  @inline(__always)
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x80
      ? byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      : byte == 0xC2 || byte == 0xD8 || byte == 0xE2 || byte == 0xF3
  }

  /// What an escape stands for, and how many bytes it replaces; nil for what stays as it is.
  private static func escaped(
    _ content: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> (scalar: UInt32, length: Int)? {
    let length = content[at] < 0x80 ? 1 : content[at] < 0xE0 ? 2 : content[at] < 0xF0 ? 3 : 4
    guard at + length <= content.count else { return nil }
    var scalar = UInt32(content[at] & (length == 1 ? 0x7F : 0xFF >> (UInt8(length) + 1)))
    for byte in content[(at + 1)..<(at + length)] { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    return length == 1 || isEscaped(scalar) ? (scalar, length) : nil
  }

  private static func isEscaped(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F: true
    case 0xE0000...0xE007F: true
    default: false
    }
  }

  private static func writeEscape<Output: ByteOutput & ~Copyable>(
    of scalar: UInt32, to output: inout Output
  ) {
    switch scalar {
    case 0x22: writeEscape(UInt8(ascii: "\""), to: &output)
    case 0x5C: writeEscape(UInt8(ascii: "\\"), to: &output)
    case 0x0A: writeEscape(UInt8(ascii: "n"), to: &output)
    case 0x0D: writeEscape(UInt8(ascii: "r"), to: &output)
    case 0x09: writeEscape(UInt8(ascii: "t"), to: &output)
    case 0x10000...:
      // Beyond the basic plane: a pair of surrogates.
      writeEscape(of: 0xD800 + (scalar - 0x10000) >> 10, to: &output)
      writeEscape(of: 0xDC00 + (scalar - 0x10000) & 0x3FF, to: &output)
    default:
      writeEscape(UInt8(ascii: "u"), to: &output)
      for shift in [12, 8, 4, 0] {
        output.append(digit(UInt8(truncatingIfNeeded: scalar >> UInt32(shift)) & 15))
      }
    }
  }

  private static func writeEscape<Output: ByteOutput & ~Copyable>(
    _ letter: UInt8, to output: inout Output
  ) {
    output.append(UInt8(ascii: "\\"))
    output.append(letter)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
  }
}
