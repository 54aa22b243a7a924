// What a source says itself between words that it quotes, and what stands at the head of its pages.

import ArticleModel

/// Words of a source that are none of its speaker's.
struct SourceNarration {
  private let text: ArticleText

  init(_ text: ArticleText) { self.text = text }

  /// Longer attributions than this are passages of their own, in words.
  private static let longest = 30

  /// Whether words stand between a closing and an opening quotation mark of one paragraph, as “said the mayor”
  /// does in a press release; or whether they are lines of their own that return on other pages.
  func isBetweenMarks(_ words: ArraySlice<SourceWord>) -> Bool {
    guard let first = words.first, let last = words.last, words.count <= Self.longest else {
      return false
    }
    return isAttribution(first.start, last.end) || isRunningHead(first.start, last.end)
  }

  private func isAttribution(_ start: Int, _ end: Int) -> Bool {
    guard text.string(in: TextSpan(start..<end)).ranges(of: "\n\n").isEmpty else { return false }
    let before = text.string(in: TextSpan(max(start - 8, 0)..<start))
    let after = text.string(in: TextSpan(end..<end + 8))
    guard let closing = before.last(where: { !$0.isWhitespace && !",.–-".contains($0) }),
      let opening = after.first(where: { !$0.isWhitespace && !",.:–-".contains($0) })
    else { return false }
    return Self.closing.contains(closing) && Self.opening.contains(opening)
  }

  private static let closing: Set<Character> = ["”", "\"", "“", "»", "«", "’", "'"]
  private static let opening: Set<Character> = ["“", "\"", "„", "«", "»", "‘", "'"]

  /// Whether words fill lines between blank ones, and each of these lines stands elsewhere, too, numbers aside.
  private func isRunningHead(_ start: Int, _ end: Int) -> Bool {
    let before = text.string(in: TextSpan(max(start - 60, 0)..<start))
    let after = text.string(in: TextSpan(end..<end + 60))
    let lines = text.string(in: TextSpan(start..<end)).split(separator: "\n")
    guard lines.count <= 3, before.endsWithBlankLine, after.startsWithBlankLine else {
      return false
    }
    return lines.allSatisfy { line in
      let letters = line.drop { !$0.isLetter }.reversed().drop { !$0.isLetter }.reversed()
      let head = String(letters)
      return head.isEmpty
        || head.count > 3 && ByteSearch.places(of: Array(head.utf8), in: text, limit: 2).count > 1
    }
  }
}

extension String {
  /// Whether nothing but white space stands behind the last of at least two line ends.
  fileprivate var endsWithBlankLine: Bool {
    reversed().prefix { $0.isWhitespace || $0.isNumber }.count { $0.isNewline } > 1
  }

  /// Whether at least two lines end before anything but white space and numbers of pages.
  fileprivate var startsWithBlankLine: Bool {
    prefix { $0.isWhitespace || $0.isNumber }.count { $0.isNewline } > 1
  }
}
