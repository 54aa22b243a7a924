// Help as it lies over a screen: how far it is scrolled, what it is filtered by, where it was asked for.

/// The state of help. Every screen that shows help keeps one and gives keys to it.
package struct Help: Hashable, Sendable {
  /// Where help was asked for; what holds there is shown first.
  package enum Situation: Hashable, Sendable {
    case article, selection, pane, map, note, review
  }

  /// The row at its top.
  package var top = 0
  /// What it is filtered by; nil while everything is shown.
  package var filter: EditableText?
  /// Whether characters go into the filter.
  package var isTyping = false
  /// Where it was asked for.
  package var situation: Situation

  /// Help from its beginning.
  package init(_ situation: Situation = .article) { self.situation = situation }

  /// What the keys mean in it.
  package var context: KeyContext { isTyping ? .prompt : .normal }

  /// Performs an action in a text of `lines` lines of which `page` are shown; false when help closes.
  package mutating func perform(_ action: Action, lines: Int, page: Int) -> Bool {
    if isTyping { return performWhileTyping(action) }
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
    case .quit, .quitProgram, .cancel, .help, .open: return false
    default: break
    }
    top = min(max(top, 0), last)
    return true
  }

  /// Enter keeps what is typed and gives the keys back for scrolling; Esc shows everything again.
  private mutating func performWhileTyping(_ action: Action) -> Bool {
    switch action {
    case .accept: isTyping = false
    case .cancel: (filter, isTyping) = (nil, false)
    case .deleteBackward where filter?.isEmpty != false: (filter, isTyping) = (nil, false)
    default: _ = filter?.perform(action)
    }
    top = 0
    return true
  }

  /// Types into the filter.
  package mutating func type(_ text: String) {
    guard isTyping else { return }
    filter?.insert(text)
    top = 0
  }
}
