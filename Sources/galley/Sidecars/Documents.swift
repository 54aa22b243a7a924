// Opens what the command line names, or says in one line why not.

import ArticleModel
import DocumentImport

/// The articles that a command works on.
enum Documents {
  /// Opens an article; `holding` says how a large one is held, `kind` what the path may stand for.
  static func article(
    _ path: String, as holding: ArticleLoader.Holding = .copy, of kind: ArticleLoader.Kind = .any
  ) throws(CommandFailure) -> Article {
    do throws(ImportError) {
      return try ArticleLoader.load(path, as: holding, of: kind)
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// Opens an article that another file leads to: a file alone, never a pipe.
  static func foundArticle(_ path: String) throws(CommandFailure) -> Article {
    try article(path, of: .file)
  }
}
