// Help: every action with its keys, read off the live keymap.

import Screen

/// The lines of help, the same for drawing and scrolling.
struct HelpText {
  /// A line: a topic, or keys and what they do.
  struct Line {
    var keys: String
    var text: String
    /// The action's name, as ":" takes it.
    var name = ""
    var isTopic: Bool
  }

  private(set) var lines: [Line] = []

  init(state: any Surface) {
    let order: [(KeyContext, String)] = [
      (.normal, ""), (.selection, "While selecting"), (.mark, "After the key for marking"),
      (.note, "Writing a note"), (.prompt, "Typing a search or a command"),
      (.picker, "Choosing a term"), (.map, "On the map"),
      (.letter, "Typing the letters of a label or a bookmark"),
    ]
    for (context, title) in order {
      if title.isEmpty { addTopics(in: context, state) } else { add(title, context, state) }
    }
  }

  private mutating func addTopics(in context: KeyContext, _ state: any Surface) {
    for topic in ActionDescription.Topic.allCases {
      let actions = Action.allCases.filter { $0.description.topic == topic }
      add(topic.rawValue, actions, context, state)
    }
  }

  private mutating func add(_ title: String, _ context: KeyContext, _ state: any Surface) {
    add(title, Action.allCases, context, state)
  }

  private mutating func add(
    _ title: String, _ actions: [Action], _ context: KeyContext, _ state: any Surface
  ) {
    let bound = actions.compactMap { action -> Line? in
      let keys = state.keymap.allKeys(for: action, in: context)
      guard !keys.isEmpty else { return nil }
      return Line(
        keys: keys.map { Key.hint(for: $0) }.joined(separator: " "),
        text: action.description.help,
        name: ":\(action.rawValue)", isTopic: false)
    }
    guard !bound.isEmpty else { return }
    if !lines.isEmpty { lines.append(Line(keys: "", text: "", isTopic: false)) }
    lines.append(Line(keys: "", text: title, isTopic: true))
    lines += bound
  }
}

/// Draws help over the whole screen but its foot.
struct HelpView {
  let state: any Surface
  let top: Int

  func draw(into frame: inout Frame) {
    let rows = max(state.size.rows.value - 2, 1)
    let body = Area(row: 0, column: 0, rows: Row(rows), columns: state.size.columns)
    frame.clear(body)
    frame.cursor = Position(row: 0, column: 0)
    let title = " Galley: the keys of the \(state.keymap.name) map"
    frame.write(title, at: Position(row: 0, column: 0), style: state.theme[.headline])
    let lines = HelpText(state: state).lines
    let keyWidth = min(lines.map(\.keys.displayWidth.value).max() ?? 0, 26)
    for (offset, line) in lines.dropFirst(top).prefix(max(rows - 2, 0)).enumerated() {
      draw(line, at: Row(offset + 2), keyWidth: Column(keyWidth), into: &frame)
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
