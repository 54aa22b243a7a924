// The program itself: panes, help, saving, quitting, never mind.

import ArticleModel
import Interface
import Screen

extension ReaderState {
  mutating func performInProgram(_ action: Action) -> [Effect] {
    switch action {
    case .nextPane: cycleFocus(1)
    case .previousPane: cycleFocus(-1)
    case .focusArticle: setFocus(.article)
    case .toggleFold: toggleFold()
    case .showMap: openMap()
    case .review: return [.review]
    case .hideNames: hideNames()
    case .toggleSuggestions: toggleSuggestions()
    case .nextTheme, .toggleLineNumbers, .toggleFocusMode, .widenMeasure, .narrowMeasure,
      .toggleMouse:
      return makeComfortable(action)
    case .help: showHelp()
    case .command: overlay = .prompt(Prompt(purpose: .command))
    case .save: return [.saveNow]
    case .editAnyway: return editAnyway()
    case .takeMarks: return offerStrays()
    case .quit: return quit()
    case .quitProgram:
      clearSelection()
      return leave()
    case .cancel: cancel()
    default:
      if let pane = Pane(focusedBy: action) {
        setFocus(.pane(pane))
      } else {
        message = .warning("“\(action.rawValue)” does nothing here")
      }
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
    if shelf.isPlural {
      listArticles()
      return []
    }
    return leave()
  }

  /// Leaves the program, but not with unsaved work at the first try.
  mutating func leave() -> [Effect] {
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
    } else if stopSearching() {
      return
    } else if search != nil {
      search = nil
    } else if interrupts > 1 {
      let quit = hint(for: .quit)
      message = Message("\(quit) quits; everything is saved")
    }
  }

  /// Opens help, with what holds here first.
  mutating func showHelp() {
    let situation: Help.Situation =
      note != nil ? .note : selection != nil ? .selection : focus.pane != nil ? .pane : .article
    overlay = .help(Help(situation))
  }

  mutating func performInHelp(_ action: Action, _ help: Help) -> [Effect] {
    var help = help
    let page = max(size.rows.value - 4, 1)
    let lines = HelpText(state: self, help: help).lines.count
    overlay = help.perform(action, lines: lines, page: page) ? .help(help) : nil
    return []
  }
}
