// The list of the articles, as it lies over the screen.

import ArticleModel
import Interface
import Screen

/// The articles that are read in one go, to choose from.
package struct ArticleList: Surface {
  package var stage: Stage
  private let queue: ReadingQueue
  /// Index into the entries that pass the filter.
  package private(set) var cursor: Int
  /// What the entries are filtered by; nil while all are shown.
  package private(set) var filter: EditableText?
  /// Whether characters go into the filter.
  package private(set) var isTyping = false

  /// A list with the cursor on the open article.
  init(on stage: Stage, _ queue: ReadingQueue) {
    (self.stage, self.queue, cursor) = (stage, queue, queue.current)
  }

  package var context: KeyContext { isTyping ? .prompt : .normal }
  package var whereabouts: String { "in the list" }

  package var bindings: [Binding] {
    if isTyping { return Binding.filtering(all: "all of them") }
    return .footer(
      [(.open, "open"), (.down, "down"), (.up, "up"), (.search, "filter")],
      [(.cancel, "back to the text"), (.quit, "quit")]
    ).with(Self.further)
  }

  private static let further: [Binding] =
    ListMotion.actions
    + [.nextArticle, .previousArticle, .listArticles, .quitProgram, .help, .redraw, .suspend]
    .map { Binding($0) }

  /// The indices of the entries that pass the filter.
  var shown: [Int] {
    let words = (filter?.text.asSearched ?? "").split(separator: " ")
    return queue.entries.indices.filter { index in
      let name = queue.entries[index].label.asSearched
      return words.allSatisfy { name.contains($0) }
    }
  }

  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    if isTyping {
      performWhileTyping(action)
      return []
    }
    let page = max(size.rows.value - 5, 1)
    let times = max(count ?? 1, 1)
    switch action {
    case .down, .nextArticle: cursor += times
    case .up, .previousArticle: cursor -= times
    case .pageDown, .halfPageDown: cursor += page
    case .pageUp, .halfPageUp: cursor -= page
    case .articleStart: cursor = 0
    case .articleEnd: cursor = shown.count - 1
    case .search:
      filter = filter ?? EditableText()
      isTyping = true
    case .open: choose()
    case .cancel where filter != nil: filter = nil
    case .quit, .quitProgram: tell(.run(.quitProgram))
    default: close()
    }
    cursor = min(max(cursor, 0), max(shown.count - 1, 0))
    return []
  }

  private mutating func choose() {
    let shown = self.shown
    guard shown.indices.contains(cursor) else { return }
    let number = shown[cursor]
    close(number == queue.current ? nil : .chosen(ReaderTarget.article(number)))
  }

  private mutating func performWhileTyping(_ action: Action) {
    switch action {
    case .accept: isTyping = false
    case .cancel: (filter, isTyping) = (nil, false)
    case .deleteBackward where filter?.isEmpty != false: (filter, isTyping) = (nil, false)
    default: _ = filter?.perform(action)
    }
    cursor = 0
  }

  package mutating func type(_ text: String, among neighbours: Neighbours) -> [Effect] {
    guard isTyping else { return [] }
    filter?.insert(text)
    cursor = 0
    return []
  }

  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    guard let reader = neighbours.beneath(ReaderState.self) else { return }
    ArticleListView(state: reader, list: self).draw(into: &frame)
  }
}
