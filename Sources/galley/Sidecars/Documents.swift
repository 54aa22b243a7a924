// Opens what the command line names, or says in one line why not.

import ArticleModel
import DocumentImport

/// The articles that a command works on.
enum Documents {
  /// Opens an article; `holding` says how a large one is held.
  static func article(
    _ path: String, as holding: ArticleLoader.Holding = .copy
  ) throws(CommandFailure) -> Article {
    do throws(ImportError) {
      return try ArticleLoader.load(path, as: holding)
    } catch {
      throw CommandFailure(error.description)
    }
  }
}
