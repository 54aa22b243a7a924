// The list of the articles, as it lies over the screen.

import ArticleModel
import Interface
import Screen

/// The articles that are read in one go, to choose from.
package struct ArticleList: Surface {
  package var stage: Stage
  private let queue: ReadingQueue
  /// Its cursor and its filter.
  package private(set) var list: FilteredList

  /// A list with the cursor on the open article.
  init(on stage: Stage, _ queue: ReadingQueue) {
    (self.stage, self.queue, list) = (stage, queue, FilteredList(at: queue.current))
  }

  package var context: KeyContext { list.isTyping ? .prompt : .normal }
  package var whereabouts: String { "in the list" }

  package var bindings: [Binding] {
    if list.isTyping { return Binding.filtering(all: "all of them") }
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
  var shown: [Int] { list.shown(of: queue.entries.count) { queue.entries[$0].label } }

  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    if list.isTyping {
      list.performWhileTyping(action)
      return []
    }
    let page = max(size.rows.value - 4, 1)
    let entries = shown.count
    if list.move(action, count: count, page: page, entries: entries) { return [] }
    let times = max(count ?? 1, 1)
    switch action {
    case .nextArticle: list.move(to: list.cursor + times, of: entries)
    case .previousArticle: list.move(to: list.cursor - times, of: entries)
    case .search: list.beginTyping()
    case .open: choose()
    case .cancel where list.dropFilter(): break
    case .quit, .quitProgram: tell(.run(.quitProgram))
    default: close()
    }
    return []
  }

  private mutating func choose() {
    let shown = self.shown
    guard shown.indices.contains(list.cursor) else { return }
    let number = shown[list.cursor]
    close(number == queue.current ? nil : .chosen(ReaderTarget.article(number)))
  }

  package mutating func type(_ text: String, among neighbours: Neighbours) -> [Effect] {
    list.type(text)
    return []
  }

  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    guard let reader = neighbours.beneath(ReaderState.self) else { return }
    ArticleListView(state: reader, list: self).draw(into: &frame)
  }
}
