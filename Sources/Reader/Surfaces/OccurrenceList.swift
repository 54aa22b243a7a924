// Where some words stand in the article, each place ticked or not, to be marked in one go.

import ArticleModel
import Interface
import Screen

/// The occurrences of some words, over the screen.
package struct OccurrenceList: Surface {
  package var stage: Stage
  /// The words that were looked for.
  let words: String
  /// All occurrences, in reading order; those in other articles come last.
  private(set) var entries: [Occurrence]
  /// The indices of those that are ticked.
  private(set) var ticked: Set<Int>
  /// Its cursor and its filter.
  private(set) var list: FilteredList

  /// A list with the cursor on the occurrence at `place`; what has no mark yet is ticked.
  init(on stage: Stage, words: String, _ entries: [Occurrence], at place: ByteOffset) {
    (self.stage, self.words, self.entries) = (stage, words, entries)
    ticked = Set(entries.indices.filter { entries[$0].mark == nil })
    list = FilteredList(at: entries.firstIndex { $0.span.end > place } ?? 0)
  }

  package var context: KeyContext { list.isTyping ? .prompt : .normal }
  package var whereabouts: String { "in the list of occurrences" }

  package var bindings: [Binding] {
    if list.isTyping { return Binding.filtering(all: "all of them") }
    return [
      Binding(.open, "mark those that are ticked", label: "mark the \(ticked.count) ticked"),
      Binding(.reviewed, "tick or untick, and go to the next", label: "tick"),
      Binding(.markAll, "tick all listed ones, or none", label: "all or none"),
      Binding(.down, "to the next one", label: "down"),
      Binding(.up, "to the one before", label: "up"),
      Binding(.search, "filter them by words of their sentences", label: "filter"),
      Binding(.cancel, "back to the text", label: "cancel", place: .trailing),
    ].with(ListMotion.actions).with([
      Binding(.mark, "mark those that are ticked"), Binding(.quit, "back to the text"),
    ]).with([.help, .redraw, .suspend])
  }

  /// The indices of the entries that pass the filter.
  var shown: [Int] {
    list.shown(of: entries.count) {
      entries[$0].before + entries[$0].words + entries[$0].after
    }
  }

  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    if list.isTyping {
      list.performWhileTyping(action)
      return []
    }
    let shown = self.shown
    let page = max(size.rows.value - 4, 1)
    if list.move(action, count: count, page: page, entries: shown.count) { return [] }
    switch action {
    case .reviewed: tick(shown)
    case .markAll: tickAll(shown)
    case .search: list.beginTyping()
    case .open, .mark: choose()
    case .cancel where list.dropFilter(): break
    default: close()
    }
    return []
  }

  private mutating func tick(_ shown: [Int]) {
    guard shown.indices.contains(list.cursor) else { return }
    ticked.formSymmetricDifference([shown[list.cursor]])
    list.move(to: list.cursor + 1, of: shown.count)
  }

  /// Ticks all that are shown; when they are ticked already, none of them.
  private mutating func tickAll(_ shown: [Int]) {
    if ticked.isSuperset(of: shown) { ticked.subtract(shown) } else { ticked.formUnion(shown) }
  }

  private mutating func choose() {
    guard !ticked.isEmpty else {
      message = .warning("Nothing is ticked · \(hint(for: .reviewed)) ticks")
      return
    }
    let chosen = ticked.sorted().map { entries[$0] }
    let here = chosen.filter { $0.article == nil }.map(\.span)
    let others = chosen.compactMap { entry in
      entry.article.map { PlaceElsewhere(article: $0, span: entry.span) }
    }
    // Undo goes by the marks of the open article.
    guard !here.isEmpty else {
      message = .warning("Tick a place in this article too, so that you can undo all of them")
      return
    }
    close(.chosen(ReaderTarget.occurrences(here, elsewhere: others)))
  }

  /// Takes in the places in other articles, none of which is ticked.
  package mutating func receive(_ answer: Answer, among neighbours: Neighbours) -> [Effect]? {
    guard case .desk(let answer) = answer,
      case .occurrences(let words, let found)? = answer as? ReaderAnswer
    else { return nil }
    if words == self.words { entries += found }
    return []
  }

  package mutating func type(_ text: String, among neighbours: Neighbours) -> [Effect] {
    list.type(text)
    return []
  }

  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    let queue = neighbours.beneath(ReaderState.self)?.queue ?? ReadingQueue()
    OccurrenceListView(list: self, queue: queue).draw(into: &frame)
  }
}
