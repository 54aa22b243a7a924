// In whose name marks are made. Nobody is asked: the first mark says whose it is, and `:author` changes that.

import ArticleModel
import Interface

extension ReaderState {
  /// Says in whose name the first mark is made, once, when that name was found and not given.
  /// - Parameter closing: whether a note is open, so that the message says what keeps it.
  mutating func tellAuthorOnce(closing: Bool) {
    guard tellsAuthor else { return }
    tellsAuthor = false
    let name = author.map { "marked as \($0.name)" } ?? "marked without a name"
    let next =
      closing ? "\(hint(for: .accept)) keeps the note" : "\(hint(for: .undo)) undoes"
    message = Message("\(name) · \(hint(for: .author)) changes that · \(next)")
  }

  /// Asks for the name in which marks are made from now on.
  mutating func askForAuthor() -> [Effect] { ask(.author, text: author?.name ?? "") }

  /// Takes a name that was typed: marks are made in it from now on. The id of somebody who had a name
  /// already stays, so that their marks are known as theirs.
  mutating func takeAuthor(_ name: String) -> [Effect] {
    let name = name[...].trimmed
    guard !name.isEmpty else {
      message = .warning("You typed no name · marks are still made by \(author?.name ?? "nobody")")
      return []
    }
    let new = Creator(name: name, id: author?.id ?? identifiers.annotationID().description)
    stage.author = new
    annotations.author = new
    tellsAuthor = false
    message = Message("marks are made by \(name) from now on")
    return [.desk(.keepAuthor(new))]
  }

  /// Performs what was typed on the command line with words behind its name: `author Ana Lopes`; nil for
  /// other words.
  mutating func perform(_ words: [String]) -> [Effect]? {
    switch words.first {
    case Action.author.rawValue: takeAuthor(words.dropFirst().joined(separator: " "))
    case Action.assign.rawValue: assign(words.dropFirst().joined(separator: " "))
    default: nil
    }
  }
}
