// What every format that articles are read from has: how to recognise it, and how to read it.

import ArticleModel

/// Reads the documents of one format. A new one is a file with a type that conforms, and a row in
/// `DocumentReaders.all`.
protocol DocumentReader: Sendable {
  /// The reader as metadata name it.
  var extractor: ArticleMetadata.Extractor { get }
  /// The endings of names that such files have, in small letters and without the dot.
  var nameEndings: [String] { get }

  /// Whether the beginning of a file shows its format beyond doubt.
  func recognises(_ beginning: ByteSample) -> Bool

  /// Makes a text, and what is known of it, of the bytes of a document.
  func read(_ document: SourceDocument) throws(ImportError) -> DocumentContent
}

/// A document that is to be read.
struct SourceDocument {
  /// Its bytes.
  var source: SourceBytes
  /// Its name, for errors.
  var name: String
  /// Where it was fetched from; nil for a file of which that is not known.
  var origin: DocumentOrigin?
  /// The encoding that somebody says it is in; nil to tell it from the bytes.
  var encoding: TextEncoding?
}

/// What a reader makes of a document.
struct DocumentContent {
  /// The text, in the normal form that offsets refer to.
  var text: ArticleText
  /// What is known of it.
  var structure: ArticleStructure
}
