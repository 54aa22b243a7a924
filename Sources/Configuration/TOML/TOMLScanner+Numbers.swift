// Numbers, truth values, dates and times of TOML: everything that is written without quotation marks.

extension TOMLScanner {
  /// Reads a value that is one word.
  mutating func bareValue() throws(TOMLFault) -> TOMLNode {
    let word = bareWord()
    switch word {
    case "":
      throw fault("\(current.map(Self.name) ?? "the end of the file") where a value should be")
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: break
    }
    if let number = TOMLNumber(word) { return number.node }
    if TOMLMoment.isMoment(word) { return .moment }
    throw fault(Self.complaint(about: word))
  }

  /// The word at the place. Date and time may have a space between them.
  private mutating func bareWord() -> String {
    let start = at
    while let byte = current, !Self.endsWord(byte) { advance() }
    let isDate = TOMLMoment.isDate(bytes[start..<at])
    if isDate, current == 0x20, let next = byte(after: 1), (0x30...0x39).contains(next) {
      advance()
      while let byte = current, !Self.endsWord(byte) { advance() }
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, 0x7F, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"),
      UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "["), UInt8(ascii: "{"),
      UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  private static func complaint(about word: String) -> String {
    let shown = word.count > 30 ? word.prefix(29) + "…" : word[...]
    let isNumber = word.utf8.first.map { (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D }
    return isNumber == true
      ? "“\(shown)” is not a number, date or time, or a number that is too large"
      : "“\(shown)” is not a value; put text in quotation marks"
  }
}

/// A number of TOML.
struct TOMLNumber {
  let node: TOMLNode

  /// Reads a whole number, decimal or with a prefix, or one with a point or an exponent.
  init?(_ word: String) {
    if let special = Self.special(word) {
      node = .number(special)
    } else if let (digits, radix) = Self.prefixed(word) {
      guard let digits = Self.digits(digits, radix: radix), let value = Int(digits, radix: radix)
      else { return nil }
      node = .integer(value)
    } else if let value = Self.whole(word) {
      node = .integer(value)
    } else if let value = Self.fraction(word) {
      node = .number(value)
    } else {
      return nil
    }
  }

  private static func special(_ word: String) -> Double? {
    switch word {
    case "inf", "+inf": .infinity
    case "-inf": -.infinity
    case "nan", "+nan", "-nan": .nan
    default: nil
    }
  }

  private static func prefixed(_ word: String) -> (Substring, radix: Int)? {
    let radixes = ["0x": 16, "0o": 8, "0b": 2]
    return radixes[String(word.prefix(2))].map { (word.dropFirst(2), $0) }
  }

  private static func whole(_ word: String) -> Int? {
    guard let (sign, rest) = signed(word[...]), let digits = decimal(rest) else { return nil }
    return Int(sign + digits)
  }

  /// `1.5`, `1e5`, `1.5e-5`.
  private static func fraction(_ word: String) -> Double? {
    guard let (sign, rest) = signed(word[...]) else { return nil }
    let halves = rest.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    let parts = halves[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = decimal(parts[0]), halves.count > 1 || parts.count > 1 else { return nil }
    var text = sign + whole
    if parts.count > 1 {
      guard let digits = digits(parts[1], radix: 10) else { return nil }
      text += "." + digits
    }
    if halves.count > 1 {
      guard let (sign, rest) = signed(halves[1]), let digits = digits(rest, radix: 10) else {
        return nil
      }
      text += "e" + sign + digits
    }
    return Double(text)
  }

  private static func signed(_ word: Substring) -> (sign: String, rest: Substring)? {
    guard let first = word.first else { return nil }
    return first == "+" || first == "-" ? (String(first), word.dropFirst()) : ("", word)
  }

  /// Decimal digits without a zero in front.
  private static func decimal(_ word: Substring) -> String? {
    guard word.first != "0" || word.count == 1 else { return nil }
    return digits(word, radix: 10)
  }

  /// The digits without the underscores that may stand between two of them.
  private static func digits(_ word: Substring, radix: Int) -> String? {
    let groups = word.split(separator: "_", omittingEmptySubsequences: false)
    let areDigits = groups.allSatisfy { group in
      !group.isEmpty
        && group.allSatisfy { $0.isASCII && ($0.hexDigitValue.map { $0 < radix } ?? false) }
    }
    return areDigits ? groups.joined() : nil
  }
}

/// Dates and times of TOML (RFC 3339), which nothing here asks for, but which must be well formed.
enum TOMLMoment {
  /// Whether a word is a date, a time, or both with or without an offset.
  static func isMoment(_ word: String) -> Bool {
    let bytes = Array(word.utf8)[...]
    if isDate(bytes) || isTime(bytes, mayHaveOffset: false) { return true }
    guard bytes.count > 11, isDate(bytes.prefix(10)) else { return false }
    let separator = bytes[10]
    return [UInt8(ascii: "T"), UInt8(ascii: "t"), 0x20].contains(separator)
      && isTime(bytes.dropFirst(11), mayHaveOffset: true)
  }

  /// Whether bytes are `1979-05-27`.
  static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let parts = numbers(bytes, pattern: "dddd-dd-dd"), (1...12).contains(parts[1]) else {
      return false
    }
    let isLeap = parts[0] % 4 == 0 && (parts[0] % 100 != 0 || parts[0] % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...lengths[parts[1] - 1]).contains(parts[2])
  }

  private static func isTime(_ bytes: ArraySlice<UInt8>, mayHaveOffset: Bool) -> Bool {
    guard let parts = numbers(bytes.prefix(8), pattern: "dd:dd:dd"), parts[0] < 24, parts[1] < 60,
      parts[2] < 60
    else { return false }
    var rest = bytes.dropFirst(8)
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
      if digits.isEmpty { return false }
      rest = rest.dropFirst(1 + digits.count)
    }
    return rest.isEmpty || mayHaveOffset && isOffset(rest)
  }

  private static func isOffset(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if first == UInt8(ascii: "Z") || first == UInt8(ascii: "z") { return bytes.count == 1 }
    guard first == UInt8(ascii: "+") || first == UInt8(ascii: "-"),
      let parts = numbers(bytes.dropFirst(), pattern: "dd:dd")
    else { return false }
    return parts[0] < 24 && parts[1] < 60
  }

  /// The numbers in bytes that look like a pattern, in which d stands for a digit; nil when they do not.
  private static func numbers(_ bytes: ArraySlice<UInt8>, pattern: String) -> [Int]? {
    guard bytes.count == pattern.utf8.count else { return nil }
    var numbers = [0]
    for (byte, expected) in zip(bytes, pattern.utf8) {
      if expected == UInt8(ascii: "d") {
        guard (0x30...0x39).contains(byte) else { return nil }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
      } else {
        guard byte == expected else { return nil }
        numbers.append(0)
      }
    }
    return numbers
  }
}
