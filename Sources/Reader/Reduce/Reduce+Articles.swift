// From article to article, and the list of them.

import ArticleModel
import Interface
import Screen

extension ReaderState {
  /// Performs what lists articles and links, or goes to another article; nil for other actions.
  mutating func performOnShelf(_ action: Action, count: Int?) -> [Effect]? {
    switch action {
    case .nextArticle: return openArticle(queue.current + max(count ?? 1, 1))
    case .previousArticle: return openArticle(queue.current - max(count ?? 1, 1))
    case .listArticles:
      listArticles()
      return []
    case .listLinks:
      open(LinkList(on: stage, article, at: caret))
      return []
    case .showChecklist:
      showChecklist()
      return []
    case .checkQuotations: return showQuotations()
    default: return nil
    }
  }

  mutating func listArticles() { open(ArticleList(on: stage, queue)) }

  private mutating func openArticle(_ number: Int) -> [Effect] {
    guard queue.entries.indices.contains(number) else {
      message = .warning(
        number < 0 ? "This is the first article" : "This is the last article")
      return []
    }
    return [.desk(.openArticle(number))]
  }
}
