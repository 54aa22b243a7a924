// Fragments of an address that browsers scroll to (https://wicg.github.io/scroll-to-text-fragment/).
//
// A browser finds words as they stand on the page: whole words, white space as one blank, and never a
// beginning that goes over the end of a paragraph. So a passage of several paragraphs, and a long one, is
// named by its first and its last words.

import ArticleModel

extension Passage {
  /// The passage as the part of an address behind its path: `#:~:text=start,end`.
  var textFragment: String {
    let lines = wholeWords.split(whereSeparator: \.isNewline).map(Self.words).filter { !$0.isEmpty }
    guard let first = lines.first, let last = lines.last else { return "" }
    if lines.count == 1, first.count <= Self.longest { return Self.directive([first]) }
    let count = Self.longest / 2
    return Self.directive([Array(first.prefix(count)), Array(last.suffix(count))])
  }

  /// A passage of so many words is written in full.
  private static let longest = 20

  /// The words of a line, by white space.
  private static func words(of line: Substring) -> [Substring] {
    line.split(whereSeparator: \.isWhitespace)
  }

  private static func directive(_ parts: [[Substring]]) -> String {
    "#:~:text=" + parts.map { $0.joined(separator: " ").percentEncoded }.joined(separator: ",")
  }

  /// The marked words with what belongs to the first and the last of them, for a browser looks for whole
  /// words only.
  private var wholeWords: String {
    let isCutAtStart = exact.first.map(Self.isPartOfWord) ?? false
    let isCutAtEnd = exact.last.map(Self.isPartOfWord) ?? false
    let start =
      isCutAtStart ? String(prefix.reversed().prefix(while: Self.isPartOfWord).reversed()) : ""
    let end = isCutAtEnd ? String(suffix.prefix(while: Self.isPartOfWord)) : ""
    return start + exact + end
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
