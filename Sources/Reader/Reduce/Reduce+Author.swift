// Asking once in whose name marks are made, at the first of them.

import ArticleModel
import Interface

extension ReaderState {
  /// Asks for the author's name when nobody has said it yet; nil when there is nothing to ask. What was
  /// begun goes on after the answer.
  mutating func askForAuthor(then step: MarkStep) -> [Effect]? {
    guard asksForAuthor else { return nil }
    return ask(.author(then: step), text: author?.name ?? "")
  }

  /// Takes the answer; without one, marks are made in the name of the account, and nobody asks again.
  mutating func takeAuthor(_ name: String?, then step: MarkStep) -> [Effect] {
    asksForAuthor = false
    let name = name.map { $0[...].trimmed } ?? ""
    guard !name.isEmpty else { return [.desk(.leaveAuthorUnnamed)] + goOn(with: step) }
    let author = Creator(name: name, id: identifiers.annotationID().description)
    stage.author = author
    return [.desk(.keepAuthor(author))] + goOn(with: step)
  }

  private mutating func goOn(with step: MarkStep) -> [Effect] {
    switch step {
    case .menu(let subject): openMarkMenu(subject)
    case .kind(let action, let subject): mark(action, subject)
    case .confirm(let id): annotations[id].map { confirmPlace($0) } ?? []
    }
  }
}
