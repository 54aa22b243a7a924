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
  private let now: @Sendable () -> Int

  /// Opens the index in the file at `path`, for one run of a command; nil where `CorpusIndex` is.
  package init?(at path: String) {
    guard let index = CorpusIndex(at: path) else { return nil }
    self.init(index, JournalsElsewhere())
  }

  init(
    _ index: CorpusIndex, _ elsewhere: JournalsElsewhere,
    on files: any FileSystem = PosixFileSystem(), now: @escaping @Sendable () -> Int = FileStamp.now
  ) {
    (self.index, self.elsewhere, self.files, self.now) = (index, elsewhere, files, now)
  }

  /// The marks at a place: out of the index, or as `read` reads them.
  /// - Parameter article: reads the article at a path; nil when that is not possible.
  package func marks<Failure>(
    at location: SidecarLocation, article: @escaping @Sendable (String) -> Article?,
    reading read: () throws(Failure) -> AnnotatedArticle
  ) throws(Failure) -> AnnotatedArticle {
    guard let path = location.article, let sidecar = location.sidecar,
      let before = MarkedFiles(at: location, elsewhere)
    else { return try read() }
    let start = now()
    let key = before.key(in: index.program)
    if let known = remembered(under: key),
      let sidecarNow = self.sidecar(at: sidecar),
      let marks = known.marks(
        at: path, sidecarNow, sidecarPath: sidecar,
        read: {
          // What is read has to be what the places were found in.
          let found = article(path)
          return before.hasArticle(at: path) ? found : nil
        }),
      before.hasSidecar(at: sidecar)
    {
      return marks
    }
    let marks = try read()
    if before.isSettled(at: start) { remember(marks, at: location, before, key) }
    return marks
  }

  /// Keeps what was remembered in this run.
  package func save() { index.save() }

  private func remembered(under key: IndexKey) -> RememberedMarks? {
    guard let packed = index[key] else { return nil }
    var bytes = PackedReader(packed)
    guard let known = try? bytes.value(RememberedMarks.self), bytes.isAtEnd else { return nil }
    return known
  }

  private func sidecar(at path: String) -> Sidecar? {
    guard let bytes = (try? files.contents(of: path)) ?? nil else { return nil }
    return try? Sidecar(parsing: bytes)
  }

  /// Keeps the places of marks, when nobody has written to a file while they were read.
  private func remember(
    _ marks: AnnotatedArticle, at location: SidecarLocation, _ before: MarkedFiles, _ key: IndexKey
  ) {
    guard let sidecar = sidecar(at: marks.sidecarPath),
      let known = RememberedMarks(of: marks, sidecar),
      MarkedFiles(at: location, elsewhere) == before
    else { return }
    var bytes = PackedWriter()
    known.pack(into: &bytes)
    index.keep(bytes.bytes, for: key)
  }
}
