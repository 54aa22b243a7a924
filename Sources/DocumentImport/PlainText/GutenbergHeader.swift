// The lines that Project Gutenberg puts before its books: title, author, language.

import ArticleModel

/// What the header of a book says.
enum GutenbergHeader {
  private static let name = "Project Gutenberg"
  /// The name stands within so many bytes, the fields within so many.
  private static let beginning = 600
  private static let longest = 4096

  /// Adds what the header of a text says, if it has one.
  static func add(to metadata: inout ArticleMetadata, from text: ArticleText) {
    let isNamed = text.withBytes { bytes in
      let start = UnsafeBufferPointer(rebasing: bytes.prefix(beginning))
      return (0..<start.count).contains {
        start[$0] == UInt8(ascii: "P") && start[$0...].starts(with: name.utf8)
      }
    }
    guard isNamed else { return }
    let lines = text.string(in: TextSpan(.zero, ByteOffset(longest))).split(separator: "\n")
    for line in lines {
      if line.hasPrefix("***") { return }
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = String(line[colon...].dropFirst().drop { $0 == " " })
      switch line[..<colon] {
      case "Title" where !value.isEmpty: metadata.title = value
      case "Author" where !value.isEmpty: metadata.authors = [value]
      case "Language": metadata.language = languages[value.lowercased()]
      default: break
      }
    }
  }

  private static let languages = [
    "english": "en", "german": "de", "french": "fr", "spanish": "es", "italian": "it",
    "portuguese": "pt", "dutch": "nl", "finnish": "fi", "swedish": "sv", "latin": "la",
  ]
}
