// The one place where events become changes of a review, and requests to the world.

import Corpus
import ArticleModel
import Interface
import Screen

/// Takes an event in and says what the world has to do about it.
package func reduce(into state: inout ReviewState, _ event: ReviewEvent) -> [ReviewEffect] {
  switch event {
  case .key(let key): return state.press(key)
  case .paste(let text): return state.type(text)
  case .resize(let size): state.size = size
  case .articles(let articles): state.take(articles)
  case .progress(let done, let found): state.progress = .looking(done: done, found: found)
  case .finished(let wasStopped): state.progress = wasStopped ? .stopped : .finished
  case .performed(let changes, let operation): state.remember(changes, operation)
  case .tookBack(let changes, let isRedo): state.step(changes, isRedo: isRedo)
  case .speakers(let speakers):
    state.speakers = speakers
    state.refill()
  case .page(let title, let lines):
    state.message = nil
    state.overlay = .page(title: title, lines: lines, top: 0)
  case .told(let text): state.message = Message(text)
  case .notice(let text): state.message = .warning(text)
  }
  state.followCursor()
  return []
}

extension ReviewState {
  /// What the keys mean now.
  package var context: KeyContext {
    if writing != nil { return .note }
    switch overlay {
    case .picker: return .picker
    case .prompt: return .prompt
    case .help, .page, nil: return .review
    }
  }

  fileprivate mutating func press(_ key: Key) -> [ReviewEffect] {
    message = nil
    switch keys.read(key, keymap, in: context) {
    case .action(let action, let count): return perform(action, count: count)
    case .pending: return []
    case .text(let text): return type(text)
    case .unbound(let keys):
      message = .warning("\(Key.hint(for: keys)) is not bound here · \(hint(for: .help)) help")
      return []
    }
  }

  fileprivate mutating func type(_ text: String) -> [ReviewEffect] {
    if writing != nil {
      writing?.text.insert(text)
      return []
    }
    switch overlay {
    case .prompt(let prompt): return type(text, into: prompt)
    case .picker(var picker):
      let outcome = picker.type(text)
      return follow(outcome, in: picker)
    default: return []
    }
  }

  package mutating func perform(_ action: Action, count: Int? = nil) -> [ReviewEffect] {
    if action == .redraw { return [.redraw] }
    if action == .suspend { return [.suspend] }
    if let writing { return perform(action, in: writing) }
    switch overlay {
    case .picker(var picker):
      let outcome = picker.perform(action)
      return follow(outcome, in: picker)
    case .prompt(let prompt): return perform(action, in: prompt)
    case .help(let top):
      let lines = HelpText(state: self).lines.count
      overlay = scrolled(action, top, of: lines).map { .help(top: $0) }
      return []
    case .page(let title, let lines, let top):
      overlay = scrolled(action, top, of: lines.count).map {
        .page(title: title, lines: lines, top: $0)
      }
      return []
    case nil: break
    }
    if move(action, count: count ?? 1) { return [] }
    return arrange(action) ?? work(action) ?? run(action)
  }

  /// What is neither moving nor working on marks.
  private mutating func run(_ action: Action) -> [ReviewEffect] {
    switch action {
    case .help: overlay = .help(top: 0)
    case .command: overlay = .prompt(ReviewPrompt(purpose: .command))
    case .showStatistics: return count()
    case .save: message = Message("everything is saved: each change is written at once")
    case .quit: return quit()
    case .cancel: return cancel()
    default: message = .warning("“\(action.description.help)” does nothing in a list of marks")
    }
    return []
  }

  /// Counts the marks that are selected, or all that are listed.
  private mutating func count() -> [ReviewEffect] {
    message = Message("counting …")
    return [.count(chosen.isEmpty ? list.shown.map(\.key) : Array(chosen))]
  }

  private mutating func quit() -> [ReviewEffect] {
    guard !chosen.isEmpty else { return [.quit] }
    chosen = []
    return []
  }

  /// Gives up the looking, the selection, the filter, whichever there is first.
  private mutating func cancel() -> [ReviewEffect] {
    if case .looking = progress { return [.stopLooking] }
    if !chosen.isEmpty {
      chosen = []
    } else if !filterText.isEmpty {
      setFilter("")
    } else {
      message = Message("\(hint(for: .quit)) goes back; everything is saved")
    }
    return []
  }

  private func scrolled(_ action: Action, _ top: Int, of count: Int) -> Int? {
    ListMotion.scrolled(action, top, of: count, rows: max(size.rows.value - 4, 1))
  }

  /// The keys that messages name for an action: "u", or ":undo" when none is bound.
  package func hint(for action: Action) -> String {
    keymap.keys(for: action, in: .review).map { Key.hint(for: $0) } ?? ":\(action.rawValue)"
  }
}
