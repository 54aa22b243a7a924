// Below the list: the mark under the cursor in its context, what was said about it, and by whom.

import ArticleModel
import Corpus
import Interface
import Screen

/// Draws the preview of a review.
package struct ReviewPreview {
  package let state: ReviewState
  package let area: Area

  package func draw(into frame: inout Frame) {
    guard area.size.rows > 0 else { return }
    guard let entry = state.current else { return }
    let details = self.details(of: entry)
    let rows = max(area.size.rows.value - details.count, 1)
    var row = area.top
    for line in context(of: entry, lines: rows) where row < area.bottom {
      draw(line, at: row, into: &frame)
      row = row + 1
    }
    for (text, role) in details where row < area.bottom {
      frame.write(
        text.truncated(to: area.size.columns - 4), at: Position(row: row, column: 2),
        style: state.theme[role])
      row = row + 1
    }
  }

  // MARK: The words in their context

  /// The words before, those that are marked, and those after, cut into lines.
  private func context(of entry: ReviewEntry, lines: Int) -> [[(Character, Bool)]] {
    let (before, marked, after) = passage(of: entry)
    let columns = max(area.size.columns.value - 4, 8)
    // Of the context as much as fills the lines, the same before and after.
    let room = max(columns * lines - marked.count - columns, 0)
    let text =
      before.ending(room / 2).map { ($0, false) } + marked.map { ($0, true) }
      + after.beginning(room / 2).map { ($0, false) }
    return Self.wrap(text, to: Column(columns), lines: lines)
  }

  /// The surroundings come from the article; where it is missing, from what the sidecar kept of them.
  private func passage(of entry: ReviewEntry) -> (String, String, String) {
    guard let kept = entry.row.annotation.targets.first?.passage else {
      return ("", "the whole article", "")
    }
    guard let text = state.article(of: entry)?.article?.text,
      let span = entry.row.anchors?.first?.span
    else { return (kept.prefix, kept.exact, kept.suffix) }
    let reach = 600
    let start = text.graphemeStart(at: ByteOffset(max(span.start.value - reach, 0)))
    let end = text.graphemeStart(at: ByteOffset(min(span.end.value + reach, text.count)))
    return (
      text.string(in: TextSpan(start, span.start)), text.string(in: span),
      text.string(in: TextSpan(span.end, end))
    )
  }

  /// Cuts text between words; line ends count as blanks.
  private static func wrap(
    _ text: [(Character, Bool)], to columns: Column, lines: Int
  ) -> [[(Character, Bool)]] {
    var result: [[(Character, Bool)]] = [[]]
    var width: Column = 0
    var word: [(Character, Bool)] = []
    func widthOf(_ text: [(Character, Bool)]) -> Column {
      text.reduce(Column(0)) { $0 + Glyph.width(of: $1.0) }
    }
    func endWord() {
      let own = widthOf(word)
      if width > 0, width + own > columns {
        while result[result.count - 1].last?.0 == " " { result[result.count - 1].removeLast() }
        result.append([])
        width = 0
      }
      result[result.count - 1] += word
      width = width + own
      word = []
    }
    for (character, isMarked) in text {
      guard character.isWhitespace else {
        word.append((character, isMarked))
        continue
      }
      endWord()
      if width > 0, width < columns, result[result.count - 1].last?.0 != " " {
        result[result.count - 1].append((" ", isMarked))
        width = width + 1
      }
    }
    endWord()
    return Array(result.prefix(lines))
  }

  private func draw(_ line: [(Character, Bool)], at row: Row, into frame: inout Frame) {
    var column: Column = 2
    for (character, isMarked) in line {
      let style = state.theme[isMarked ? .selection : .text]
      let next = frame.write(character, at: Position(row: row, column: column), style: style)
      guard let next else { return }
      column = next
    }
  }

  // MARK: What was said about it

  private func details(of entry: ReviewEntry) -> [(String, Role)] {
    let mark = entry.row.annotation
    var lines: [(String, Role)] = []
    let status = "\(mark.kind.gutterLetter)  \(entry.row.label) · status: \(mark.status.label)"
    let note = mark.note.isEmpty ? "" : " — \(mark.note.shortened(to: 300))"
    lines.append((status + note, .paneText))
    for change in entry.row.changes {
      lines.append(("\(change.summary) changed: \(change.excerpt())", .paneText))
    }
    for confirmation in mark.confirmations {
      let words = confirmation.words.shortened(to: 300)
      lines.append(("\(confirmation.told): \(words.inQuotationMarks)", .paneDetail))
    }
    for evidence in mark.evidence.prefix(2) {
      lines.append(("\(evidence.url)  (\(evidence.stance?.rawValue ?? "evidence"))", .paneDetail))
    }
    let reviews = entry.row.reviews.map { review in
      let who = review.creator?.name ?? "somebody"
      return "\(who) \(review.judgement?.rawValue ?? "has seen it")"
    }
    for answer in state.articles[entry.row.sidecarPath]?.replies[entry.row.id] ?? [] {
      let who = answer.creator?.name ?? "somebody"
      lines.append(("\(who): \(answer.note.shortened(to: 300))", .paneText))
    }
    if !reviews.isEmpty { lines.append((reviews.joined(separator: " · "), .paneDetail)) }
    return lines
  }
}

extension String {
  /// At most so many of the last characters, from the beginning of a word on.
  fileprivate func ending(_ length: Int) -> String {
    guard count > length else { return self }
    let tail = suffix(length)
    return "… " + (tail.firstIndex(of: " ").map { tail[$0...].drop { $0 == " " } } ?? tail)
  }

  /// At most so many of the first characters, to the end of a word.
  fileprivate func beginning(_ length: Int) -> String {
    guard count > length else { return self }
    let head = prefix(length)
    return (head.lastIndex(of: " ").map { head[..<$0] } ?? head) + " …"
  }
}
