// Whether a hyphen at the end of a line belongs to its word.

import ArticleModel

/// Joins lines, knowing the words of the document.
struct LineEndHyphens {
  private var words: Set<String> = []

  init(knowing pages: [PDFPage]) {
    for page in pages {
      for line in page.lines { words.formUnion(Self.words(of: line.text)) }
    }
  }

  private static func words(of line: String) -> [String] {
    line.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "’") }.map(
      String.init)
  }

  /// Adds a line to a text.
  func join(_ line: String, to text: inout String) {
    guard let hyphen = text.last, "-\u{AD}\u{2010}".contains(hyphen),
      text.dropLast().last?.isLetter == true, let next = line.first, !next.isWhitespace
    else {
      text += text.isEmpty ? line : " " + line
      return
    }
    let head = text.dropLast().reversed().prefix { $0.isLetter || $0 == "-" }
    let tail = line.prefix { $0.isLetter || $0 == "-" }
    if hyphen == "\u{AD}" || !keepsHyphen(String(head.reversed()).lowercased(), next, String(tail))
    {
      text.removeLast()
    }
    text += line
  }

  /// Whether the two parts are written with a hyphen: as they are elsewhere in the document, before a
  /// capital or a number, or because both are words that make no word together.
  private func keepsHyphen(_ head: String, _ next: Character, _ tail: String) -> Bool {
    if next.isUppercase || next.isNumber { return true }
    let tail = tail.lowercased()
    let (hyphenated, joined) = (head + "-" + tail, head + tail)
    if words.contains(hyphenated) { return true }
    if words.contains(joined) || KnownWords.contains(joined) { return false }
    if Self.firstParts.contains(head) { return true }
    return head.count > 2 && tail.count > 2 && KnownWords.contains(head)
      && KnownWords.contains(tail)
  }

  /// Words that are followed by a hyphen more often than not.
  private static let firstParts: Set<String> = [
    "well", "self", "half", "ex", "so", "long", "short", "high", "low", "non", "anti", "all",
    "much",
    "year", "vice", "co", "e", "semi", "post",
  ]
}
