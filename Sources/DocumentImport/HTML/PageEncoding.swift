// From the bytes of a page to UTF-8, by what the bytes are and what the page says of them.

import ArticleModel

/// The encoding of a page.
enum PageEncoding {
  /// The declaration of an encoding stands within so many bytes (HTML standard, 13.2.3.2 has 1024).
  private static let declaration = 4096

  /// The text of a page: decoded as somebody says, as its first bytes or Unicode show, as the page
  /// names it, or as its letters look. A page that names an encoding which no browser reads is refused.
  /// - Parameter label: what the message says that the page came in; nil when there is none.
  static func text(
    of bytes: UnsafeBufferPointer<UInt8>, named name: String, in encoding: TextEncoding? = nil,
    labelled label: String? = nil
  ) throws(ImportError) -> ArticleText {
    if let encoding { return encoding.decode(bytes) }
    let guess = EncodingGuess(of: bytes)
    if !guess.isGuessed, guess.encoding != .iso2022JP { return guess.encoding.decode(bytes) }
    guard let label = label ?? Self.label(in: bytes), !label.hasPrefix("utf") else {
      return guess.encoding.decode(bytes)
    }
    if let named = TextEncoding(label: label) { return named.decode(bytes) }
    if guess.isGuessed { throw .encoding(name, label: label) }
    return guess.encoding.decode(bytes)
  }

  /// The encoding that a page names: `<meta charset=…>` or `…content="text/html; charset=…"`.
  private static func label(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let beginning = String(decoding: bytes.prefix(declaration), as: UTF8.self).lowercased()
    guard let found = beginning.firstRange(of: "charset") else { return nil }
    let rest = beginning[found.upperBound...].drop { " =\"'\t\n".contains($0) }
    let label = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return label.isEmpty ? nil : String(label)
  }
}
