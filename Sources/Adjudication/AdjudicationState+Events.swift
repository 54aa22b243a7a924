// The one place where events become changes of an adjudication, and requests to the world.

import Corpus
import ArticleModel
import Interface
import Screen

/// Takes an event in and says what the world has to do about it.
package func reduce(into state: inout AdjudicationState, _ event: AdjudicationEvent)
  -> [AdjudicationEffect]
{
  switch event {
  case .key(let key): return state.press(key)
  case .paste(let text): return state.type(text)
  case .begin: return state.takeAgreements()
  case .notice(let text): state.message = .warning(text)
  case .resize(let size):
    state.size = size
    state.followCursor()
  }
  return []
}

extension AdjudicationState {
  /// What the keys mean now.
  package var context: KeyContext {
    if writing != nil { return .note }
    if case .picker = overlay { return .picker }
    return .review
  }

  fileprivate mutating func press(_ key: Key) -> [AdjudicationEffect] {
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

  fileprivate mutating func type(_ text: String) -> [AdjudicationEffect] {
    if writing != nil {
      writing?.text.insert(text)
      return []
    }
    guard case .picker(var picker) = overlay else { return [] }
    let outcome = picker.type(text)
    return follow(outcome, in: picker)
  }

  private mutating func perform(_ action: Action, count: Int?) -> [AdjudicationEffect] {
    if action == .redraw { return [.redraw] }
    if action == .suspend { return [.suspend] }
    if let writing { return perform(action, in: writing) }
    switch overlay {
    case .picker(var picker):
      let outcome = picker.perform(action)
      return follow(outcome, in: picker)
    case .help(let top):
      let (count, rows) = (HelpText(state: self).lines.count, max(size.rows.value - 4, 1))
      overlay = ListMotion.scrolled(action, top, of: count, rows: rows).map { .help(top: $0) }
      return []
    case nil: break
    }
    return move(action, count: count ?? 1) ? [] : work(action)
  }

  private mutating func move(_ action: Action, count: Int) -> Bool {
    let rows = plan.list.size.rows.value
    let line = ListMotion.line(
      action, from: cursor, count: count, page: rows, last: listed.count - 1)
    if let line { cursor = line }
    switch action {
    case _ where line != nil: break
    case .nextUnreviewed: goToOpen(1)
    case .previousUnreviewed: goToOpen(-1)
    default: return false
    }
    followCursor()
    return true
  }

  /// Goes to the next case that is not decided.
  package mutating func goToOpen(_ step: Int) {
    var index = cursor + step
    while decisions.indices.contains(index), decisions[index] != nil { index += step }
    if decisions.indices.contains(index) { cursor = index }
    followCursor()
  }

  /// The keys that messages name for an action.
  package func hint(for action: Action) -> String {
    keymap.keys(for: action, in: .review).map { Key.hint(for: $0) } ?? ":\(action.rawValue)"
  }
}
