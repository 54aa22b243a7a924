// What stands in brackets in a transcript and is not said: "(laughs)", "[applause]".

/// Takes stage directions out of turns.
struct StageDirections {
  let segment: Segment
  let words: WordTypes

  /// A direction has no more tokens, brackets included.
  private static let longest = 12

  /// A paragraph without the directions in it.
  func spoken(in content: TokenRange) -> [TokenRange] {
    var pieces: [TokenRange] = []
    var (start, at) = (content.lowerBound, content.lowerBound)
    while at < content.upperBound {
      if let end = directionEnd(at, in: content) {
        if hasWord(start..<at) { pieces.append(start..<at) }
        (start, at) = (end, end)
      } else {
        at += 1
      }
    }
    if hasWord(start..<content.upperBound) { pieces.append(start..<content.upperBound) }
    return pieces
  }

  /// Whether a paragraph stands in brackets as a whole.
  func isDirection(_ paragraph: TokenRange) -> Bool {
    guard let first = paragraph.first, let last = paragraph.last, let open = mark(first) else {
      return false
    }
    let close = mark(last)
    return open == .openParenthesis && close == .closeParenthesis
      || open == .openBracket && close == .closeBracket
  }

  private func mark(_ index: Int) -> Mark? { words[segment.tokens[index]].mark }

  private func directionEnd(_ start: Int, in content: TokenRange) -> Int? {
    guard mark(start) == .openParenthesis || mark(start) == .openBracket else { return nil }
    var isDirection = false
    for at in start + 1..<max(min(start + Self.longest, content.upperBound), start + 1) {
      if mark(at) == .closeParenthesis || mark(at) == .closeBracket {
        return isDirection ? at + 1 : nil
      }
      let hash = words[segment.tokens[at]].lowerHash
      if words.language.layout.stageDirections.contains(hash) { isDirection = true }
    }
    return nil
  }

  private func hasWord(_ range: TokenRange) -> Bool {
    range.contains { segment.tokens[$0].isSpoken }
  }
}
