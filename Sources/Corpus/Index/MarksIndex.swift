// Articles that were read before, with their marks: what has not been touched since is not read again.
//
//     stamps of article, sidecar and journal → key → places of the marks
//                                    sidecar → marks

import ArticleModel
import Sidecars

/// Remembers between runs where the marks of articles stand.
package struct MarksIndex: Sendable {
  private let index: CorpusIndex
  private let elsewhere: JournalsElsewhere
  private let files: any FileSystem
  private let records: [String]
  private let now: @Sendable () -> Int

  /// Opens the index in the file at `path`, for one run of a command; nil where `CorpusIndex` is.
  /// - Parameter records: endings of the names of files that say more about an article.
  package init?(at path: String, without records: [String]) {
    guard let index = CorpusIndex(at: path) else { return nil }
    self.init(index, JournalsElsewhere(), without: records)
  }

  init(
    _ index: CorpusIndex, _ elsewhere: JournalsElsewhere, without records: [String] = [],
    on files: any FileSystem = PosixFileSystem(), now: @escaping @Sendable () -> Int = FileStamp.now
  ) {
    (self.index, self.elsewhere, self.files, self.now) = (index, elsewhere, files, now)
    self.records = records
  }

  /// The marks at a place: out of the index, or as `read` reads them.
  /// - Parameters:
  ///   - readsText: whether the article is read, too; otherwise that waits until somebody asks for it, and fails when
  ///     the article has changed by then.
  ///   - article: reads the article at a path; nil when that is not possible.
  package func marks<Failure>(
    at location: SidecarLocation, readsText: Bool,
    article: @escaping @Sendable (String) -> Article?,
    reading read: () throws(Failure) -> AnnotatedArticle
  ) throws(Failure) -> AnnotatedArticle {
    let start = now()
    guard let before = files(at: location) else { return try read() }
    let key = before.key(in: index.program)
    if let marks = remembered(under: key, at: location, before, article),
      !readsText || marks.article != nil
    {
      return marks
    }
    let marks = try read()
    if before.isSettled(at: start) { remember(marks, at: location, before, key) }
    return marks
  }

  /// Keeps what was remembered in this run.
  package func save() { index.save() }

  private func files(at location: SidecarLocation) -> MarkedFiles? {
    MarkedFiles(at: location, elsewhere, without: records)
  }

  private func remembered(
    under key: IndexKey, at location: SidecarLocation, _ before: MarkedFiles,
    _ article: @escaping @Sendable (String) -> Article?
  ) -> AnnotatedArticle? {
    guard let path = location.article, let sidecarPath = location.sidecar,
      let packed = index[key], let known = RememberedMarks(packed: packed),
      let sidecar = sidecar(at: sidecarPath), before.hasSidecar(at: sidecarPath)
    else { return nil }
    return known.marks(at: path, sidecar, sidecarPath: sidecarPath) {
      // What is read has to be what the places were found in.
      let found = article(path)
      return before.hasArticle(at: path) ? found : nil
    }
  }

  private func sidecar(at path: String) -> Sidecar? {
    guard let bytes = (try? files.contents(of: path)) ?? nil else { return nil }
    return try? Sidecar(parsing: bytes)
  }

  /// Keeps the places of marks, when nobody has written to a file while they were read.
  private func remember(
    _ marks: AnnotatedArticle, at location: SidecarLocation, _ before: MarkedFiles, _ key: IndexKey
  ) {
    guard marks.name == location.article, let sidecar = sidecar(at: marks.sidecarPath),
      let known = RememberedMarks(of: marks, sidecar), files(at: location) == before
    else { return }
    var bytes = PackedWriter()
    known.pack(into: &bytes)
    index.keep(bytes.bytes, for: key)
  }
}
