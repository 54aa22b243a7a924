// The beginning of a page: what shows that it is one, and where a browser says that it was saved from.

import ArticleModel

/// Looks at the first bytes of a file.
enum PageBeginning {
  /// Names of elements that a page begins with.
  private static let elements = ["html", "head", "body", "title", "meta"]
  /// So many bytes are looked at.
  private static let outlook = 4096

  /// Whether a file begins as only pages do: with a document type or an element of HTML, declarations and
  /// comments passed over (MIME Sniffing Standard, section 7.1).
  static func isOne(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard beginsWithMarkup(bytes) else { return false }
    var rest = beginning(bytes)[...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else { return false }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<?") {
        guard let end = rest.firstIndex(of: ">") else { return false }
        rest = rest[end...].dropFirst()
      } else {
        return rest.hasPrefix("<!doctype html") || startsWithElement(rest)
      }
    }
  }

  /// Whether the first byte that is no white space is a "<": most files are told by it alone.
  private static func beginsWithMarkup(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = bytes.starts(with: NormalForm.byteOrderMark) ? NormalForm.byteOrderMark.count : 0
    let first = bytes[start...].prefix(outlook).first { !$0.isASCIIWhitespace }
    return first == UInt8(ascii: "<")
  }

  private static func startsWithElement(_ text: Substring) -> Bool {
    guard text.first == "<" else { return false }
    let name = text.dropFirst().prefix { $0.isASCII && $0.isLetter }
    let next = text.dropFirst(name.count + 1).first
    return elements.contains(String(name)) && (next == ">" || next?.isWhitespace == true)
  }

  /// The address in the comment that browsers (`saved from url=(0057)https://…`) and SingleFile
  /// (`url: https://…`) leave; nil when there is none.
  static func address(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let text = String(decoding: bytes.prefix(outlook), as: UTF8.self)
    for mark in ["saved from url=(", "Page saved with SingleFile"] {
      guard let found = text.firstRange(of: mark),
        let start = text[found.upperBound...].firstRange(of: "http")
      else { continue }
      let address = text[start.lowerBound...].prefix { !$0.isWhitespace && $0 != ">" }
      if PageAddress.isAbsolute(String(address)) { return String(address) }
    }
    return nil
  }

  private static func beginning(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: bytes.prefix(outlook), as: UTF8.self).lowercased()
  }
}
