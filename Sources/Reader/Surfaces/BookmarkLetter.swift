// The letter of a bookmark, to set it or to go there.

import Interface

/// Waits for the letter of a bookmark.
struct BookmarkLetter: Surface {
  var stage: Stage
  /// Whether the letter names a bookmark that is set.
  let sets: Bool

  var context: KeyContext { .letter }
  var whereabouts: String { "where a letter is waited for" }
  var bindings: [Binding] { .footer([], [(.cancel, "cancel")]) }

  mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    close()
    return []
  }

  mutating func type(_ text: String, among neighbours: Neighbours) -> [Effect] {
    if let letter = text.first { close(.chosen(ReaderTarget.bookmark(letter, sets: sets))) }
    return []
  }
}
