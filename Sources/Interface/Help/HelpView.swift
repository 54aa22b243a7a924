// Help over a screen: a title, as many lines as fit, and the filter.

import Screen

/// Draws help over the whole screen but its foot.
struct HelpView {
  let stage: Stage
  let help: Help

  func draw(into frame: inout Frame) {
    let rows = max(stage.size.rows.value - 2, 1)
    let body = Area(row: 0, column: 0, rows: Row(rows), columns: stage.size.columns)
    frame.clear(body)
    frame.cursor = Position(row: 0, column: 0)
    drawTitle(into: &frame)
    let lines = help.lines
    let keyWidth = min(lines.map(\.keys.displayWidth.value).max() ?? 0, 26)
    for (offset, line) in lines.dropFirst(help.top).prefix(max(rows - 2, 0)).enumerated() {
      draw(line, at: Row(offset + 2), keyWidth: Column(keyWidth), into: &frame)
    }
    if lines.isEmpty {
      frame.write(
        "nothing fits", at: Position(row: 2, column: 3), style: stage.theme[.paneDetail])
    }
  }

  private func drawTitle(into frame: inout Frame) {
    let hasSigns = help.sections.first.map { !$0.signs.isEmpty } ?? false
    let title = " Galley: \(hasSigns ? "signs, then " : "")the keys of the \(stage.keymap.name) map"
    let end = frame.write(title, at: Position(row: 0, column: 0), style: stage.theme[.paneTitle])
    if let filter = help.filter {
      let typed = "/\(filter.text)"
      let column = max(min(end + 3, stage.size.columns - typed.displayWidth - 1), 0)
      let last = frame.write(
        typed, at: Position(row: 0, column: column), style: stage.theme[.prompt])
      if help.isTyping { frame.cursor = Position(row: 0, column: last) }
    }
  }

  private func draw(
    _ line: HelpLine, at row: Row, keyWidth: Column, into frame: inout Frame
  ) {
    if line.isTopic {
      frame.write(line.text, at: Position(row: row, column: 1), style: stage.theme[.subheading])
      return
    }
    frame.write(
      line.keys.truncated(to: keyWidth), at: Position(row: row, column: 3),
      style: stage.theme[.popupKey])
    let column = line.isSign ? HelpLine.signText : 3 + keyWidth + 2
    let end = frame.write(
      line.text, at: Position(row: row, column: column), style: stage.theme[.text])
    let start = stage.size.columns - line.name.displayWidth - 1
    if start > end + 1 {
      frame.write(
        line.name, at: Position(row: row, column: start), style: stage.theme[.paneDetail])
    }
  }
}
