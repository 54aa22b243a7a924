// An article whose marks the index knows, so that it need not be read to list them.

import ArticleModel
import Synchronization

/// An article that is read when somebody asks for its text.
///
/// A class because it is read once for all copies of its marks.
final class RememberedArticle: Sendable {
  /// The length of its text in bytes.
  let length: Int
  /// Where the first targets of its marks stand, as people are told.
  let places: [TextSpan: PrintedPlace]

  private let read: @Sendable () -> Article?
  private let text = Mutex(Text.unread)

  private enum Text {
    case unread
    case read(Article?)
  }

  /// - Parameter read: reads it; returns nil when it is no longer the one that was remembered.
  init(
    length: Int, places: [TextSpan: PrintedPlace], read: @escaping @Sendable () -> Article?
  ) {
    (self.length, self.places, self.read) = (length, places, read)
  }

  /// The article; nil when it changed in the moment since its marks were looked up.
  var article: Article? {
    text.withLock { text in
      if case .read(let article) = text { return article }
      let article = read()
      text = .read(article)
      return article
    }
  }
}

/// Where a passage stands, as people are told.
struct PrintedPlace: Hashable, Sendable {
  /// In the text, in code points.
  var codePoints: CodePointSpan
  /// On which page of a printed document: "3", or "3–4".
  var page: String?
}

extension PrintedPlace {
  init(of span: TextSpan, in article: Article) {
    self.init(
      codePoints: article.text.codePointSpan(of: span), page: article.structure.pages(of: span))
  }
}
