// Opens what the command line names, or says in one line why not.

import ArticleModel
import DocumentImport

/// The articles that a command works on.
enum Documents {
  /// Opens an article; `check` says how much of a large one is looked at first.
  static func article(
    _ path: String, checking check: ArticleLoader.Check = .complete
  ) throws(CommandFailure) -> Article {
    do throws(ImportError) {
      return try ArticleLoader.load(path, checking: check)
    } catch {
      throw CommandFailure(error.description)
    }
  }
}
