// The footer: the keys that matter now, read off the live keymap.

import ArticleModel
import Interface
import Screen

/// Draws the footer.
struct FooterView {
  let state: ReaderState

  func draw(into frame: inout Frame, row: Row) { line.draw(into: &frame, row: row) }

  private var line: HintLine {
    if state.pendingKeys.isEmpty {
      return HintLine(
        state, in: state.context, leading: leading, trailing: trailing, typed: typedSoFar)
    }
    // Who hesitates sees in a popup what may follow.
    return state.hesitates
      ? HintLine(
        state, in: state.context, leading: [(.cancel, "never mind")], trailing: [],
        typed: typedSoFar)
      : HintLine(state.theme, leading: continuations, trailing: [], typed: typedSoFar)
  }

  /// The keys of a sequence or the count that has been begun.
  private var typedSoFar: String {
    if !state.pendingKeys.isEmpty { return Key.hint(for: state.pendingKeys) + "…" }
    return state.count.map(String.init) ?? ""
  }

  private var continuations: [Hint] {
    state.keymap.continuations(of: state.pendingKeys, in: state.context).map { binding in
      let rest = binding.keys.dropFirst(state.pendingKeys.count)
      return Hint(keys: Key.hint(for: rest), label: binding.action.description.help)
    }
  }

  private var leading: [(Action, String)] {
    switch state.overlay {
    case .markMenu: return markHints
    case .labels, .bookmark: return []
    case .articles(let list):
      return list.isTyping
        ? [(.accept, "keep")]
        : [(.open, "open"), (.down, "down"), (.up, "up"), (.search, "filter")]
    case .picker: return [(.open, "choose"), (.down, "down"), (.up, "up"), (.search, "filter")]
    case .prompt: return []
    case .help(let help): return helpHints(help)
    case .map: return mapHints
    case nil where state.note != nil: return noteHints
    case nil: break
    }
    if state.purpose != nil { return [(.open, "take it"), (.selectCharacters, "select")] }
    if state.selection != nil { return selectionHints }
    return state.focus == .article ? articleHints : paneHints
  }

  private var trailing: [(Action, String)] {
    switch state.overlay {
    case .markMenu, .picker, .prompt, .labels, .bookmark: return [(.cancel, "never mind")]
    case .help(let help):
      return help.isTyping ? [(.cancel, "all of it")] : [(.quit, "back")]
    case .map: return [(.quit, "back")]
    case .articles(let list):
      return list.isTyping
        ? [(.cancel, "all of them")] : [(.cancel, "back to the text"), (.quit, "quit")]
    case nil where state.note != nil: return []
    case nil: break
    }
    if state.selection != nil || state.purpose != nil {
      return [(.cancel, "never mind"), (.help, "help")]
    }
    let undo: [(Action, String)] = state.annotations.past.isEmpty ? [] : [(.undo, "undo")]
    return undo + [(.help, "help"), (.quit, wayOut)]
  }

  private var wayOut: String {
    state.focus != .article ? "back" : state.shelf.isPlural ? "articles" : "quit"
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
    if state.note?.field != .text {
      return [(.newLine, "choose"), (.nextField, "next field"), (.accept, "keep and close")]
    }
    return [
      (.accept, "keep and close"), (.newLine, "new line"), (.nextField, "term, status"),
      (.revert, "revert"), (.editExternally, "editor"),
    ]
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
    let own = state.focus.pane?.description.hints ?? []
    return go + [(.search, "filter"), (.sort, "sort")] + own + [
      (.nextPane, "next pane"), (.toggleFold, "fold"),
    ]
  }
}
