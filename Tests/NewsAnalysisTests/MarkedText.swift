// Sample texts with the expected spans marked inside them, so that no test counts characters.

import ArticleModel
import DocumentImport

/// A text with spans marked as ⟦name:…⟧; the marks are taken out and the spans remembered.
struct MarkedText {
  /// The text without marks.
  let article: Article
  /// The marked words, by name, in the order in which they end.
  let spans: [(name: String, span: TextSpan)]

  init(_ marked: String) {
    var text: [UInt8] = []
    var open: [(name: String, start: Int)] = []
    var spans: [(name: String, span: TextSpan)] = []
    var rest = Substring(marked)
    while let character = rest.popFirst() {
      switch character {
      case "⟦":
        let name = rest.prefix { $0 != ":" }
        rest = rest.dropFirst(name.count + 1)
        open.append((String(name), text.count))
      case "⟧":
        guard let last = open.popLast() else { continue }
        spans.append((last.name, TextSpan(last.start..<text.count)))
      default: text += Array(String(character).utf8)
      }
    }
    article = Article(
      plainText: ArticleText(utf8: text), source: Article.Source(name: "sample.txt"))
    self.spans = spans
  }

  /// The words marked with a name.
  func words(_ name: String) -> [String] {
    spans.filter { $0.name == name }.sorted { $0.span < $1.span }.map { string($0.span) }
  }

  /// The words of a span.
  func string(_ span: TextSpan) -> String { article.text.string(in: span) }
}
