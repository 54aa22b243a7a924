// Tokens with BIO tags in four columns, as in the shared task CoNLL-2003 (Tjong Kim Sang and De Meulder 2003):
// the token, two columns that are not filled, the tag. An empty line ends a paragraph.

import ArticleModel
import Corpus

/// The tokens of one article.
struct CoNLLExport {
  let text: String
  private(set) var remarks: [String] = []

  init(_ article: CorpusArticle) {
    guard let source = article.annotated.article else {
      text = ""
      remarks.append("\(article.name): left out: its article is missing")
      return
    }
    let (chunks, left) = Self.chunks(of: article)
    remarks += left.map { "\($0.articleName): \($0.shortID) left out: a token has only one tag" }
    remarks += article.rows.compactMap { $0.untold(by: "tags") }
    let cuts = Set(chunks.flatMap { [$0.span.lowerBound, $0.span.upperBound] })
    var next = 0
    let paragraphs = TokenizedText(source, cutAt: cuts).paragraphs.map { tokens in
      var previous: Int?
      return tokens.map { token -> String in
        let start = token.span.lowerBound
        while next < chunks.count, chunks[next].span.upperBound <= start { next += 1 }
        let chunk = next < chunks.count && chunks[next].span.contains(start) ? next : nil
        defer { previous = chunk }
        let tag = chunk.map { "\(previous == $0 ? "I" : "B")-\(chunks[$0].label)" } ?? "O"
        return "\(token.text) -X- _ \(tag)\n"
      }
      .joined()
    }
    text = "-DOCSTART- -X- O O\n\n" + paragraphs.map { $0 + "\n" }.joined()
  }

  private struct Chunk {
    var span: Range<Int>
    var label: String
  }

  /// The passages that no longer one overlaps, in the order of the text, and the marks that others cover.
  private static func chunks(of article: CorpusArticle) -> ([Chunk], left: [AnnotationRow]) {
    let places = article.rows.flatMap { row in
      article.places(of: row).map { (row: row, span: $0.start.value..<$0.end.value) }
    }
    var chunks: [Chunk] = []
    var left: [AnnotationRow] = []
    let longestFirst = places.sorted {
      ($1.span.count, $0.span.lowerBound) < ($0.span.count, $1.span.lowerBound)
    }
    for (row, span) in longestFirst where !span.isEmpty {
      let place = chunks.partitionPoint { span.lowerBound < $0.span.upperBound }
      if place < chunks.count, chunks[place].span.lowerBound < span.upperBound {
        left.append(row)
      } else {
        chunks.insert(Chunk(span: span, label: row.annotation.name.asTag), at: place)
      }
    }
    return (chunks, left)
  }
}

extension String {
  /// The name as a tag, in which no column can end.
  fileprivate var asTag: String { split(whereSeparator: \.isWhitespace).joined(separator: "_") }
}
