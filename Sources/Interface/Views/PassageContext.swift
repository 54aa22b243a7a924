// Words of an article with as much of what stands around them as there is room for.

import ArticleModel
import Screen

/// A passage between the words before and after it, for a few lines of a screen.
package struct PassageContext {
  private let before: String
  private let marked: String
  private let after: String

  /// So many bytes on either side are looked at.
  private static let reach = 900

  /// Puts the parts together.
  package init(before: String, marked: String, after: String) {
    (self.before, self.marked, self.after) = (before, marked, after)
  }

  /// The surroundings of a place in a text.
  package init(of span: TextSpan, in text: ArticleText) {
    let start = text.graphemeStart(at: ByteOffset(max(span.start.value - Self.reach, 0)))
    let end = text.graphemeStart(at: ByteOffset(min(span.end.value + Self.reach, text.count)))
    self.init(
      before: text.string(in: TextSpan(start, span.start)), marked: text.string(in: span),
      after: text.string(in: TextSpan(span.end, end)))
  }

  /// The words, with as much before as after, on lines of so many columns; each cluster says whether it is
  /// one of the passage.
  package func lines(_ rows: Int, columns: Column) -> [[(Character, Bool)]] {
    // Of the surroundings as much as fills the lines, the same before and after.
    let room = max(columns.value * rows - marked.count - columns.value, 0)
    let text =
      before.ending(room / 2).map { ($0, false) } + marked.map { ($0, true) }
      + after.beginning(room / 2).map { ($0, false) }
    return Self.wrap(text, to: columns, lines: rows)
  }

  /// Draws the lines, the passage in a look of its own.
  /// - Returns: the row after the last one.
  @discardableResult
  package func draw(in area: Area, _ theme: Theme, into frame: inout Frame) -> Row {
    var row = area.top
    for line in lines(area.size.rows.value, columns: area.size.columns) where row < area.bottom {
      var column = area.left
      for (character, isMarked) in line {
        let style = theme[isMarked ? .selection : .text]
        let place = Position(row: row, column: column)
        guard let next = frame.write(character, at: place, style: style) else { break }
        column = next
      }
      row = row + 1
    }
    return row
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
}

extension String {
  /// At most so many of the last characters, from the beginning of a word on.
  package func ending(_ length: Int) -> String {
    guard count > length else { return self }
    let tail = suffix(length)
    return "… " + (tail.firstIndex(of: " ").map { tail[$0...].drop { $0 == " " } } ?? tail)
  }

  /// At most so many of the first characters, to the end of a word.
  package func beginning(_ length: Int) -> String {
    guard count > length else { return self }
    let head = prefix(length)
    return (head.lastIndex(of: " ").map { head[..<$0] } ?? head) + " …"
  }
}
