// Direct quotations of thousands of words in one paragraph, which an analysis reads piece by piece and gives in
// parts: put together again, so that the whole of it is looked for.

import ArticleModel

/// Finds the quotations of paragraphs that are longer than an analysis reads at once.
struct LongQuotations {
  private let article: Article

  /// Shorter paragraphs are read as they are, in bytes.
  private static let shortest = 16_384

  init(_ article: Article) { self.article = article }

  /// Quotations with those in place of their parts that begin and end with quotation marks in a long paragraph.
  func joined(_ quotations: [StoryQuotation]) -> [StoryQuotation] {
    let whole = paragraphs.flatMap { VerbatimParts.parts(of: $0, in: article.text, isWhole: false) }
      .filter { $0.count > Self.shortest / 2 }
    return whole.reduce(quotations) { joined($0, within: $1) }
  }

  /// The paragraphs that are longer than an analysis reads at once.
  private var paragraphs: [TextSpan] {
    var (found, at) = ([TextSpan](), ByteOffset.zero)
    while article.text.end.value > Self.shortest,
      let block = article.structure.blocks.block(atOrAfter: at), block.span.end > at
    {
      if block.span.count > Self.shortest { found.append(block.span) }
      at = block.span.end
    }
    return found
  }

  private func joined(_ all: [StoryQuotation], within span: TextSpan) -> [StoryQuotation] {
    let parts = all.filter { $0.extent.start < span.end && $0.extent.end > span.start }
    let names = parts.last { !$0.speakerNames.isEmpty }?.speakerNames ?? []
    let own = StoryQuotation(
      parts: [span], text: article.text.string(in: span), speakerNames: names)
    return all.filter { !parts.contains($0) } + [own]
  }
}
