// Keys, what comes of what was opened over the cases, and the beginning.

import ArticleModel
import Corpus
import Interface
import Screen

extension AdjudicationState {
  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    move(action, count: count ?? 1) ? [] : work(action)
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
  mutating func goToOpen(_ step: Int) {
    var index = cursor + step
    while decisions.indices.contains(index), decisions[index] != nil { index += step }
    if decisions.indices.contains(index) { cursor = index }
    followCursor()
  }

  package mutating func receive(_ answer: Answer, among neighbours: Neighbours) -> [Effect]? {
    switch answer {
    case .desk(let answer):
      guard answer is AdjudicationAnswer else { return nil }
      return takeAgreements()
    case .picked(let entry, _): return choose(entry)
    case .typed(let text, let question):
      guard case .replacement(let terms)? = question as? AdjudicationQuestion else { return nil }
      return replace(with: terms, note: text[...].trimmed)
    case .words: return nil
    default: return []
    }
  }

  package mutating func makeRoom(isNewSize: Bool) { followCursor() }
}
