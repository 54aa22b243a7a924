// Plain text in one of the usual encodings: the reader for all that no other reader knows.

import ArticleModel

/// Reads plain text. Its lines form paragraphs, and what each paragraph is has to be guessed.
struct PlainTextReader: DocumentReader {
  var extractor: ArticleMetadata.Extractor { .init(name: "plain text", version: "1") }
  var nameEndings: [String] { ["txt", "text"] }

  /// Nothing in a file says that it is plain text.
  func recognises(_ beginning: ByteSample) -> Bool { false }

  func read(_ document: SourceDocument) throws(ImportError) -> DocumentContent {
    let decoded = DecodedText(of: document, checkedLater: true)
    return DocumentContent(
      text: decoded.text, structure: structure(of: decoded.text, in: decoded.encoding))
  }

  /// The structure of a text, of which no more is read than somebody asks for.
  func structure(
    of text: ArticleText, in encoding: ArticleMetadata.Encoding? = nil
  ) -> ArticleStructure {
    var metadata = ArticleMetadata()
    metadata.extractor = extractor
    metadata.encoding = encoding
    GutenbergHeader.add(to: &metadata, from: text)
    if metadata.authors.isEmpty { metadata.authors = TopLines(of: text).authors }
    let width = WrapWidth(of: text)
    let blocks = LineBlocks(text) { StanzaShape.blocks(of: $0, in: $1, wrappedAt: width) }
    return ArticleStructure(blocks: blocks, metadata: metadata)
  }
}

extension Article {
  /// Makes an article of plain text that is in memory.
  public init(plainText text: ArticleText, source: Source) {
    let content = DocumentContent(text: text, structure: PlainTextReader().structure(of: text))
    self.init(text: text, source: source, structure: content.findingTurns.structure)
  }

  /// Makes an article of a string of plain text.
  package init(plainText string: String, name: String = "article.txt") {
    self.init(plainText: ArticleText(string), source: Source(name: name))
  }
}
