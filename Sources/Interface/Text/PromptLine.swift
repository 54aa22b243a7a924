// A line that is typed at the foot of a screen, with a word on the right about what is going on.

import Screen

/// A prompt on one row.
package struct PromptLine {
  package let theme: Theme
  /// What stands before the line.
  package let label: String
  package let text: EditableText
  /// What stands at the right.
  package let info: String

  package init(theme: Theme, label: String, text: EditableText, info: String) {
    (self.theme, self.label, self.text, self.info) = (theme, label, text, info)
  }

  /// Draws it over a row of the frame, and puts the cursor into it.
  package func draw(into frame: inout Frame, row: Row) {
    let width = frame.size.columns
    frame.clear(Area(row: row, column: 0, rows: 1, columns: width))
    let start = frame.write(label, at: Position(row: row, column: 0), style: theme[.prompt])
    // What is typed comes first: what stands at the right makes way for it.
    let needed = max(12, text.text.displayWidth(upTo: width) + 2)
    let info = width - start - self.info.displayWidth > needed ? self.info : ""
    let room = max(width - start - info.displayWidth - 2, 1)
    let (shown, cursor) = window(room: room)
    frame.write(shown, at: Position(row: row, column: start))
    frame.cursor = Position(row: row, column: min(start + cursor, width - 1))
    if info.displayWidth + start < width {
      frame.write(
        info, at: Position(row: row, column: width - info.displayWidth - 1),
        style: theme[.paneDetail])
    }
  }

  /// The part of the text around the cursor that fits, and the cursor's column in it.
  private func window(room: Column) -> (String, Column) {
    let characters = text.characters
    var (start, width) = (text.cursor, Column(1))
    while start > 0, width + Glyph.width(of: characters[start - 1]) <= room {
      start -= 1
      width = width + Glyph.width(of: characters[start])
    }
    return (String(characters[start...]).truncated(to: room), width - 1)
  }
}
