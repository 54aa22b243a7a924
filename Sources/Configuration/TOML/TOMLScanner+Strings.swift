// Strings of TOML in their four forms.

extension TOMLScanner {
  /// Reads a string of any form; the place is at its quotation mark.
  mutating func string() throws(TOMLFault) -> String {
    let quote = current ?? 0
    if has(quote, times: 3) { return try longString(quote) }
    return quote == UInt8(ascii: "'") ? try literalString() : try basicString()
  }

  /// Reads `"…"`.
  mutating func basicString() throws(TOMLFault) -> String {
    let start = line
    var result: [UInt8] = []
    advance()
    while let byte = current {
      if pass(UInt8(ascii: "\"")) { return String(decoding: result, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        result += try escape()
      } else {
        result.append(try character(byte, start))
      }
    }
    throw fault(Self.isUnclosed, at: start)
  }

  /// Reads `'…'`, in which nothing is escaped.
  mutating func literalString() throws(TOMLFault) -> String {
    let start = line
    var result: [UInt8] = []
    advance()
    while let byte = current {
      if pass(UInt8(ascii: "'")) { return String(decoding: result, as: UTF8.self) }
      result.append(try character(byte, start))
    }
    throw fault(Self.isUnclosed, at: start)
  }

  private static var isUnclosed: String { "a string without its closing quotation mark" }

  /// A byte of a string that ends within its line.
  private mutating func character(_ byte: UInt8, _ start: Int) throws(TOMLFault) -> UInt8 {
    if byte == 0x0A || byte == 0x0D { throw fault(Self.isUnclosed, at: start) }
    if Self.isControl(byte) { throw fault("a control character in a string") }
    advance()
    return byte
  }

  // MARK: Strings of several lines

  /// Reads `"""…"""` or `'''…'''`. A line end right behind the opening marks does not belong to it.
  private mutating func longString(_ quote: UInt8) throws(TOMLFault) -> String {
    let start = line
    var result: [UInt8] = []
    advance(by: 3)
    _ = try passLineEnd()
    while let byte = current {
      if has(quote, times: 3) {
        result += closingMarks(quote)
        return String(decoding: result, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        if try !passJoinedLines() { result += try escape() }
      } else if try passLineEnd() {
        result.append(0x0A)
      } else if Self.isControl(byte) {
        throw fault("a control character in a string")
      } else {
        result.append(byte)
        advance()
      }
    }
    throw fault(Self.isUnclosed, at: start)
  }

  /// Passes the marks that close a long string; up to two more before them belong to it.
  private mutating func closingMarks(_ quote: UInt8) -> [UInt8] {
    var extra: [UInt8] = []
    while extra.count < 2, has(quote, times: 4) {
      extra.append(quote)
      advance()
    }
    advance(by: 3)
    return extra
  }

  /// Passes a backslash at the end of a line, with all white space up to the next word.
  private mutating func passJoinedLines() throws(TOMLFault) -> Bool {
    var distance = 1
    while let byte = byte(after: distance), byte == 0x20 || byte == 0x09 { distance += 1 }
    let isCRLF = byte(after: distance) == 0x0D && byte(after: distance + 1) == 0x0A
    guard byte(after: distance) == 0x0A || isCRLF else { return false }
    advance(by: distance)
    while true {
      skipSpaces()
      guard try passLineEnd() else { return true }
    }
  }

  // MARK: Escapes

  /// Reads what a backslash begins.
  private mutating func escape() throws(TOMLFault) -> [UInt8] {
    advance()
    guard let kind = current else { throw fault("a backslash at the end of the file") }
    advance()
    switch kind {
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [kind]
    case UInt8(ascii: "u"): return try codePoint(digits: 4)
    case UInt8(ascii: "U"): return try codePoint(digits: 8)
    default:
      throw fault("\\ before \(Self.name(of: kind)), which is not an escape; write \\\\ or use '…'")
    }
  }

  private mutating func codePoint(digits count: Int) throws(TOMLFault) -> [UInt8] {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = current.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw fault("an escape that needs \(count) hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      advance()
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw fault(
        "an escape that is not a character: U+\(String(value, radix: 16, uppercase: true))")
    }
    return Array(String(scalar).utf8)
  }
}
