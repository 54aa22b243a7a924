// The authority files of the articles that commands and screens open.

import ArticleModel
import Configuration
import Session
import Sidecars
import Synchronization

/// Finds what the desk of an article knows.
enum DeskAuthority {
  /// The authority file of an article; nil for one that stands in no folder.
  static func file(of article: Article) -> AuthorityFile? {
    article.source.path.flatMap(file(forArticleAt:))
  }

  /// The authority file of the article at a path; nil for standard input.
  static func file(forArticleAt path: String) -> AuthorityFile? {
    if path == "-" || path.hasPrefix("/dev/") { return nil }
    let file = MemberPath(path)?.file ?? path
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? "."
    return AuthorityFile(nearestTo: folder)
  }

  /// How the desk of the reader works with the authority file of an article.
  static func access(forArticleAt path: String) -> AuthorityAccess? {
    guard let file = file(forArticleAt: path) else { return nil }
    return AuthorityAccess(
      path: SidecarStore.shortened(file.path),
      read: {
        let (authority, problems) = file.read()
        return (authority, problems.first?.description)
      }, record: { try file.record($0) })
  }
}

/// The authorities of the articles that one command analyses, each read once.
///
/// A class because the threads of an analyser share it.
final class AuthorityShelf: Sendable {
  private let known = Mutex<[String: Authority]>([:])
  private let isComplaining: Bool

  /// - Parameter complaining: whether what is wrong in a file is said on standard error.
  init(complaining: Bool) { isComplaining = complaining }

  /// What the desk of an article knows.
  func authority(for article: Article) -> Authority {
    guard let file = DeskAuthority.file(of: article) else { return Authority() }
    return known.withLock { known in
      if let authority = known[file.path] { return authority }
      let (authority, problems) = file.read()
      if isComplaining { problems.forEach { Output.complain($0.description) } }
      known[file.path] = authority
      return authority
    }
  }
}
