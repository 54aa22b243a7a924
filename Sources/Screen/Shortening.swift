// Texts that have to do with fewer columns: what is left out last is what tells them apart.

extension StringProtocol {
  /// The text in at most so many columns, cut between words and with "…" at its end when it needs more. A
  /// word is cut where leaving it out would waste half of the room, and in scripts that have no blanks.
  package func cutBetweenWords(to columns: Column) -> String {
    let cut = truncated(to: columns)
    guard displayWidth > columns, columns > 1 else { return cut }
    let kept = cut.dropLast()
    if self[index(startIndex, offsetBy: kept.count)].isBreak {
      return kept.withoutBreakAtEnd + "…"
    }
    guard let blank = kept.lastIndex(where: \.isWhitespace) else { return cut }
    let words = kept[..<blank].withoutBreakAtEnd
    return words.displayWidth.value * 2 >= columns.value ? words + "…" : cut
  }

  /// The text without the blanks, commas and dashes at its end, after which "…" would look odd.
  private var withoutBreakAtEnd: String {
    var text = Substring(self)
    while let last = text.last, last.isBreak { text.removeLast() }
    return String(text)
  }

  /// The text in quotation marks, or in none but its own when it begins with one; cut between words when it
  /// needs more columns. As many marks are closed as are opened, whatever is cut.
  package func quoted(to columns: Column = Column(.max)) -> String {
    let unopened = Swift.max(0, -lowestQuotationDepth)
    let opening = String(repeating: "“", count: unopened > 0 || first == "“" ? unopened : 1)
    let text = opening + self
    for closers in 0..<4 {
      let cut = text.cutBetweenWords(to: columns - Column(closers))
      let missing = Swift.max(cut.quotationDepth, 0)
      if missing <= closers { return cut + String(repeating: "”", count: missing) }
    }
    return text.cutBetweenWords(to: columns)
  }

  /// How many quotation marks are open at the end, less those that close none.
  private var quotationDepth: Int {
    reduce(0) { $0 + ($1 == "“" ? 1 : $1 == "”" ? -1 : 0) }
  }

  /// The lowest that the depth gets: below 0 where a mark is closed that was opened before the text.
  private var lowestQuotationDepth: Int {
    var (depth, lowest) = (0, 0)
    for character in self where character == "“" || character == "”" {
      depth += character == "“" ? 1 : -1
      lowest = Swift.min(lowest, depth)
    }
    return lowest
  }

  /// A person's name in at most so many columns: in full, with initials, the last part alone, and only then
  /// cut.
  package func nameShortened(to columns: Column) -> String {
    let parts = split(separator: " ")
    guard displayWidth > columns, let last = parts.last, parts.count > 1 else {
      return truncated(to: columns)
    }
    let initials = parts.dropLast().compactMap(\.first).map { "\($0). " }.joined()
    let forms = [initials + last, String(last)]
    return forms.first { $0.displayWidth <= columns } ?? last.truncated(to: columns)
  }
}

extension Character {
  /// Whether it is a blank, or a mark after which "…" would look odd.
  fileprivate var isBreak: Bool { isWhitespace || ",;:–—".contains(self) }
}
