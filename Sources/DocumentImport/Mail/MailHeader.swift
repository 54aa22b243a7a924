// The header of a mail or of one of its parts: fields with a name and a value (RFC 5322, section 2.2).

/// The fields before the first empty line.
struct MailHeader {
  /// Names in small letters, values unfolded, in their order.
  private(set) var fields: [(name: String, value: String)] = []
  /// Where the body begins.
  private(set) var bodyStart: Int

  /// Headers longer than this are cut.
  private static let longest = 1 << 18

  /// Reads the header at the beginning of some bytes. Lines that are no fields end it.
  init(of bytes: ArraySlice<UInt8>) {
    var at = bytes.startIndex
    let limit = bytes.index(at, offsetBy: Self.longest, limitedBy: bytes.endIndex) ?? bytes.endIndex
    bodyStart = at
    while at < limit {
      let end = bytes[at..<limit].firstIndex(of: 0x0A) ?? limit
      let line = Self.text(bytes[at..<end])
      at = min(end + 1, bytes.endIndex)
      if line.isEmpty {
        bodyStart = at
        return
      }
      guard add(line) else { return }
      bodyStart = at
    }
  }

  /// The value of the first field with a name, its encoded words decoded; nil when there is none.
  subscript(name: String) -> String? {
    fields.first { $0.name == name }.map { EncodedWords.decoded($0.value) }
  }

  private mutating func add(_ line: String) -> Bool {
    if line.first == " " || line.first == "\t" {
      guard let last = fields.indices.last else { return false }
      fields[last].value += " " + line.drop { $0 == " " || $0 == "\t" }
      return true
    }
    guard let colon = line.firstIndex(of: ":"), colon > line.startIndex,
      line[..<colon].allSatisfy({ $0.isASCII && $0 > " " })
    else { return false }
    let value = line[colon...].dropFirst().drop { $0 == " " || $0 == "\t" }
    fields.append((line[..<colon].lowercased(), String(value)))
    return true
  }

  /// A line without its line end.
  private static func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
  }
}

/// A value with parameters, such as `text/html; charset="utf-8"` (RFC 2045, section 5.1).
struct ParameterisedValue {
  /// What stands before the first semicolon, in small letters.
  let value: String
  private let parameters: [String: String]

  init(_ text: String) {
    let pieces = Self.pieces(of: text)
    value = pieces.first.map(Self.trimmed)?.lowercased() ?? ""
    var parameters: [String: String] = [:]
    for piece in pieces.dropFirst() {
      guard let equals = piece.firstIndex(of: "=") else { continue }
      let name = Self.trimmed(piece[..<equals]).lowercased()
      let value = Self.trimmed(piece[equals...].dropFirst())
      if parameters[name] == nil { parameters[name] = value.filter { $0 != "\"" } }
    }
    self.parameters = parameters
  }

  /// A parameter by its name in small letters.
  subscript(name: String) -> String? { parameters[name] }

  /// The pieces between semicolons that stand in no quotation marks.
  private static func pieces(of text: String) -> [Substring] {
    var isQuoted = false
    return text.split { character in
      if character == "\"" { isQuoted.toggle() }
      return character == ";" && !isQuoted
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
