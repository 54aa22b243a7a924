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

  /// Reads all of them, those of a folder in the order of their paths; what cannot be read is said on
  /// standard error, and returned.
  func open() throws(CommandFailure) -> (
    articles: [AnnotatedArticle], failures: [SidecarSelection.Failure]
  ) {
    var (articles, failures): ([AnnotatedArticle], [SidecarSelection.Failure]) = ([], [])
    for name in names {
      let path = try Documents.path(of: name, access, forMarks: true)
      let opened = SidecarSelection.open([path])
      failures += opened.failures
      let known = Set((articles + opened.articles).map(\.name))
      let others = unmarked(inFolder: path, besides: known, &failures)
      articles += others.isEmpty ? opened.articles : (opened.articles + others).inOrderOfPaths
    }
    return (articles, failures)
  }

  /// The articles in a folder, and in those below it, that have no sidecar yet.
  private func unmarked(
    inFolder folder: String, besides known: Set<String>,
    _ failures: inout [SidecarSelection.Failure]
  ) -> [AnnotatedArticle] {
    var articles: [AnnotatedArticle] = []
    for path in Self.paths(inFolder: folder) where !known.contains(path) {
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
    return articles
  }

  /// The articles below a folder; empty when it is none. As with sidecars, hidden folders and links to
  /// folders are left alone; so are the copies that are kept of pages.
  static func paths(inFolder folder: String) -> [String] {
    let files = PosixFileSystem()
    var (paths, open) = ([String](), [folder])
    while let next = open.popLast() {
      guard let names = files.names(ofFolder: next) else { continue }
      let prefix = next == "." ? "" : next.hasSuffix("/") ? next : next + "/"
      paths += ((try? ReadingList([next]))?.paths ?? []).map { path in
        path.hasPrefix("./") ? String(path.dropFirst(2)) : path
      }
      open += names.filter { !$0.hasPrefix(".") && $0 != EvidenceCopies.folderName }.map {
        prefix + $0
      }.filter { (try? files.status(ofName: $0))??.kind == .folder }
    }
    return paths.uniqued()
  }
}

extension [AnnotatedArticle] {
  /// In the order in which walking through the folders comes to them.
  fileprivate var inOrderOfPaths: [AnnotatedArticle] {
    let keys = enumerated().map { (parts: $1.name.split(separator: "/"), place: $0) }
    return keys.sorted { a, b in
      let isSame = a.parts == b.parts
      return isSame ? a.place < b.place : a.parts.lexicographicallyPrecedes(b.parts)
    }.map { self[$0.place] }
  }
}
