// Opens the reader: the one place where the command line hands over to the session.

import ArticleModel
import DocumentImport
import Session

/// What is to be read, and how.
struct Reading {
  var paths: [String]
  /// Who makes the annotations; nil for whom the configuration names.
  var author: String?
  /// The sidecar's path; nil for the usual one.
  var sidecar: String?
  /// The name or path of the keymap; nil for the one that the configuration names.
  var keymap: String?

  init(paths: [String]) { self.paths = paths }

  /// Reads the articles one after the other.
  func start() throws {
    for path in paths {
      let article = try Documents.article(path)
      throw CommandFailure("\(article.source.name): reading has to wait for the reader")
    }
  }
}
