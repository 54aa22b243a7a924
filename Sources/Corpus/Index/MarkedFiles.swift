// The files that the marks of an article come from, as far as the index trusts their times.

import ArticleModel
import Sidecars

/// An article, its sidecar and the journal beside that, as they are before anything is read of them.
struct MarkedFiles: Hashable, Sendable {
  private let article: FileStamp
  private let sidecar: FileStamp
  private let journal: FileStamp?
  /// The name of the article: its ending says what reads it.
  private let name: String

  /// Nil where marks may depend on more than these three files, or where their times tell too little: the article has
  /// to lie in the folder of its sidecar, none of the files may be a link, and the journal has to be the user's own.
  /// - Parameter records: endings of the names of files that say more about an article; it must have none of them.
  init?(
    at location: SidecarLocation, _ elsewhere: JournalsElsewhere, without records: [String]
  ) {
    guard let path = location.article, let sidecarPath = location.sidecar,
      !location.isArticleNamed, path.folder == sidecarPath.folder, !path.contains("\u{FFFD}"),
      case .file(let article) = FileStamp.ofFile(named: path),
      case .file(let sidecar) = FileStamp.ofFile(named: sidecarPath)
    else { return nil }
    switch FileStamp.ofFile(named: sidecarPath + ".journal") {
    case .nothing: journal = nil
    case .file(let stamp) where stamp.isOwn: journal = stamp
    case .file, .other: return nil
    }
    for record in records {
      guard case .nothing = FileStamp.ofFile(named: path + record) else { return nil }
    }
    guard article.tellsChanges, sidecar.tellsChanges, journal?.tellsChanges != false,
      !elsewhere.mayBelong(toSidecarAt: sidecarPath)
    else { return nil }
    (self.article, self.sidecar) = (article, sidecar)
    name = path.fileName
  }

  /// Whether its article is still the one at a path.
  func hasArticle(at path: String) -> Bool { article.isOfFile(named: path) }

  /// Whether its sidecar is still the one at a path.
  func hasSidecar(at path: String) -> Bool { sidecar.isOfFile(named: path) }

  /// Whether what is written to one of them after a point in time, in seconds since 1970, will show.
  func isSettled(at now: Int) -> Bool {
    article.isSettled(at: now) && sidecar.isSettled(at: now) && journal?.isSettled(at: now) != false
  }

  /// The key of what a program reads from them: whatever changes gives another one.
  func key(in program: ProgramIdentity) -> IndexKey {
    var bytes = PackedWriter()
    "marks 1".pack(into: &bytes)
    program.description.pack(into: &bytes)
    name.pack(into: &bytes)
    article.pack(into: &bytes)
    sidecar.pack(into: &bytes)
    (journal != nil).pack(into: &bytes)
    journal?.pack(into: &bytes)
    return IndexKey(of: bytes.bytes)
  }
}
