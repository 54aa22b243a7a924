// Help over any surface: what can be done there, searched and scrolled like a list.

import Screen

/// Help, from the table of the surface that it was asked for on.
package struct Help: Surface {
  package var stage: Stage
  /// What it says, the same for drawing and scrolling.
  let sections: [HelpSection]
  /// The row at its top.
  private(set) var top = 0
  /// What it is filtered by; nil while everything is shown.
  private(set) var filter: EditableText?
  /// Whether characters go into the filter.
  private(set) var isTyping = false

  /// Help on a surface, from its beginning.
  package init(for surface: any Surface) {
    stage = surface.stage
    stage.requests = []
    sections = surface.helpHere + HelpSection.all(of: surface) + surface.furtherHelp
  }

  package var context: KeyContext { isTyping ? .prompt : .normal }
  package var whereabouts: String { "in help" }

  package var bindings: [Binding] {
    if isTyping { return Binding.filtering(all: "all of it") }
    return .footer(
      [(.search, "search"), (.down, "down"), (.pageDown, "page")], [(.quit, "back")]
    ).with(ListMotion.actions).with(
      [.searchBackward, .quitProgram, .cancel, .help, .open].map { Binding($0) })
  }

  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    if isTyping {
      performWhileTyping(action)
      return []
    }
    let (lines, page) = (self.lines.count, max(size.rows.value - 4, 1))
    let last = max(lines - page, 0)
    switch action {
    case .down: top += 1
    case .up: top -= 1
    case .pageDown: top += page
    case .pageUp: top -= page
    case .halfPageDown: top += page / 2
    case .halfPageUp: top -= page / 2
    case .articleStart: top = 0
    case .articleEnd: top = last
    case .search, .searchBackward:
      filter = filter ?? EditableText()
      isTyping = true
    case .cancel where filter != nil: (filter, top) = (nil, 0)
    default: close()
    }
    top = min(max(top, 0), last)
    return []
  }

  /// Enter keeps what is typed and gives the keys back for scrolling; Esc shows everything again.
  private mutating func performWhileTyping(_ action: Action) {
    switch action {
    case .accept: isTyping = false
    case .cancel: (filter, isTyping) = (nil, false)
    case .deleteBackward where filter?.isEmpty != false: (filter, isTyping) = (nil, false)
    default: _ = filter?.perform(action)
    }
    top = 0
  }

  package mutating func type(_ text: String, among neighbours: Neighbours) -> [Effect] {
    guard isTyping else { return [] }
    filter?.insert(text)
    top = 0
    return []
  }

  /// The lines that pass the filter.
  var lines: [HelpLine] {
    HelpLine.lines(
      of: sections, stage.keymap, filter: filter?.text ?? "", columns: size.columns)
  }

  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    HelpView(stage: stage, help: self).draw(into: &frame)
  }
}
