// The one place where events become changes of the state, and requests to the world.

import ArticleModel
import Interface
import Screen

/// Takes an event in and says what the world has to do about it.
package func reduce(into state: inout ReaderState, _ event: ReaderEvent) -> [Effect] {
  switch event {
  case .key(let key):
    return state.press(key)
  case .paste(let text):
    state.message = nil
    return state.type(text)
  case .mouse(let event):
    return state.take(event)
  case .idle:
    state.work()
  case .hesitation:
    state.hesitates = true
  case .resize(let size):
    state.size = size
    state.followCaret()
    state.showFromStartIfItFits()
  case .findings(let findings):
    state.found = findings
    state.applyCorrections(isNewlyFound: true)
    state.syncPanes()
  case .keymap(let keymap, let problem):
    state.keymap = keymap
    state.keys = KeyReading()
    state.message =
      problem.map(Message.warning) ?? Message("the keymap \(keymap.name) is read anew")
  case .taxonomies(let taxonomies):
    state.taxonomies = taxonomies
  case .told(let text):
    state.message = Message(text)
  case .notice(let text):
    state.message = .warning(text)
  case .draftKept:
    state.note?.isKept = true
    let now = state.clock()
    state.note?.keptAt = now
  case .noteEdited(let text):
    return state.noteEdited(text)
  case .saved:
    state.saveState = .saved
    state.hasWarnedOfLoss = false
  case .saveFailed(let reason):
    state.saveState = .failed(reason)
    state.message = .warning(reason)
  case .editable(let annotations, let anchors):
    state.annotations = annotations
    state.anchors = anchors
    state.saveState = .saved
    state.annotationsChanged()
    state.message = Message("the marks can be edited now; what the others save is merged")
  case .strays(let strays):
    state.found(strays)
  case .takenOver(let annotations, let anchors):
    state.tookOver(annotations, anchors)
  case .merged(let annotations, let anchors, let notice):
    state.annotations = annotations
    state.anchors.merge(anchors) { _, new in new }
    state.annotationsChanged()
    state.message = Message(notice)
  }
  return []
}

extension ReaderState {
  /// What the keys mean now.
  package var context: KeyContext {
    switch overlay {
    case .markMenu: return .mark
    case .picker: return .picker
    case .prompt: return .prompt
    case .labels, .bookmark: return .letter
    case .articles(let list): return list.isTyping ? .prompt : .normal
    case .help(let help): return help.context
    case .map: return .map
    case nil where note != nil: return .note
    case nil where selection != nil: return .selection
    case nil: return focus.pane == nil ? .normal : .pane
    }
  }

  /// Whether a sequence of keys was begun and nothing shows yet what may follow.
  package var awaitsKey: Bool {
    if hesitates { return false }
    if case .markMenu = overlay { return true }
    return !pendingKeys.isEmpty
  }

  mutating func press(_ key: Key) -> [Effect] {
    message = nil
    hesitates = false
    if key != .control("c") { interrupts = 0 }
    switch keys.read(key, keymap, in: context) {
    case .action(let action, let count): return perform(action, count: count)
    case .pending: return []
    case .text(let text): return type(text)
    case .unbound(let keys): return pressUnbound(keys)
    }
  }

  private mutating func pressUnbound(_ keys: [Key]) -> [Effect] {
    if case .alt(let character)? = keys.last, keys.count == 1, context != .note {
      // Some terminals send Escape and a quick key in one go.
      return press(.named(.escape)) + press(.character(character))
    }
    let help = !context.takesText && context != .mark ? " · \(hint(for: .help)) help" : ""
    message = .warning("\(Key.hint(for: keys)) is not bound here\(help)")
    return []
  }

  /// Gives typed or pasted text to whatever is being typed.
  mutating func type(_ text: String) -> [Effect] {
    switch overlay {
    case .help(var help):
      help.type(text)
      overlay = .help(help)
      return []
    case .prompt: return typeIntoPrompt(text)
    case .picker: return typeIntoPicker(text)
    case .labels(let labels):
      if let letter = text.first { typeLabel(letter, labels) }
      return []
    case .articles(var list) where list.isTyping:
      list.filter?.insert(text)
      list.cursor = 0
      overlay = .articles(list)
      return []
    case .bookmark(let sets):
      if let letter = text.first { typeBookmark(letter, sets: sets) }
      return []
    case nil where note != nil: return typeIntoNote(text)
    default: return []
    }
  }

  /// Performs an action for whoever has the keys.
  mutating func perform(_ action: Action, count: Int? = nil) -> [Effect] {
    if action == .redraw { return [.redraw] }
    if action == .suspend { return [.suspend] }
    switch overlay {
    case .markMenu(let subject): return performInMarkMenu(action, subject)
    case .picker(let picker): return performInPicker(action, picker)
    case .prompt(let prompt): return performInPrompt(action, prompt)
    case .labels, .bookmark:
      overlay = nil
      return []
    case .articles(let list): return performInArticleList(action, list, count: count)
    case .help(let help): return performInHelp(action, help)
    case .map(let map): return performInMap(action, map, count: count)
    case nil: break
    }
    if note != nil { return performInNote(action) }
    if focus.pane != nil, let effects = performInPane(action, count: count) { return effects }
    return performInArticle(action, count: count)
  }

  private mutating func performInArticle(_ action: Action, count: Int?) -> [Effect] {
    let before = caret
    if move(action, count: count) || select(action) || jump(action, count: count)
      || search(action, count: count) || visit(action, count: count)
    {
      if action.leavesForAfar, caret != before { jumps.leave(before) }
      return []
    }
    return markOrEdit(action) ?? copy(action) ?? performOnShelf(action, count: count)
      ?? performInProgram(action)
  }
}
