// The index of marks: what it spares, when it reads again, and what it never keeps.

import ArticleModel
import Sidecars
import Synchronization
import TestSupport
import Testing

@testable import Corpus

#if canImport(Glibc)
  import Glibc
#endif

/// Whether the file system of the tests is one that the index trusts.
private enum Trust {
  static func tellsChanges() throws -> Bool {
    let folder = try TemporaryFolder()
    guard case .file(let stamp) = FileStamp.ofFile(named: try folder.write("", to: "a")) else {
      return false
    }
    return stamp.tellsChanges
  }
}

@Suite(.enabled("the file system keeps the time of the last change") { try Trust.tellsChanges() })
struct MarksIndexTests {
  let folder: TemporaryFolder
  private let reads = Reads()

  init() throws {
    folder = try TemporaryFolder()
    try mark("40 percent", note: "by how much?")
  }

  // MARK: A desk with one article

  private static let text = """
    Züge werden teurer

    “Fares rose by 40 percent,” said Declan Roche. The mayor was silent.

    """

  /// How often marks and articles were read.
  private final class Reads: Sendable {
    let marks = Mutex(0)
    let articles = Mutex(0)

    func count(_ number: borrowing Mutex<Int>) { number.withLock { $0 += 1 } }
  }

  private var path: String { folder.path(of: "a.txt") }
  private var sidecar: String { path + ".annotations.json" }
  private var journal: String { sidecar + ".journal" }
  private var state: String { folder.path(of: "state") }

  private func article(_ text: String = text) throws -> Article {
    _ = try folder.write(text, to: "a.txt")
    return Article(text: ArticleText(text), source: Article.Source(name: "a.txt", path: path))
  }

  private func mark(_ words: String, note: String, in text: String = text) throws {
    let article = try article(text)
    let store = SidecarStore(article: article)
    var set = try store.open().annotations
    let span = try #require(article.text.places(of: words).first)
    var mark = Annotation(
      kind: .bias,
      targets: [AnnotationTarget(source: "a.txt", passage: Passage(of: span, in: article))],
      creator: Creator(name: "Ana"))
    mark.note = note
    let change = Change("marked", [.insert(mark)])
    set.apply(change)
    try store.record(change, resulting: set)
    try store.close()
  }

  private static func read(_ path: String) -> Article? {
    ((try? PosixFileSystem().contents(of: path)) ?? nil).map {
      Article(
        text: ArticleText(String(decoding: $0, as: UTF8.self)),
        source: Article.Source(name: "a.txt", path: path))
    }
  }

  /// Asks for the marks as one run of a command does, an hour later unless `later` says otherwise.
  private func marks(
    at location: SidecarLocation? = nil, program: String = "one", later seconds: Int = 3600,
    readsText: Bool = false, meanwhile: @escaping @Sendable () -> Void = {}
  ) throws -> AnnotatedArticle {
    let location = location ?? SidecarLocation(article: path, sidecar: sidecar)
    let file = CorpusIndex(
      at: folder.path(of: "cache/galley/marks"), of: ProgramIdentity(program))
    let index = MarksIndex(
      file, JournalsElsewhere(in: state), without: [".copy.json"],
      now: { FileStamp.now() + seconds })
    defer { index.save() }
    return try index.marks(
      at: location, readsText: readsText,
      article: { [reads] in
        reads.count(reads.articles)
        defer { meanwhile() }
        return Self.read($0)
      },
      reading: { () throws(StoreError) in
        reads.count(reads.marks)
        guard let article = Self.read(location.article ?? "") else {
          return try AnnotatedArticle(orphanedSidecar: location.sidecar ?? "")
        }
        return try AnnotatedArticle(article, sidecarPath: location.sidecar)
      })
  }

  /// How often marks are read when they are asked for once more.
  private func readsAgain(
    at location: SidecarLocation? = nil, program: String = "one"
  ) throws -> Int {
    let before = reads.marks.withLock(\.self)
    _ = try marks(at: location, program: program)
    return reads.marks.withLock(\.self) - before
  }

  /// Sets the time of a file's contents back to what it was before `body` wrote to it.
  private func keepingTime(of path: String, _ body: () throws -> Void) throws {
    var status = stat()
    try #require(stat(path, &status) == 0)
    try body()
    let times = [status.st_atim, status.st_mtim]
    try #require(utimensat(AT_FDCWD, path, times, 0) == 0)
  }

  // MARK: What it spares

  @Test("What nobody has touched is not read again, and its rows are the same")
  func rows() throws {
    let first = try marks()
    let again = try marks()
    #expect(reads.marks.withLock(\.self) == 1)
    #expect(again.annotations == first.annotations)
    #expect(again.anchors == first.anchors)
    #expect(again.about == first.about)
    #expect(again.name == first.name && again.sidecarPath == first.sidecarPath)
    #expect(again.hasSidecar && again.notices.isEmpty)
    #expect(again.length == Self.text.utf8.count)
    let (row, known) = (
      again.rows(labelledBy: TaxonomyShelf([])), first.rows(labelledBy: TaxonomyShelf([]))
    )
    #expect(row.map(\.span) == known.map(\.span) && row.first?.span != nil)
    #expect(row.map(\.state) == [.exact])
    #expect(row.map(\.quote) == ["40 percent"])
    #expect(reads.articles.withLock(\.self) == 0, "rows need no text")
  }

  @Test("The article is read once, and only when somebody asks for it")
  func text() throws {
    _ = try marks()
    let again = try marks()
    let copy = again
    #expect(again.article.map { Digest(of: $0.text) } == Digest(of: ArticleText(Self.text)))
    #expect(copy.article.map { Digest(of: $0.text) } == Digest(of: ArticleText(Self.text)))
    #expect(reads.articles.withLock(\.self) == 1)
  }

  @Test("An article that changes after its marks were looked up is not given out as theirs")
  func changedMeanwhile() throws {
    _ = try marks()
    let again = try marks()
    _ = try folder.write(Self.text + "More.\n", to: "a.txt")
    #expect(again.article == nil)
  }

  @Test("Whoever needs the text gets it with the marks, and both anew when it changes meanwhile")
  func marksWithText() throws {
    _ = try marks()
    let again = try marks(readsText: true)
    #expect(reads.marks.withLock(\.self) == 1 && reads.articles.withLock(\.self) == 1)
    #expect(again.article != nil)
    let path = path
    let changed = try marks(readsText: true) {
      try? PosixFileSystem().replace(path, with: Array((Self.text + "More.\n").utf8))
    }
    #expect(reads.marks.withLock(\.self) == 2)
    #expect(changed.article?.text.count == Self.text.utf8.count + 6)
    #expect(!changed.notices.isEmpty)
  }

  @Test("Spans that are no first target are measured in the article")
  func otherPlaces() throws {
    _ = try marks()
    let again = try marks()
    let span = TextSpan(0..<5)
    let place = CodePointSpan(CodePointOffset(0), CodePointOffset(4))
    #expect(again.printedPlace(of: span)?.codePoints == place)
  }

  // MARK: When it reads again

  @Test("An article of the same length and time is noticed")
  func article() throws {
    _ = try marks()
    try keepingTime(of: path) {
      _ = try folder.write(
        Self.text.split(separator: "silent").joined(separator: "absent"), to: "a.txt")
    }
    #expect(try readsAgain() == 1)
  }

  @Test("A sidecar that was written is noticed, and so is one that was written in place")
  func sidecarWritten() throws {
    _ = try marks()
    try mark("silent", note: "was he asked?")
    #expect(try marks().annotations.count == 2)
    #expect(try readsAgain() == 0)
    try keepingTime(of: sidecar) {
      let bytes = try #require(try PosixFileSystem().contents(of: sidecar))
      let file = open(sidecar, O_WRONLY)
      defer { close(file) }
      try #require(write(file, bytes, bytes.count) == bytes.count)
    }
    #expect(try readsAgain() == 1)
  }

  @Test("A journal that comes, changes or goes is noticed")
  func journals() throws {
    unlink(journal)
    _ = try marks()
    #expect(try readsAgain() == 0)
    _ = try folder.write("{}\n", to: "a.txt.annotations.json.journal")
    #expect(try readsAgain() == 1)
    unlink(journal)
    #expect(try readsAgain() == 0)
  }

  @Test("Another program, and another name of the article, read anew")
  func programAndName() throws {
    _ = try marks()
    #expect(try readsAgain(program: "two") == 1)
    #expect(try readsAgain(program: "two") == 0)
    for ending in ["", ".annotations.json", ".annotations.json.journal"] {
      rename(path + ending, folder.path(of: "b.md") + ending)
    }
    let there = SidecarLocation(
      article: folder.path(of: "b.md"), sidecar: folder.path(of: "b.md.annotations.json"))
    #expect(try readsAgain(at: there) == 1)
  }

  @Test("A journal in the user’s own folder is noticed")
  func elsewhere() throws {
    _ = try marks()
    let place = PosixFileSystem().destination(of: sidecar)
    let name = Array(place.utf8).withUnsafeBufferPointer { Digest(of: $0) }.description
    _ = try folder.write("", to: "state/of-another.journal")
    #expect(try readsAgain() == 0)
    _ = try folder.write("", to: "state/\(name.prefix(32))-host-1-2.journal")
    #expect(try readsAgain() == 1)
    #expect(try readsAgain() == 1)
  }

  @Test("Where nobody can tell whether there is a journal elsewhere, marks are read")
  func elsewhereUnknown() throws {
    _ = try marks()
    _ = try folder.write("no folder", to: "state")
    #expect(try readsAgain() == 1)
    #expect(JournalsElsewhere(in: state).mayBelong(toSidecarAt: sidecar))
    #expect(!JournalsElsewhere(in: folder.path(of: "none")).mayBelong(toSidecarAt: sidecar))
  }

  @Test("A record of where an article was fetched is noticed when it comes")
  func record() throws {
    _ = try marks()
    _ = try folder.write("{}", to: "a.txt.copy.json")
    #expect(try readsAgain() == 1)
    #expect(try readsAgain() == 1)
  }

  @Test("A damaged entry counts as none")
  func damage() throws {
    _ = try marks()
    let file = folder.path(of: "cache/galley/marks")
    var bytes = try #require(try PosixFileSystem().contents(of: file))
    let last = bytes.count - 1
    bytes[last] ^= 0x55
    try PosixFileSystem().replace(file, with: bytes)
    #expect(try readsAgain() == 1)
  }

  // MARK: What it never keeps

  @Test("Files that were written a moment ago are not trusted", arguments: [0, 1, 2])
  func unsettled(seconds: Int) throws {
    _ = try marks(later: seconds)
    #expect(try readsAgain() == 1)
  }

  @Test("A sidecar of another text, with a remark to make, is read each time")
  func remarks() throws {
    _ = try article("Züge werden billiger\n\n“Fares fell by 40 percent,” he said.\n")
    #expect(try !marks().notices.isEmpty)
    #expect(try readsAgain() == 1)
  }

  @Test("What the bytes of the file alone do not decide is not remembered")
  func otherDependencies() throws {
    let sidecarNow = try Sidecar(parsing: #require(try PosixFileSystem().contents(of: sidecar)))
    func known(_ change: (inout ArticleMetadata) -> Void) throws -> RememberedMarks? {
      var metadata = ArticleMetadata()
      change(&metadata)
      let text = ArticleText(Self.text)
      let article = Article(
        text: text, source: Article.Source(name: "a.txt", path: path),
        structure: ArticleStructure(blocks: LineBlocks(text), metadata: metadata))
      var sidecar = sidecarNow
      let marks = try AnnotatedArticle(article)
      sidecar.about = marks.about
      return RememberedMarks(of: marks, sidecar)
    }
    #expect(try known { _ in } != nil)
    #expect(try known { $0.encoding = .init(name: "windows-1250", isGuessed: false) } == nil)
    #expect(try known { $0.encoding = .init(name: "windows-1250", isGuessed: true) } == nil)
    #expect(try known { $0.retrieved = Timestamp(secondsSinceEpoch: 0) } == nil)
    #expect(try known { $0.extractor = .init(name: "PDF", version: "1") } == nil)
  }

  @Test("An article that is called otherwise than its file is not remembered")
  func otherName() throws {
    let index = MarksIndex(
      CorpusIndex(at: folder.path(of: "cache/galley/marks"), of: ProgramIdentity("one")),
      JournalsElsewhere(in: state), now: { FileStamp.now() + 3600 })
    var count = 0
    for _ in 0..<2 {
      let found = try index.marks(
        at: SidecarLocation(article: path, sidecar: sidecar), readsText: false,
        article: { Self.read($0) },
        reading: {
          count += 1
          let text = ArticleText(Self.text)
          let source = Article.Source(name: "a.txt", path: path + "#first")
          return try AnnotatedArticle(Article(text: text, source: source), sidecarPath: sidecar)
        })
      #expect(found.name == path + "#first")
    }
    #expect(count == 2)
  }

  @Test("Links, and articles in other folders or named by somebody, are read each time")
  func otherPlacesOfArticles() throws {
    try #require(symlink(path, folder.path(of: "link.txt")) == 0)
    let named = SidecarLocation(article: path, sidecar: sidecar, isArticleNamed: true)
    let linked = SidecarLocation(article: folder.path(of: "link.txt"), sidecar: sidecar)
    _ = try folder.write(Self.text, to: "other/a.txt")
    let apart = SidecarLocation(article: folder.path(of: "other/a.txt"), sidecar: sidecar)
    for place in [named, linked, apart, SidecarLocation(article: nil, sidecar: sidecar)] {
      #expect(try readsAgain(at: place) == 1)
      #expect(try readsAgain(at: place) == 1)
    }
  }

  @Test("Nothing that the marks or the article say stands in its file")
  func secrecy() throws {
    _ = try marks()
    let bytes = try #require(
      try PosixFileSystem().contents(of: folder.path(of: "cache/galley/marks")))
    let file = String(decoding: bytes, as: UTF8.self)
    #expect(!file.isEmpty)
    for words in ["percent", "how much", "Ana", "Roche", "a.txt"] { #expect(!file.contains(words)) }
  }
}
