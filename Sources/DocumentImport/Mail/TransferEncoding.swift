// Bytes that were written in letters so that mails can carry them: quoted-printable and base64 (RFC 2045,
// sections 6.7 and 6.8), and the words of headers made of them (RFC 2047).

/// How the bytes of a part are written.
enum TransferEncoding {
  case asTheyAre
  case quotedPrintable
  case base64

  /// Reads the value of a `Content-Transfer-Encoding` field.
  init(named name: String) {
    switch name.lowercased() {
    case "quoted-printable": self = .quotedPrintable
    case "base64": self = .base64
    default: self = .asTheyAre
    }
  }

  /// The bytes that are meant. What is not written as it should be stays, or is passed over in base64.
  func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    switch self {
    case .asTheyAre: Array(bytes)
    case .quotedPrintable: Self.decodeQuotedPrintable(bytes)
    case .base64: Self.decodeBase64(bytes)
    }
  }

  static func decodeQuotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      at += 1
      guard byte == UInt8(ascii: "=") else {
        result.append(byte)
        continue
      }
      if let lineEnd = softLineBreak(in: bytes, at: at) {
        at = lineEnd
      } else if at + 1 < bytes.endIndex, let high = digit(bytes[at]), let low = digit(bytes[at + 1])
      {
        result.append(high << 4 | low)
        at += 2
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// Where the line after a soft break begins; nil when there is none.
  private static func softLineBreak(in bytes: ArraySlice<UInt8>, at start: Int) -> Int? {
    var at = start
    while at < bytes.endIndex, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    if at == bytes.endIndex { return at }
    if bytes[at] == 0x0D { at += 1 }
    return at < bytes.endIndex && bytes[at] == 0x0A ? at + 1 : nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  static func decodeBase64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 4 * 3)
    var (bits, count): (UInt32, Int) = (0, 0)
    for byte in bytes {
      if byte == UInt8(ascii: "=") { break }
      guard let value = sextet(byte) else { continue }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  private static func sextet(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte) - 0x41
    case 0x61...0x7A: UInt32(byte) - 0x61 + 26
    case 0x30...0x39: UInt32(byte) - 0x30 + 52
    case 0x2B, 0x2D: 62
    case 0x2F, 0x5F: 63
    default: nil
    }
  }
}

/// Words of a header such as `=?utf-8?Q?caf=C3=A9?=`.
enum EncodedWords {
  /// A header's value with its encoded words decoded; blanks between two of them go.
  static func decoded(_ value: String) -> String {
    guard value.contains("=?") else { return value }
    var result = ""
    var rest = Substring(value)
    var followsWord = false
    while let start = rest.firstRange(of: "=?") {
      let before = rest[..<start.lowerBound]
      guard let (word, end) = word(in: rest[start.upperBound...]) else { break }
      if !followsWord || !before.allSatisfy(\.isWhitespace) { result += before }
      result += word
      rest = rest[end...]
      followsWord = true
    }
    return result + rest
  }

  /// Decodes `charset?Q?text?=`; nil when it is no encoded word.
  private static func word(in text: Substring) -> (String, String.Index)? {
    guard let end = text.firstRange(of: "?=", after: 2) else { return nil }
    let pieces = text[..<end.lowerBound].split(separator: "?", omittingEmptySubsequences: false)
    guard pieces.count == 3, let kind = pieces[1].lowercased().first else { return nil }
    let written = Array(pieces[2].utf8)
    let bytes: [UInt8]
    switch kind {
    case "q":
      bytes = TransferEncoding.decodeQuotedPrintable(written.map { $0 == 0x5F ? 0x20 : $0 }[...])
    case "b": bytes = TransferEncoding.decodeBase64(written[...])
    default: return nil
    }
    return (MailText.string(of: bytes, labelled: String(pieces[0])), end.upperBound)
  }
}

extension Substring {
  /// The first place of `mark` behind so many question marks.
  fileprivate func firstRange(of mark: String, after questionMarks: Int) -> Range<Index>? {
    var at = startIndex
    for _ in 0..<questionMarks {
      guard let next = self[at...].firstIndex(of: "?") else { return nil }
      at = index(after: next)
    }
    return self[at...].firstRange(of: mark)
  }
}
