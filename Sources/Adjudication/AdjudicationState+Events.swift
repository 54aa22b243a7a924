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
      return (answer as? AdjudicationAnswer).map { receive($0) }
    case .picked(let entry, let question):
      return choose(entry, for: question as? AdjudicationQuestion ?? .decide)
    case .typed(let text, let question):
      return (question as? AdjudicationQuestion).map { finish($0, with: text[...].trimmed) }
    case .words(let words): return run(words)
    default: return []
    }
  }

  private mutating func receive(_ answer: AdjudicationAnswer) -> [Effect] {
    switch answer {
    case .begin: return takeAgreements()
    case .page(let title, let lines): open(Page(on: stage, title: title, lines: lines))
    case .fileIsThere(let export): askToReplace(export)
    }
    return []
  }

  private mutating func finish(_ question: AdjudicationQuestion, with text: String) -> [Effect] {
    switch question {
    case .replacement(let terms): return replace(with: terms, note: text)
    case .replaceFile(var export) where !text.isEmpty:
      export.path = text
      return [.desk(.export(export))]
    default: return []
    }
  }

  package mutating func makeRoom(isNewSize: Bool) { followCursor() }
}
