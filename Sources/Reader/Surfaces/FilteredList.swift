// The cursor and the filter of a list that lies over the screen, the same for articles and links.

import ArticleModel
import Interface
import Screen

/// Where the cursor of a list stands, and what the list is filtered by.
package struct FilteredList: Hashable, Sendable {
  /// Index into the entries that pass the filter.
  package private(set) var cursor: Int
  /// What the entries are filtered by; nil while all are shown.
  package private(set) var filter: EditableText?
  /// Whether characters go into the filter.
  package private(set) var isTyping = false

  /// A list with the cursor on an entry.
  init(at cursor: Int) { self.cursor = cursor }

  /// The indices of the entries that pass the filter.
  /// - Parameter words: what an entry is found by.
  func shown(of count: Int, words: (Int) -> String) -> [Int] {
    FilterWords(filter?.text ?? "").filter(0..<count, by: words)
  }

  /// Moves the cursor; false when the action is none of moving.
  mutating func move(_ action: Action, count: Int?, page: Int, entries: Int) -> Bool {
    let line = ListMotion.line(
      action, from: cursor, count: max(count ?? 1, 1), page: page, last: entries - 1)
    guard let line else { return false }
    move(to: line, of: entries)
    return true
  }

  /// Puts the cursor on an entry, or on the nearest one that there is.
  mutating func move(to line: Int, of entries: Int) {
    cursor = min(max(line, 0), max(entries - 1, 0))
  }

  /// Begins to type the filter, or goes on with it.
  mutating func beginTyping() {
    filter = filter ?? EditableText()
    isTyping = true
  }

  /// Shows all entries again; false when they are shown already.
  mutating func dropFilter() -> Bool {
    guard filter != nil else { return false }
    (filter, cursor) = (nil, 0)
    return true
  }

  /// Performs what is done with the line that is typed.
  mutating func performWhileTyping(_ action: Action) {
    switch action {
    case .accept: isTyping = false
    case .cancel: (filter, isTyping) = (nil, false)
    case .deleteBackward where filter?.isEmpty != false: (filter, isTyping) = (nil, false)
    default: _ = filter?.perform(action)
    }
    cursor = 0
  }

  /// Takes in what is typed.
  mutating func type(_ text: String) {
    guard isTyping else { return }
    filter?.insert(text)
    cursor = 0
  }
}
