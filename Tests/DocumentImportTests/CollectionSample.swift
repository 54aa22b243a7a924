// Files with several articles, opened as people open them.

import ArticleModel
import TestSupport
import Testing

@testable import DocumentImport

/// A file in a folder of its own.
struct CollectionSample {
  let folder: TemporaryFolder
  let path: String

  init(_ bytes: some Sequence<UInt8>, named name: String) throws {
    folder = try TemporaryFolder()
    path = try folder.write(bytes, to: name)
  }

  init(_ text: String, named name: String) throws {
    try self.init(Array(text.utf8), named: name)
  }

  /// The names of its articles.
  var names: [String] {
    get throws { try members.map { String($0.path.dropFirst(path.count + 1)) } }
  }

  /// The titles of its articles.
  var titles: [String] { get throws { try members.map(\.title) } }

  private var members: [ArticleCollection.Member] {
    get throws { try #require(try ArticleLoader.collection(path)).members }
  }

  /// Opens an article of it by its name.
  func article(_ name: String) throws -> Article { try ArticleLoader.load("\(path)#\(name)") }

  /// Opens it as a file of one article.
  func onlyArticle() throws -> Article { try ArticleLoader.load(path) }

  /// The text of an article.
  func text(_ name: String) throws -> String { try article(name).string }
}

extension Article {
  /// All of its text.
  var string: String { text.string(in: text.span) }

  /// The kinds and texts of its blocks.
  var structureLines: [String] {
    blocks.map { "\($0.kind.rawValue): \(text.string(in: $0.span))" }
  }
}
