// From the bytes of a page to UTF-8, by what the bytes are and what the page says of them.

import ArticleModel

/// The encoding of a page.
enum PageEncoding {
  /// The declaration of an encoding stands within so many bytes (HTML standard, 13.2.3.2 has 1024).
  private static let declaration = 4096

  /// Labels of encodings that are Windows-1252 to browsers (Encoding Standard, section 4.2).
  static let western: Set<String> = [
    "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii",
    "x-cp1252", "l1",
  ]

  /// The text of a page; a page that is not in Unicode and names an encoding which Galley does not know
  /// is refused. What the server called it counts more than what the page does.
  static func text(
    of bytes: UnsafeBufferPointer<UInt8>, named name: String, labelled: String? = nil
  ) throws(ImportError) -> ArticleText {
    let encoding = TextEncoding.detected(in: bytes)
    if encoding == .windows1252, let label = labelled ?? label(in: bytes), !western.contains(label),
      !label.hasPrefix("utf")
    {
      throw .encoding(name, label: label)
    }
    return encoding.decode(bytes)
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
