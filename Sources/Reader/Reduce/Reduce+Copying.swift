// Copying words of the article, alone or with a citation that says where they are from.

import ArticleModel
import Interface
import NewsAnalysis

extension ReaderState {
  /// Performs an action of copying; nil for others.
  mutating func copy(_ action: Action) -> [Effect]? {
    guard action == .copy || action == .copyWithCitation else { return nil }
    guard let span = markedSpan else {
      message = .warning("There are no words to copy here")
      return []
    }
    let words = article.text.string(in: span)
    clearSelection()
    return [.copy(action == .copy ? words : cited(words, at: span))]
  }

  /// The words in quotation marks, who says them, and the article that they stand in.
  private func cited(_ words: String, at span: TextSpan) -> String {
    let isQuoted = words.first == "“" || words.first == "\""
    let quote = isQuoted ? words : "“\(words)”"
    let about = article.metadata
    let authors = about.authors.isEmpty ? nil : about.authors.joined(separator: ", ").onOneLine
    let source = [
      authors, article.title?.onOneLine, about.outlet?.onOneLine, about.published?.dayText,
      about.canonicalAddress ?? about.address ?? article.source.name,
    ].compactMap { $0 }.joined(separator: ", ")
    return "\(quote)\n— \(speaker(of: span))\(source)"
  }

  /// "Sergei Shoigu, quoted in ", when the words are somebody's whose name is known.
  private func speaker(of span: TextSpan) -> String {
    guard case .named(let name) = findings?.voices.voice(of: [span], asWording: true) else {
      return ""
    }
    return "\(name), quoted in "
  }
}
