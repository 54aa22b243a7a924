// The header of an answer, as curl hands it on: one block for each answer on the way, an empty line after each.

/// The status and the fields of the answer that counts (RFC 9112, sections 4 and 5).
struct ResponseHeader {
  let status: Int
  private let fields: [(name: String, value: String)]

  /// Reads the first answer that is not provisional (1xx); nil as long as none has come whole.
  init?(_ bytes: [UInt8]) {
    for block in Self.blocks(of: bytes) {
      guard let line = block.first, let status = Self.status(line) else { return nil }
      if (100..<200).contains(status) { continue }
      self.status = status
      fields = block.dropFirst().compactMap(Self.field)
      return
    }
    return nil
  }

  /// The value of the first field of a name, which is given in small letters.
  func value(of name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The lines of each block that an empty line ends.
  private static func blocks(of bytes: [UInt8]) -> [[ArraySlice<UInt8>]] {
    var blocks: [[ArraySlice<UInt8>]] = []
    var open: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      var line = rest[..<end]
      if line.last == 0x0D { line.removeLast() }
      rest = rest[(end + 1)...]
      if line.isEmpty {
        if !open.isEmpty { blocks.append(open) }
        open = []
      } else {
        open.append(line)
      }
    }
    return blocks
  }

  /// `HTTP/1.1 200 OK`, `HTTP/2 200`
  private static func status(_ line: ArraySlice<UInt8>) -> Int? {
    let words = String(decoding: line, as: UTF8.self).split(separator: " ")
    guard words.count > 1, words[0].hasPrefix("HTTP/"), words[1].utf8.count == 3 else { return nil }
    return Int(words[1])
  }

  private static func field(_ line: ArraySlice<UInt8>) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    return (name, text(of: line[(colon + 1)...]))
  }

  /// A value without the space around it. Bytes beyond ASCII that are no UTF-8 are Latin-1, as servers of
  /// old send it.
  private static func text(of value: ArraySlice<UInt8>) -> String {
    let trimmed = value.drop(while: isSpace)
    let kept = trimmed[..<((trimmed.lastIndex { !isSpace($0) } ?? trimmed.startIndex - 1) + 1)]
    return String(validating: kept, as: UTF8.self)
      ?? String(String.UnicodeScalarView(kept.map { Unicode.Scalar($0) }))
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
