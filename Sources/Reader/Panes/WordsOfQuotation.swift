// The words of a quotation as lists print them: without the marks around them.

import ArticleModel
import NewsAnalysis

extension ReaderState {
  /// The words of a quotation without the marks around them, its parts with "…" between; long enough for
  /// any pane.
  func words(of quotation: Quotation) -> String {
    quotation.spans.prefix(4).map { span in
      let isLong = span.count > 400
      let beginning = isLong ? TextSpan(span.start, span.start + 400) : span
      return article.text.string(in: beginning).onOneLine.withoutMarks + (isLong ? "…" : "")
    }.joined(separator: " … ")
  }
}

extension String {
  private static func closing(_ mark: Character) -> Character? {
    switch mark {
    case "“": "”"
    case "„": "“"
    case "\"": "\""
    case "«": "»"
    case "»": "«"
    case "‹": "›"
    case "‘": "’"
    default: nil
    }
  }

  /// The text without the quotation marks around all of it, or one that is left over at its end, and
  /// without the comma before that. Marks around some of its words stay.
  fileprivate var withoutMarks: String {
    var words = self[...]
    if let first = words.first, let mark = Self.closing(first) {
      let inner = words.dropFirst()
      let body = inner.last.map { $0 == mark || $0 == "”" } == true ? inner.dropLast() : inner
      if body.isClosed(within: first, mark) { return body.withoutComma }
    } else if let last = words.last, last == "”" || last == "»" || last == "\"" {
      let open: Character = last == "”" ? "“" : last == "»" ? "«" : last
      words.removeLast()
      if !words.isClosed(within: open, last) || open == last || words.contains(open) { return self }
      return words.withoutComma
    }
    return self
  }
}

extension Substring {
  /// Whether no mark in it closes what opens before it. A ’ within a word is an apostrophe.
  fileprivate func isClosed(within open: Character, _ mark: Character) -> Bool {
    // Bytes are looked at first: most quotations have no other marks within.
    guard let last = mark.utf8.last, utf8.contains(last) else { return true }
    if open == mark { return !contains(mark) }
    var depth = 0
    for index in indices {
      let next = self.index(after: index)
      if self[index] == open { depth += 1 }
      let isApostrophe = mark == "’" && next < endIndex && self[next].isLetter
      if self[index] == mark, !isApostrophe { depth -= 1 }
      if depth < 0 { return false }
    }
    return true
  }

  fileprivate var withoutComma: String {
    var words = self
    while let last = words.last, last == "," || last == " " { words.removeLast() }
    return String(words)
  }
}
