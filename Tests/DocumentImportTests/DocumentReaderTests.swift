// Which reader a file gets, and what the reader of plain text makes of one.

import ArticleModel
import TestSupport
import Testing

@testable import DocumentImport

@Suite struct DocumentReaderTests {
  /// A format of which each file begins with a word.
  private struct Notice: DocumentReader {
    var extractor = ArticleMetadata.Extractor(name: "notice", version: "1")
    var nameEndings = ["notice"]
    func recognises(_ beginning: ByteSample) -> Bool {
      beginning.bytes.starts(with: "NOTICE\n".utf8)
    }
    func read(_ document: SourceDocument) throws(ImportError) -> DocumentContent {
      try PlainTextReader().read(document)
    }
  }

  @Test(
    "A file's content decides who reads it, then the ending of its name, then it is plain text",
    arguments: [
      ("NOTICE\nx", "a.txt", "notice"), ("words", "desk/a.NOTICE", "notice"),
      ("words", "a.txt", "plain text"), ("words", "notice", "plain text"),
      ("words", "my.notice/a", "plain text"), ("words", "standard input", "plain text"),
    ])
  func choice(content: String, name: String, reader: String) throws {
    let found = try Array(content.utf8).withUnsafeBufferPointer {
      try DocumentReaders.reader(
        for: ByteSample(of: $0), named: name, among: [Notice(), PlainTextReader()])
    }
    #expect(found.extractor.name == reader)
  }

  @Test("A file that is no text is refused whatever its name says")
  func binary() {
    #expect(throws: ImportError.binary("a.notice", format: "a GIF picture")) {
      try ArticleLoader.article(of: Array("GIF89a …".utf8), named: "a.notice")
    }
  }

  @Test("Plain text: headline, subheading and caption are told apart from paragraphs")
  func kinds() throws {
    let article = try ArticleLoader.article(
      of: Array(
        """
        Harbour closes – but ferries sail

        The harbour was closed on Monday, officials said.
        A second paragraph follows at once.

        What happens next

        Nobody knows yet.
        Photo: Port authority, CC BY 4.0
        """.utf8), named: "a.txt")
    var kinds: [Block.Kind] = []
    var next = article.block(atOrAfter: .zero)
    while let block = next {
      kinds.append(block.kind)
      next = article.block(after: block)
    }
    #expect(kinds == [.headline, .paragraph, .paragraph, .subheading, .paragraph, .caption])
    #expect(article.title == "Harbour closes – but ferries sail")
    #expect(article.metadata.extractor?.name == "plain text")
    #expect(article.metadata.isEmpty)
  }

  @Test("What looks like a caption but is longer than one is a paragraph")
  func longCaption() {
    let words = String(repeating: "the quay as it was, ", count: 60)
    #expect(Article(plainText: "Head\n\nPhoto: \(words)\n").lastBlock?.kind == .paragraph)
    #expect(Article(plainText: "Head\n\nPhoto: \(words.prefix(80))\n").lastBlock?.kind == .caption)
  }
}
