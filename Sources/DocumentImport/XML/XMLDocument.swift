// From the bytes of an XML document in whichever encoding to its tree, or an error in one line.

import ArticleModel

/// Opens XML documents.
package enum XMLDocument {
  /// An XML document is no larger, in bytes.
  static let largest = 64 << 20
  /// The declaration of an encoding stands within so many bytes.
  private static let declaration = 1024

  /// Parses a document.
  /// - Parameter isLenient: whether what stands before a fault is enough.
  package static func tree(
    of bytes: UnsafeBufferPointer<UInt8>, named name: String, isLenient: Bool = false
  ) throws(ImportError) -> XMLTree {
    guard bytes.count <= largest else { throw .tooLarge(name, megabytes: largest >> 20) }
    let text = try text(of: bytes, named: name)
    let parsed = text.withBytes { bytes in
      Result(catching: { () throws(XMLTree.Failure) in
        try XMLTree(parsing: bytes, isLenient: isLenient)
      })
    }
    do {
      return try parsed.get()
    } catch .syntax(let line) {
      throw .damaged(name, what: "its XML is not well-formed in line \(line)")
    } catch {
      throw .tooComplicated(name)
    }
  }

  /// The document in UTF-8. What is in no Unicode and declares an encoding that is not known is refused.
  private static func text(
    of bytes: UnsafeBufferPointer<UInt8>, named name: String
  ) throws(ImportError) -> ArticleText {
    let guess = EncodingGuess(of: bytes)
    guard guess.isGuessed, let label = declaredEncoding(in: bytes), !label.hasPrefix("utf") else {
      return guess.encoding.decode(bytes)
    }
    guard let declared = TextEncoding(label: label) else { throw .encoding(name, label: label) }
    return declared.decode(bytes)
  }

  /// The encoding that `<?xml … encoding="…"?>` names, in small letters.
  private static func declaredEncoding(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let beginning = String(decoding: bytes.prefix(declaration), as: UTF8.self).lowercased()
    guard beginning.hasPrefix("<?xml"), let end = beginning.firstRange(of: "?>"),
      let found = beginning[..<end.lowerBound].firstRange(of: "encoding")
    else { return nil }
    let rest = beginning[found.upperBound..<end.lowerBound].drop { " =\"'\t\n".contains($0) }
    let label = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return label.isEmpty ? nil : String(label)
  }

  /// The beginning of the root element, such as `<rss version="2.0">`, with declarations and comments
  /// passed over; nil when a file does not begin with markup.
  static func rootTag(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let sample = UnsafeBufferPointer(rebasing: bytes.prefix(outlook))
    guard sample.firstIndex(of: UInt8(ascii: "<"), from: 0) != nil else { return nil }
    let encoding =
      EncodingGuess.wideEncoding(of: ByteSample(of: sample)) ?? .utf8
    let text = encoding.decode(sample)
    let beginning = text.string(in: text.span)
    var rest = beginning[...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else { return nil }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<!"), let subset = rest.firstIndex(of: "["),
        !rest[..<subset].contains(">")
      {
        guard let end = rest.firstRange(of: "]>") else { return nil }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<?") || rest.hasPrefix("<!") {
        guard let end = rest.firstIndex(of: ">") else { return nil }
        rest = rest[end...].dropFirst()
      } else {
        guard rest.hasPrefix("<") else { return nil }
        return String(rest.prefix { $0 != ">" })
      }
    }
  }

  private static let outlook = 8192
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(
      start[
        ..<(start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) } ?? start.startIndex)
      ])
  }
}
