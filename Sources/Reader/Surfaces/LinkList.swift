// The list of the article's links, as it lies over the screen.

import ArticleModel
import Interface
import Screen

/// The links of the article, to go to or to open.
package struct LinkList: Surface {
  package var stage: Stage
  private let article: Article
  /// Its cursor and its filter.
  package private(set) var list: FilteredList

  /// A list with the cursor on the link at a place, or on the next one.
  init(on stage: Stage, _ article: Article, at caret: ByteOffset) {
    (self.stage, self.article) = (stage, article)
    list = FilteredList(at: 0)
    let links = article.structure.links
    list.move(to: links.partitionPoint { $0.span.end > caret }, of: links.count)
  }

  package var context: KeyContext { list.isTyping ? .prompt : .normal }
  package var whereabouts: String { "in the list of links" }

  package var bindings: [Binding] {
    if list.isTyping { return Binding.filtering(all: "all of them") }
    return .footer(
      [
        (.open, "to the text"), (.openEvidence, "open"), (.down, "down"), (.up, "up"),
        (.search, "filter"),
      ], [(.cancel, "back to the text")]
    ).with(Self.own).with(Self.further)
  }

  private static let own = [
    Binding(.copy, "copy the address"), Binding(.nextLink), Binding(.previousLink),
    Binding(.quit, "back to the text"),
  ]
  private static let further: [Binding] =
    ListMotion.actions + [.listLinks, .quitProgram, .help, .redraw, .suspend].map { Binding($0) }

  package static let help = HelpSection(
    "In the list of links",
    [
      Binding(.open, "to the link in the text"), Binding(.openEvidence, "open the link"),
      Binding(.copy, "copy the address"), Binding(.search, "filter the links"),
    ], in: .normal)

  /// The links that pass the filter.
  var shown: [ArticleStructure.Link] {
    let links = article.structure.links
    return list.shown(of: links.count) { "\(words(of: links[$0])) \(links[$0].target)" }
      .map { links[$0] }
  }

  /// The words of a link, on one line.
  func words(of link: ArticleStructure.Link) -> String {
    article.text.string(in: link.span).onOneLine
  }

  /// The link under the cursor; nil when the filter lets none through.
  var current: ArticleStructure.Link? {
    let shown = self.shown
    return shown.indices.contains(list.cursor) ? shown[list.cursor] : nil
  }

  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    if list.isTyping {
      list.performWhileTyping(action)
      return []
    }
    let entries = shown.count
    let page = max(size.rows.value - 6, 1)
    if list.move(action, count: count, page: page, entries: entries) { return [] }
    let times = max(count ?? 1, 1)
    switch action {
    case .nextLink: list.move(to: list.cursor + times, of: entries)
    case .previousLink: list.move(to: list.cursor - times, of: entries)
    case .search: list.beginTyping()
    case .open: if let current { close(.chosen(ReaderTarget.place(current.span.start))) }
    case .openEvidence: return current.map { [.openAddress($0.target)] } ?? []
    case .copy: return current.map { [.copy($0.target)] } ?? []
    case .cancel where list.dropFilter(): break
    case .quitProgram: tell(.run(.quitProgram))
    default: close()
    }
    return []
  }

  package mutating func type(_ text: String, among neighbours: Neighbours) -> [Effect] {
    list.type(text)
    return []
  }

  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    LinkListView(list: self).draw(into: &frame)
  }
}
