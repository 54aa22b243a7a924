// What the real file system does, in which order: nothing is renamed or acknowledged before it is synced.

import ArticleModel
import Synchronization
import Testing

@testable import Sidecars

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct PosixFileSystemTests {
  /// A call that brings something to the disk, and what the disk looked like at that moment.
  private struct Sync: Equatable {
    var isFolder: Bool
    /// The length of what was synced, when it is a file.
    var size: Int
    /// What the file of interest held.
    var target: String
  }

  private final class Log: Sendable {
    let syncs = Mutex<[Sync]>([])
  }

  private let folder = ScratchFolder()
  private let log = Log()

  private var files: PosixFileSystem {
    var files = PosixFileSystem()
    let (log, target) = (log, folder.file("a"))
    let note: @Sendable (Int32) -> Int32 = { file in
      var information = stat()
      fstat(file, &information)
      let isFolder = information.st_mode & S_IFMT == S_IFDIR
      let text = (try? PosixFileSystem().contents(of: target)) ?? []
      log.syncs.withLock {
        $0.append(
          Sync(
            isFolder: isFolder, size: isFolder ? 0 : Int(information.st_size),
            target: String(decoding: text, as: UTF8.self)))
      }
      return fsync(file)
    }
    (files.sync, files.syncData) = (note, note)
    return files
  }

  private var syncs: [Sync] { log.syncs.withLock { $0 } }

  @Test("What is written or appended is synced as a whole before the call returns")
  func contents() throws {
    #expect(
      try files.create(folder.file("a"), with: Array("first".utf8), like: nil, isLasting: true))
    try files.append(Array(" second".utf8), to: folder.file("a"), like: nil)
    #expect(
      syncs == [
        Sync(isFolder: false, size: 5, target: "first"),
        Sync(isFolder: false, size: 12, target: "first second"),
      ])
  }

  @Test("A file is replaced by one that is synced already, and the name is synced afterwards")
  func replacing() throws {
    try PosixFileSystem().replace(folder.file("a"), with: Array("old".utf8))
    try files.replace(
      folder.file("a"), with: Array("newer".utf8), like: nil, drafts: DraftNames(writer: ""))
    #expect(
      syncs == [
        Sync(isFolder: false, size: 5, target: "old"),
        Sync(isFolder: true, size: 0, target: "newer"),
      ])
    #expect(folder.names == ["a"])
  }

  @Test("A mark is in the synced journal before the sidecar is touched, and the sidecar follows")
  func orderOfASave() throws {
    let article = Article(
      text: ArticleText("Ferries sail.\n"),
      source: Article.Source(name: "a.txt", path: folder.file("a.txt")))
    let store = SidecarStore(article: article, sidecarPath: folder.file("a"), fileSystem: files)
    let session = try StoreSession(store)
    try session.apply(.insert(Annotation(kind: .note, targets: [])))
    let (file, names) = (syncs.filter { !$0.isFolder }, syncs.filter(\.isFolder))
    #expect(file.count >= 3, "the journal, its note of what comes, and the sidecar")
    #expect(file.allSatisfy { $0.target.isEmpty }, "the sidecar was there before it was synced")
    #expect(names.first?.target == "", "the journal's own name is synced first")
    #expect(names.last?.target.contains("AnnotationSet") == true)
    #expect(syncs.last == names.last)
    try session.store.close()
  }

  @Test("When syncing fails, nothing is called written, and the old file stays")
  func failing() throws {
    try PosixFileSystem().replace(folder.file("a"), with: Array("old".utf8))
    var files = PosixFileSystem()
    files.sync = { _ in
      errno = EIO
      return -1
    }
    #expect(throws: FileError.self) {
      try files.replace(folder.file("a"), with: Array("new".utf8))
    }
    #expect(folder.names == ["a"], "no draft stays")
    #expect(try PosixFileSystem().contents(of: folder.file("a")) == Array("old".utf8))
  }
}
