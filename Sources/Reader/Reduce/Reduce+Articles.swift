// From article to article, and the list of them.

import ArticleModel
import Interface
import Screen

extension ReaderState {
  /// Performs what concerns the other articles; nil for other actions.
  mutating func performOnShelf(_ action: Action, count: Int?) -> [Effect]? {
    switch action {
    case .nextArticle: return openArticle(shelf.current + max(count ?? 1, 1))
    case .previousArticle: return openArticle(shelf.current - max(count ?? 1, 1))
    case .listArticles:
      guard shelf.isPlural else {
        message = .warning("This is the only article · galley FILE… or FOLDER opens several")
        return []
      }
      listArticles()
      return []
    default: return nil
    }
  }

  mutating func listArticles() { overlay = .articles(ArticleList(cursor: shelf.current)) }

  private mutating func openArticle(_ number: Int) -> [Effect] {
    guard shelf.isPlural else {
      message = .warning("This is the only article · galley FILE… or FOLDER opens several")
      return []
    }
    guard shelf.entries.indices.contains(number) else {
      message = .warning(
        number < 0 ? "This is the first article" : "This is the last article")
      return []
    }
    return [.openArticle(number)]
  }

  mutating func performInArticleList(_ action: Action, _ list: ArticleList, count: Int?)
    -> [Effect]
  {
    var list = list
    if list.isTyping {
      typeInArticleList(action, &list)
      overlay = .articles(list)
      return []
    }
    let shown = list.shown(of: shelf)
    let page = max(size.rows.value - 5, 1)
    let times = max(count ?? 1, 1)
    switch action {
    case .down, .nextArticle: list.cursor += times
    case .up, .previousArticle: list.cursor -= times
    case .pageDown, .halfPageDown: list.cursor += page
    case .pageUp, .halfPageUp: list.cursor -= page
    case .articleStart: list.cursor = 0
    case .articleEnd: list.cursor = shown.count - 1
    case .search:
      list.filter = list.filter ?? EditableText()
      list.isTyping = true
    case .open:
      guard shown.indices.contains(list.cursor) else { return [] }
      overlay = nil
      return shown[list.cursor] == shelf.current ? [] : [.openArticle(shown[list.cursor])]
    case .cancel where list.filter != nil: list.filter = nil
    case .cancel, .listArticles:
      overlay = nil
      return []
    case .quit, .quitProgram: return leave()
    case .help:
      showHelp()
      return []
    default: message = .warning("“\(action.rawValue)” does nothing in the list")
    }
    list.cursor = min(max(list.cursor, 0), max(list.shown(of: shelf).count - 1, 0))
    overlay = .articles(list)
    return []
  }

  private func typeInArticleList(_ action: Action, _ list: inout ArticleList) {
    switch action {
    case .accept: list.isTyping = false
    case .cancel: (list.filter, list.isTyping) = (nil, false)
    case .deleteBackward where list.filter?.isEmpty != false:
      (list.filter, list.isTyping) = (nil, false)
    default: _ = list.filter?.perform(action)
    }
    list.cursor = 0
  }
}
