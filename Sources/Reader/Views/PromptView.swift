// The line that is typed at the foot of the screen.

import ArticleModel
import Screen

/// Draws a prompt over the footer.
struct PromptView {
  let state: ReaderState
  let prompt: Prompt

  func draw(into frame: inout Frame, row: Row) {
    let width = state.size.columns
    frame.clear(Area(row: row, column: 0, rows: 1, columns: width))
    let start = frame.write(
      prompt.label, at: Position(row: row, column: 0), style: state.theme[.prompt])
    // What is typed comes first on a narrow screen.
    let info = width - start - self.info.displayWidth > 12 ? self.info : ""
    let room = max(width - start - info.displayWidth - 2, 1)
    let (shown, cursor) = window(room: room)
    frame.write(shown, at: Position(row: row, column: start))
    frame.cursor = Position(row: row, column: min(start + cursor, width - 1))
    if info.displayWidth + start < width {
      frame.write(
        info, at: Position(row: row, column: width - info.displayWidth - 1),
        style: state.theme[.paneDetail])
    }
  }

  /// The part of the text around the cursor that fits, and the cursor's column in it.
  private func window(room: Column) -> (String, Column) {
    let characters = prompt.text.characters
    var (start, width) = (prompt.text.cursor, Column(1))
    while start > 0, width + Glyph.width(of: characters[start - 1]) <= room {
      start -= 1
      width = width + Glyph.width(of: characters[start])
    }
    return (String(characters[start...]).truncated(to: room), width - 1)
  }

  /// How many matches the search has so far.
  private var info: String {
    guard case .search = prompt.purpose, !prompt.text.isEmpty else { return hint }
    guard let search = state.search else { return "not a regular expression yet" }
    return search.position(of: state.caret, in: state.article.text) ?? "no match"
  }

  private var hint: String {
    switch prompt.purpose {
    case .tags: "commas between tags · Enter keeps"
    case .speaker: "the name · Enter keeps"
    case .place: "the name, or name and country: Georgia, GE"
    case .evidence: "Enter goes on"
    case .author: "Enter keeps the name · Esc: do not ask"
    case .command: "a command, a name, a place · Tab completes"
    case .search: "Enter keeps · Esc goes back"
    }
  }
}
