// The program itself: panes, help, saving, quitting, never mind.

import ArticleModel
import Interface
import Screen

extension ReaderState {
  mutating func performInProgram(_ action: Action, count: Int?) -> [Effect] {
    switch action {
    case .nextPane: cycleFocus(1)
    case .previousPane: cycleFocus(-1)
    case .focusArticle: setFocus(.article)
    case .toggleFold: toggleFold()
    case .showMap: openMap()
    case .showClaims: showClaims()
    case .review: return [.desk(.review)]
    case .author: return askForAuthor()
    case .ownCommand: return runOwnCommand(count)
    case .showLayers: toggleLayers()
    case .hideNames: hideNames()
    case .toggleSuggestions: toggleSuggestions()
    case .handIn: return handIn()
    case .nextTheme, .toggleLineNumbers, .toggleFocusMode, .widenMeasure, .narrowMeasure,
      .toggleMouse:
      return makeComfortable(action)
    case .save: return [.desk(.saveNow)]
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
        message = stage.warning(of: action, on: context, whereabouts: whereabouts)
      }
    }
    return []
  }

  private mutating func editAnyway() -> [Effect] {
    if readOnlyReason != nil { return [.desk(.editAnyway)] }
    message = Message("you can already edit the marks")
    return []
  }

  private mutating func quit() -> [Effect] {
    if isAtFirstPassage { return leave() }
    if selection != nil || purpose != nil {
      giveUpSelection()
      return []
    }
    if queue.isPlural {
      listArticles()
      return []
    }
    return leave()
  }

  /// Leaves the program, but not with unsaved work at the first try.
  mutating func leave() -> [Effect] {
    if case .failed(let reason) = saveState, !hasWarnedOfLoss {
      hasWarnedOfLoss = true
      message = .warning("NOT SAVED, \(hint(for: .quit)) again discards it: \(reason)")
      return []
    }
    return [.quit]
  }

  /// Gives up the selection and what it was for; who was to add a claim is back at the list.
  private mutating func giveUpSelection() {
    let purpose = self.purpose
    clearSelection()
    if case .addClaim(let onDesk) = purpose { returnToClaims(onDesk: onDesk) }
  }

  /// Gives up whatever is going on; Ctrl-C twice tells how to leave.
  private mutating func cancel() {
    stage.interrupts += 1
    if selection != nil || purpose != nil {
      giveUpSelection()
    } else if stopSearching() {
      return
    } else if search != nil {
      search = nil
    } else if stage.interrupts > 1 {
      let quit = hint(for: .quit)
      message = Message("\(quit) quits; everything is saved")
    }
  }
}
