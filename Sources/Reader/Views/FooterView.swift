// The footer: the keys that matter now, read off the live keymap.

import ArticleModel
import Screen

/// Draws the footer.
struct FooterView {
  let state: ReaderState

  func draw(into frame: inout Frame, row: Row) {
    var column: Column = 1
    for hint in fittingHints {
      column = frame.write(
        hint.keys, at: Position(row: row, column: column), style: state.theme[.footerKey])
      column = frame.write(
        " \(hint.label)", at: Position(row: row, column: column), style: state.theme[.footerText])
      column = column + 3
    }
    if let typed = typedSoFar {
      let width = typed.displayWidth
      frame.write(
        typed, at: Position(row: row, column: state.size.columns - width - 1),
        style: state.theme[.footerKey])
    }
  }

  private struct Hint {
    var keys: String
    var label: String
    var width: Column { keys.displayWidth + label.displayWidth + 4 }
  }

  /// The keys of a sequence or the count that has been begun.
  private var typedSoFar: String? {
    if !state.pendingKeys.isEmpty { return Key.hint(for: state.pendingKeys) + "…" }
    return state.count.map(String.init)
  }

  /// As many hints as there is room for; those for help and quitting come last and are never left out.
  private var fittingHints: [Hint] {
    if !state.pendingKeys.isEmpty {
      return fitting(state.hesitates ? hints([(.cancel, "never mind")]) : continuations, after: [])
    }
    return fitting(hints(leading), after: hints(trailing))
  }

  private func fitting(_ hints: [Hint], after last: [Hint]) -> [Hint] {
    var room = state.size.columns - 1 - (typedSoFar?.displayWidth ?? 0)
    let kept = last.filter { hint in
      defer { room = room - hint.width }
      return hint.width <= room + 3
    }
    var shown: [Hint] = []
    for hint in hints {
      if hint.width > room { break }
      room = room - hint.width
      shown.append(hint)
    }
    return shown + kept
  }

  private func hints(_ wanted: [(Action, String)]) -> [Hint] {
    wanted.compactMap { action, label in
      state.keymap.keys(for: action, in: state.context).map {
        Hint(keys: Key.hint(for: $0), label: label)
      }
    }
  }

  private var continuations: [Hint] {
    state.keymap.continuations(of: state.pendingKeys, in: state.context).map { binding in
      let rest = binding.keys.dropFirst(state.pendingKeys.count)
      return Hint(keys: Key.hint(for: rest), label: binding.action.description.help)
    }
  }

  private var leading: [(Action, String)] {
    if case .help(let help) = state.overlay { return helpHints(help) }
    if state.note != nil { return noteHints }
    switch state.overlay {
    case .markMenu: return markHints
    case .labels, .bookmark: return []
    case .picker: return [(.open, "choose"), (.down, "down"), (.up, "up"), (.search, "filter")]
    case .prompt: return []
    case .help: return []
    case .map: return mapHints
    case nil: break
    }
    if state.purpose != nil { return [(.open, "take it"), (.selectCharacters, "select")] }
    if state.selection != nil { return selectionHints }
    return state.focus == .article ? articleHints : paneHints
  }

  private var trailing: [(Action, String)] {
    if case .help(let help) = state.overlay {
      return help.isTyping ? [(.cancel, "all of it")] : [(.quit, "back")]
    }
    if state.note != nil { return [] }
    switch state.overlay {
    case .markMenu, .picker, .prompt, .labels, .bookmark: return [(.cancel, "never mind")]
    case .help, .map: return [(.quit, "back")]
    case nil: break
    }
    if state.selection != nil || state.purpose != nil {
      return [(.cancel, "never mind"), (.help, "help")]
    }
    let undo: [(Action, String)] = state.annotations.past.isEmpty ? [] : [(.undo, "undo")]
    return undo + [(.help, "help"), (.quit, state.focus == .article ? "quit" : "back")]
  }

  private func helpHints(_ help: Help) -> [(Action, String)] {
    if help.isTyping { return [(.accept, "keep")] }
    return [(.search, "search"), (.down, "down"), (.pageDown, "page")]
  }

  private var mapHints: [(Action, String)] {
    [
      (.down, "next place"), (.up, "previous"), (.zoomIn, "nearer"), (.zoomOut, "further"),
      (.toggleBorders, "borders"), (.open, "to the text"),
    ]
  }

  private var markHints: [(Action, String)] {
    state.hesitates ? [] : MarkMenuView.choices.filter { $0.0 != .cancel }
  }

  private var noteHints: [(Action, String)] {
    [(.accept, "keep and close"), (.newLine, "new line"), (.revert, "leave as it was")]
  }

  private var selectionHints: [(Action, String)] {
    [
      (.mark, "mark"), (.grow, "more"), (.shrink, "less"), (.selectQuotation, "quotation"),
      (.selectSentence, "sentence"), (.otherEnd, "other end"),
    ]
  }

  private var articleHints: [(Action, String)] {
    if let annotation = state.currentAnnotation {
      let open = annotation.note.isEmpty ? "write note" : "open note"
      return [
        (.open, open), (.setStatus, "status"), (.delete, "delete"), (.mark, "mark"),
        (.nextAnnotation, "next mark"),
      ]
    }
    return [
      (.mark, "mark"),
      (.nextPane, "panes"), (.selectCharacters, "select"), (.search, "search"),
      (.nextQuotation, "next quotation"), (.command, "command"),
    ]
  }

  private var paneHints: [(Action, String)] {
    let go: [(Action, String)] = [(.down, "down"), (.up, "up"), (.open, "to the text")]
    let own: [(Action, String)] =
      state.focus == .pane(.annotations)
      ? [(.editNote, "note"), (.setStatus, "status"), (.delete, "delete")] : [(.mark, "mark")]
    return go + own + [(.nextPane, "next pane"), (.toggleFold, "fold")]
  }
}
