// Help over a screen: a title, as many lines as fit, and the filter.

import Screen

/// Draws help over the whole screen but its foot.
package struct HelpView {
  package let state: any Surface
  package let help: Help

  /// Help that cannot be filtered.
  package init(state: any Surface, top: Int) {
    self.state = state
    var help = Help(.review)
    help.top = top
    self.help = help
  }

  package init(state: any Surface, help: Help) {
    self.state = state
    self.help = help
  }

  package func draw(into frame: inout Frame) {
    let rows = max(state.size.rows.value - 2, 1)
    let body = Area(row: 0, column: 0, rows: Row(rows), columns: state.size.columns)
    frame.clear(body)
    frame.cursor = Position(row: 0, column: 0)
    drawTitle(into: &frame)
    let lines = HelpText(state: state, help: help).lines
    let keyWidth = min(lines.map(\.keys.displayWidth.value).max() ?? 0, 26)
    for (offset, line) in lines.dropFirst(help.top).prefix(max(rows - 2, 0)).enumerated() {
      draw(line, at: Row(offset + 2), keyWidth: Column(keyWidth), into: &frame)
    }
    if lines.isEmpty {
      frame.write(
        "nothing fits", at: Position(row: 2, column: 3), style: state.theme[.paneDetail])
    }
  }

  private func drawTitle(into frame: inout Frame) {
    let title = " Galley: the keys of the \(state.keymap.name) map"
    let end = frame.write(title, at: Position(row: 0, column: 0), style: state.theme[.headline])
    if let filter = help.filter {
      let typed = "/\(filter.text)"
      let column = max(min(end + 3, state.size.columns - typed.displayWidth - 1), 0)
      let last = frame.write(
        typed, at: Position(row: 0, column: column), style: state.theme[.prompt])
      if help.isTyping { frame.cursor = Position(row: 0, column: last) }
    }
  }

  private func draw(
    _ line: HelpText.Line, at row: Row, keyWidth: Column, into frame: inout Frame
  ) {
    if line.isTopic {
      frame.write(line.text, at: Position(row: row, column: 1), style: state.theme[.subheading])
      return
    }
    frame.write(
      line.keys.truncated(to: keyWidth), at: Position(row: row, column: 3),
      style: state.theme[.popupKey])
    let end = frame.write(
      line.text, at: Position(row: row, column: 3 + keyWidth + 2), style: state.theme[.text])
    let start = state.size.columns - line.name.displayWidth - 1
    if start > end + 1 {
      frame.write(
        line.name, at: Position(row: row, column: start), style: state.theme[.paneDetail])
    }
  }
}
