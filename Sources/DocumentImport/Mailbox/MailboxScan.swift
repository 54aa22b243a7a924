// Where the mails of an mbox begin and end (RFC 4155), told by their "From " lines without reading the mails.

/// Finds the mails in a file.
struct MailboxScan {
  /// A mail: its bytes without the "From " line.
  typealias Extent = Range<Int>

  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// No more mails are looked for in one file.
  static let most = 200_000
  /// A "From " line is no longer, in bytes.
  private static let longestSeparator = 512

  /// Not so many line ends stand between two mails.
  private static let mostBlankLines = 64

  /// Whether a mail begins where the file begins.
  static func isOne(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    MailboxScan(bytes).isSeparator(at: 0)
  }

  /// The mails in their order.
  var extents: [Extent] {
    var extents: [Extent] = []
    var separator: Int? = 0
    while let start = separator, extents.count < Self.most {
      let begin = bytes.lineAfter(start)
      separator = nextSeparator(after: begin)
      let end = separator ?? bytes.count
      if begin < end { extents.append(begin..<end) }
    }
    return extents
  }

  /// Where the mail after the one that begins at an index has its "From " line. A length that the mail
  /// states is believed where such a line, or the end, stands behind it (mboxcl).
  private func nextSeparator(after begin: Int) -> Int? {
    if let end = statedEnd(ofMailAt: begin) {
      if end >= bytes.count { return nil }
      if isSeparator(at: end) { return end }
    }
    var at = begin
    while let found = bytes.firstIndex(of: "\nFrom ", from: at) {
      if isBlankLine(before: found + 1), isSeparator(at: found + 1) { return found + 1 }
      at = found + 1
    }
    return nil
  }

  /// Whether a line that begins at an index stands behind an empty one.
  private func isBlankLine(before start: Int) -> Bool {
    guard start >= 2 else { return true }
    return bytes[start - 2] == 0x0A
      || bytes[start - 2] == 0x0D && (start < 3 || bytes[start - 3] == 0x0A)
  }

  /// Whether a line is one that mails begin with: it ends with a date and an hour (ctime(3), also with a
  /// zone), and the next line is a field of a header. Sentences that begin with "From" are not.
  private func isSeparator(at start: Int) -> Bool {
    guard bytes.has("From ", at: start) else { return false }
    let line = bytes.line(at: start)
    guard line.count <= Self.longestSeparator else { return false }
    let words = line.split(separator: 0x20).dropFirst(2).map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
    guard let date = words.firstIndex(where: { Self.days.contains($0) || Self.isMonth($0) }),
      Self.isDate(words[date...]), bytes.lineAfter(start) < bytes.count
    else { return false }
    let next = bytes.line(at: bytes.lineAfter(start))
    let name = next.prefix { $0 != UInt8(ascii: ":") && $0 > 0x20 && $0 < 0x7F }
    return !name.isEmpty && name.endIndex < next.endIndex
      && bytes[name.endIndex] == UInt8(ascii: ":")
  }

  private static let days: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  private static func isMonth(_ word: String) -> Bool { WrittenMoment.months.contains(word) }

  /// Whether words are a month, a day, an hour, a year and at most a zone, in any order.
  private static func isDate(_ words: ArraySlice<String>) -> Bool {
    let rest = words.filter { !days.contains($0) && !isMonth($0) && !isHour($0) }
    let numbers = rest.filter { Int($0) != nil && $0.first != "+" && $0.first != "-" }
    return words.count <= 8 && words.contains(where: isMonth) && words.contains(where: isHour)
      && numbers.count == 2 && numbers.contains { $0.utf8.count == 4 } && rest.count <= 4
  }

  private static func isHour(_ word: String) -> Bool {
    let parts = word.split(separator: ":")
    return (2...3).contains(parts.count)
      && parts.allSatisfy { $0.utf8.count <= 2 && Int($0) != nil }
  }

  /// Where a mail ends by its Content-Length, empty lines behind it included.
  private func statedEnd(ofMailAt begin: Int) -> Int? {
    let header = MailHeader.listedFields(at: begin, in: bytes)
    guard let length = MailHeader(header.fields)["content-length"].flatMap({ Int($0) }),
      length >= 0, length <= bytes.count - header.end
    else { return nil }
    var end = header.end + length
    let limit = min(bytes.count, end + Self.mostBlankLines)
    while end < limit, bytes[end] == 0x0A || bytes[end] == 0x0D { end += 1 }
    return end
  }
}
