// The store on a real disk: what was recorded is there, and nothing else is.

import ArticleModel
import Sidecars
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A folder of its own for a test, removed with all that is in it.
final class ScratchFolder {
  let path: String

  init() {
    var template = Array("/tmp/galley-test-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
  }

  deinit {
    guard path != "/tmp" else { return }
    for name in names { unlink(path + "/" + name) }
    rmdir(path)
  }

  var names: [String] {
    let names = (try? PosixFileSystem().names(inFolder: path)) ?? []
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  func file(_ name: String) -> String { path + "/" + name }
}

@Suite struct SidecarStoreTests {
  let folder = ScratchFolder()
  let files = PosixFileSystem()

  private func article(_ text: String = "Harbour closes\n\nIt was closed on Monday.") -> Article {
    Article(
      text: ArticleText(text),
      source: Article.Source(name: "article.txt", path: folder.file("article.txt")))
  }

  private func mark(_ words: String, in article: Article) -> Annotation {
    let text = article.text.string(in: article.text.span)
    let start = text.utf8.distance(
      from: text.startIndex, to: text.ranges(of: words).first?.lowerBound ?? text.startIndex)
    let span = TextSpan(start..<start + words.utf8.count)
    return Annotation(
      kind: .bias,
      targets: [
        AnnotationTarget(source: article.source.name, passage: Passage(of: span, in: article))
      ])
  }

  @Test("Opening and closing without a change writes nothing")
  func untouched() throws {
    let store = SidecarStore(article: article())
    let opening = try store.open()
    #expect(opening.annotations.annotations.isEmpty && opening.lastChanged == nil)
    try store.close()
    #expect(folder.names.isEmpty)
  }

  @Test("A recorded change is read back by the next opening")
  func recorded() throws {
    let article = article()
    let store = SidecarStore(article: article)
    var set = try store.open().annotations
    let annotation = mark("closed on Monday", in: article)
    let change = Change("marked", [.insert(annotation)])
    set.apply(change)
    try store.record(change, resulting: set)
    try store.close()

    let again = try SidecarStore(article: article).open()
    #expect(again.annotations.annotations == [annotation])
    #expect(again.anchors[annotation.id]?.map(\.state) == [.exact])
    #expect(again.lastChanged != nil)
    #expect(!folder.names.contains { $0.hasSuffix(".new") })
    let bytes = try files.contents(of: store.path) ?? []
    #expect(!String(decoding: bytes, as: UTF8.self).contains(folder.path))
  }

  @Test(
    "After the article changed, the first saving brings positions up to date and keeps the words")
  func movedPositions() throws {
    let before = article()
    let store = SidecarStore(article: before)
    var set = try store.open().annotations
    let annotation = mark("closed", in: before)
    let change = Change("marked", [.insert(annotation)])
    set.apply(change)
    try store.record(change, resulting: set)
    try store.close()

    let after = article("Correction.\n\nHarbour closes\n\nIt was closed on Monday.")
    let later = SidecarStore(article: after)
    let opening = try later.open()
    #expect(
      opening.notices.map(\.description) == ["the article has changed: 1 mark, 1 moved"])
    #expect(opening.anchors[annotation.id]?.map(\.state) == [.moved])
    let moved = opening.annotations.annotations[0]
    #expect(moved.targets[0].passage?.exact == "closed")
    #expect(moved.targets[0].passage?.position?.start == CodePointOffset(36))
  }

  @Test("A file that is no sidecar is reported and left alone")
  func notASidecar() throws {
    let store = SidecarStore(article: article())
    try files.replace(store.path, with: Array("{ broken".utf8))
    #expect(throws: StoreError.self) { try store.open() }
    #expect(try files.contents(of: store.path) == Array("{ broken".utf8))
  }

  @Test("Permissions and symbolic links of the sidecar are kept")
  func permissionsAndLinks() throws {
    let article = article()
    let real = folder.file("real.json")
    try files.replace(
      real, with: Sidecar(about: ArticleDescription(of: article), generated: .now()).serialized())
    chmod(real, 0o640)
    let store = SidecarStore(article: article)
    symlink(real, store.path)
    var set = try store.open().annotations
    let change = Change("marked", [.insert(mark("closed", in: article))])
    set.apply(change)
    try store.record(change, resulting: set)
    try store.close()
    var information = stat()
    #expect(lstat(store.path, &information) == 0 && information.st_mode & S_IFMT == S_IFLNK)
    #expect(try files.status(of: real)?.permissions == 0o640)
    #expect(try files.contents(of: real)?.count ?? 0 > 800)
  }

  @Test("A store that was opened for reading refuses to write")
  func readOnly() throws {
    let store = SidecarStore(article: article())
    let opening = try store.open(.readOnly)
    #expect(opening.isReadOnly)
    #expect(throws: StoreError.self) {
      try store.record(Change("", []), resulting: opening.annotations)
    }
    #expect(folder.names.isEmpty)
  }

  @Test(
    "What keeps a sidecar from being written is said with what to do about that",
    arguments: [
      (ENOSPC, "Make room"), (EDQUOT, "Make room"), (EACCES, "Check the permissions"),
      (EAGAIN, "Wait until the others are done, then save again."), (EIO, "Name another place"),
    ])
  func advice(code: Int32, advice: String) {
    let error = FileError("write", "a.json", code: code, reason: "It is so")
    let text = StoreError.notWritable(error).description
    #expect(text.hasPrefix("It is so: cannot write a.json. " + advice))
    #expect(text.hasSuffix(", then save again."))
    let unusual = StoreError.notWritable(.unusual("a.json", "a named pipe")).description
    #expect(unusual.hasPrefix("a.json is a named pipe. Move it away, or name another place"))
  }
}
