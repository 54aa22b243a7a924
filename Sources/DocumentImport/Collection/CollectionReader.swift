// What every format has that holds several articles: how to recognise it, and how to list and read them.

import ArticleModel

/// Reads documents of one format that hold several articles. A new one is a file with a type that
/// conforms, and a row in `CollectionReaders.all`.
protocol CollectionReader: Sendable {
  /// The endings of names that such files have, in small letters and without the dot.
  var nameEndings: [String] { get }

  /// Whether a document shows its format beyond doubt. Looks at no more than its beginning and its end.
  func recognises(_ document: SourceDocument) -> Bool

  /// Finds the articles in a document without reading more of each than its title.
  func open(_ document: SourceDocument) throws(ImportError) -> any OpenCollection
}

/// A document with several articles, of which each can be read.
protocol OpenCollection {
  /// The articles, in the order in which people read them.
  var members: [CollectionMember] { get }

  /// Reads the article at an index of `members`.
  func content(ofMember index: Int) throws(ImportError) -> DocumentContent
}

/// An article among others.
struct CollectionMember: Hashable {
  /// What tells it from the others, and goes into names of files.
  var name: String
  /// What it is called, for people.
  var title: String
}

/// The formats that hold several articles.
enum CollectionReaders {
  /// All of them.
  static let all: [any CollectionReader] = [
    EPUBReader(), MailboxReader(), FeedReader(), WARCReader(),
  ]

  /// Whether a file that begins so holds articles, whatever control bytes lie between them.
  static func mayHoldBytes(_ beginning: UnsafeBufferPointer<UInt8>) -> Bool {
    beginning.has("WARC/", at: 0) || beginning.has("From ", at: 0)
  }

  /// The reader for a document; nil when it holds one article at most.
  static func reader(for document: SourceDocument) -> (any CollectionReader)? {
    all.first { $0.recognises(document) }
  }
}
