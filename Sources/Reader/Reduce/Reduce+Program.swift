// The program itself: panes, help, saving, quitting, never mind.

import ArticleModel
import Screen

extension ReaderState {
  mutating func performInProgram(_ action: Action) -> [Effect] {
    switch action {
    case .nextPane: cycleFocus(1)
    case .previousPane: cycleFocus(-1)
    case .focusArticle: setFocus(.article)
    case .focusQuotes: setFocus(.pane(.quotes))
    case .focusSpeakers: setFocus(.pane(.speakers))
    case .focusLocations: setFocus(.pane(.locations))
    case .focusAnnotations: setFocus(.pane(.annotations))
    case .toggleFold: toggleFold()
    case .showMap: openMap()
    case .help: overlay = .help(top: 0)
    case .command: overlay = .prompt(Prompt(purpose: .command))
    case .save: return [.saveNow]
    case .editAnyway: return editAnyway()
    case .takeMarks: return offerStrays()
    case .quit: return quit()
    case .quitProgram:
      clearSelection()
      return quit()
    case .cancel: cancel()
    default: break
    }
    return []
  }

  private mutating func editAnyway() -> [Effect] {
    if readOnlyReason != nil { return [.editAnyway] }
    message = Message("the marks can be edited already")
    return []
  }

  private mutating func quit() -> [Effect] {
    if selection != nil || purpose != nil {
      clearSelection()
      return []
    }
    if case .failed(let reason) = saveState, !hasWarnedOfLoss {
      hasWarnedOfLoss = true
      message = .warning("NOT SAVED, \(hint(for: .quit)) again gives it up: \(reason)")
      return []
    }
    return [.quit]
  }

  /// Gives up whatever is going on; Ctrl-C twice tells how to leave.
  private mutating func cancel() {
    interrupts += 1
    if selection != nil || purpose != nil {
      clearSelection()
    } else if search != nil {
      search = nil
    } else if interrupts > 1 {
      let quit = hint(for: .quit)
      message = Message("\(quit) quits; everything is saved")
    }
  }

  mutating func performInHelp(_ action: Action, top: Int) -> [Effect] {
    let page = max(size.rows.value - 4, 1)
    let last = max(HelpText(state: self).lines.count - page, 0)
    let target: Int
    switch action {
    case .down: target = top + 1
    case .up: target = top - 1
    case .pageDown: target = top + page
    case .pageUp: target = top - page
    case .halfPageDown: target = top + page / 2
    case .halfPageUp: target = top - page / 2
    case .articleStart: target = 0
    case .articleEnd: target = last
    case .quit, .cancel, .help, .open:
      overlay = nil
      return []
    default: return []
    }
    overlay = .help(top: min(max(target, 0), last))
    return []
  }
}
