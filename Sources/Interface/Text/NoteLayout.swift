// Wraps the note that is being written, and finds its cursor.

import Screen

/// The lines of a note as the editor shows them.
package struct NoteLayout {
  /// The lines, at least three.
  package private(set) var lines: [String] = [""]
  /// Where the cursor stands: line and column.
  package private(set) var cursor = (line: 0, column: Column(0))

  package init(text: EditableText, columns: Column) {
    let measure = max(columns - 4, 8)
    var width: Column = 0
    for (index, character) in text.characters.enumerated() {
      if index == text.cursor { cursor = (lines.count - 1, width) }
      if character == "\n" {
        lines.append("")
        width = 0
        continue
      }
      let own = Glyph.width(of: character)
      if width + own > measure { width = breakLine() }
      if index == text.cursor { cursor = (lines.count - 1, width) }
      lines[lines.count - 1].append(character)
      width = width + own
    }
    if text.cursor == text.characters.count { cursor = (lines.count - 1, width) }
    while lines.count < 3 { lines.append("") }
  }

  /// Begins a new line with the word that did not fit, and returns its width.
  private mutating func breakLine() -> Column {
    let line = lines[lines.count - 1]
    guard let blank = line.lastIndex(of: " "), blank > line.startIndex else {
      lines.append("")
      return 0
    }
    let word = String(line[line.index(after: blank)...])
    let wasInWord = cursor.line == lines.count - 1
    let kept = String(line[...blank])
    lines[lines.count - 1] = kept
    lines.append(word)
    if wasInWord, cursor.column >= kept.displayWidth {
      cursor = (lines.count - 1, cursor.column - kept.displayWidth)
    }
    return word.displayWidth
  }
}
