// The articles whose claims are listed: what somebody names, and of a folder all articles and sidecars that
// lie in it, so that an article without a mark is not taken for one without claims.

import ArticleModel
import Corpus
import Sidecars

/// Articles and their sidecars, from paths and addresses.
struct ClaimSources {
  private let names: [String]
  private let access: SourceAccess

  init(_ names: [String], _ access: SourceAccess) {
    (self.names, self.access) = (names, access)
  }

  /// Reads all of them; what cannot be read is said on standard error, and returned.
  func open() throws(CommandFailure) -> (
    articles: [AnnotatedArticle], failures: [SidecarSelection.Failure]
  ) {
    var (articles, failures): ([AnnotatedArticle], [SidecarSelection.Failure]) = ([], [])
    for name in names {
      let path = try Documents.path(of: name, access, forMarks: true)
      let opened = SidecarSelection.open([path])
      articles += opened.articles
      failures += opened.failures
    }
    let known = Set(articles.map(\.name))
    for path in unmarked(besides: known) {
      do {
        articles.append(try AnnotatedArticle(try Documents.article(path)))
      } catch let failure as CommandFailure {
        Output.complain(failure.message)
        failures.append(.article(failure.message))
      } catch {
        Output.complain("\(error)")
        failures.append(.sidecar("\(error)"))
      }
    }
    return (articles, failures)
  }

  /// The articles in the folders among the names that have no sidecar yet.
  private func unmarked(besides known: Set<String>) -> [String] {
    names.filter { PosixFileSystem().names(ofFolder: $0) != nil }.flatMap { folder in
      ((try? ReadingList([folder]))?.paths ?? []).map { path in
        path.hasPrefix("./") ? String(path.dropFirst(2)) : path
      }.filter { !known.contains($0) }.sorted()
    }
  }
}
