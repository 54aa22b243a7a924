// Marks whose article was moved or renamed: found by its text or its name, taken over only when asked to.

import ArticleModel
import TestSupport
import Testing

@testable import Sidecars

@Suite struct StraySidecarTests {
  static let text =
    "Harbour closes\n\nThe harbour was closed on Monday, officials said. Ferries sail again.\n"

  let disk = SimulatedDisk()

  private func article(_ path: String, _ text: String = Self.text) throws -> Article {
    try disk.write(Array(text.utf8), to: path, like: nil)
    return Article(
      text: ArticleText(text),
      source: Article.Source(
        name: path.fileName, path: path, rawDigest: Array(text.utf8).digest))
  }

  private func store(_ article: Article, sidecar: String? = nil, process: Int = 1) -> SidecarStore {
    let surroundings = Surroundings(
      holder: LockHolder(host: "desk", processID: process), isAlive: { _ in false },
      now: { Timestamp(secondsSinceEpoch: 1_700_000_000) }, wait: { _ in }, stateFolder: "/state")
    return SidecarStore(
      article: article, sidecarPath: sidecar, fileSystem: disk, surroundings: surroundings)
  }

  /// Marks an article at a path, then takes the article away.
  private func leaveMarks(at path: String, sidecar: String? = nil) throws {
    let article = try article(path)
    let session = try StoreSession(store(article, sidecar: sidecar))
    let target = AnnotationTarget(
      source: article.source.name, passage: Passage(of: TextSpan(20..<27), in: article))
    var annotation = Annotation(id: AnnotationID("urn:test:a"), kind: .bias, targets: [target])
    try session.apply(.insert(annotation))
    let before = annotation
    annotation.note = "n"
    try session.apply(.replace(old: before, new: annotation))
    try session.store.close()
    try disk.remove(path)
  }

  private var search: SidecarSearch { SidecarSearch(fileSystem: disk, dataFolder: "/home/galley") }

  @Test(
    "Marks are found by the text of a renamed or moved article",
    arguments: ["/desk/new.txt", "/desk/done/old.txt", "/archive.txt", "/other/old.txt"])
  func sameText(path: String) throws {
    try leaveMarks(at: "/desk/old.txt")
    let article = try article(path)
    let found = search.sidecars(for: article)
    #expect(
      found == [
        StraySidecar(path: "/desk/old.txt.annotations.json", match: .sameText, annotations: 1)
      ])
    #expect(search.articles(forSidecar: "/desk/old.txt.annotations.json") == [path])
  }

  @Test("Marks of a copy, or of another article, are nobody else's")
  func notStray() throws {
    try leaveMarks(at: "/desk/old.txt")
    let other = try article("/desk/new.txt", "Something else altogether.\n")
    #expect(search.sidecars(for: other).isEmpty)
    let copy = try article("/desk/copy.txt")
    _ = try article("/desk/old.txt")
    #expect(search.sidecars(for: copy).isEmpty)
  }

  @Test("A sidecar that is cut short behind what it says of its article is not offered")
  func cutShort() throws {
    try leaveMarks(at: "/desk/old.txt")
    let path = "/desk/old.txt.annotations.json"
    let moved = try article("/desk/new.txt")
    #expect(search.sidecars(for: moved).count == 1)
    try disk.write(Array(disk.text(path).utf8.dropLast(3)), to: path, like: nil)
    #expect(search.sidecars(for: moved).isEmpty)
  }

  @Test("An article that was moved and edited is found by its name")
  func sameName() throws {
    try leaveMarks(at: "/desk/inbox/old.txt")
    let moved = try article("/desk/old.txt", Self.text + "More.\n")
    #expect(search.sidecars(for: moved).map(\.match) == [.sameName])
  }

  @Test("Marks on a page are found by its address when the page has another text today")
  func sameAddress() throws {
    func page(_ address: String, _ text: String) -> Article {
      Article(text: ArticleText(text), source: Article.Source(name: address))
    }
    let address = "https://port.example/harbour"
    for (name, marks) in [("old", 1), ("unmarked", 0)] {
      let path = "/home/galley/\(name).annotations.json"
      let session = try StoreSession(store(page(address, Self.text), sidecar: path))
      let mark = Annotation(id: AnnotationID("urn:test:a"), kind: .note, targets: [])
      try session.apply(.insert(mark))
      if marks == 0 { try session.apply(.remove(mark)) }
      try session.store.close()
    }
    #expect(
      search.sidecars(for: page(address, "The harbour is open.\n")) == [
        StraySidecar(
          path: "/home/galley/old.annotations.json", match: .sameAddress, annotations: 1)
      ])
    #expect(search.sidecars(for: page("https://port.example/other", Self.text)).isEmpty)
  }

  @Test("A sidecar elsewhere names its article as seen from its own folder, and is found by that")
  func namesArticle() throws {
    let article = try article("/desk/old.txt")
    let session = try StoreSession(store(article, sidecar: "/desk/marks/ana.annotations.json"))
    try session.apply(.insert(Annotation(kind: .note, targets: [])))
    try session.store.close()
    let sidecar = try Sidecar(parsing: Array(disk.text("/desk/marks/ana.annotations.json").utf8))
    #expect(sidecar.about.path == "../old.txt")
    #expect(search.namedArticle(ofSidecar: "/desk/marks/ana.annotations.json") == "/desk/old.txt")
    #expect(search.sidecars(for: article).map(\.match) == [.namesArticle])
  }

  @Test("What is taken over has its history and names the article; the old files are gone")
  func takeOver() throws {
    try leaveMarks(at: "/desk/old.txt")
    let before = disk.text("/desk/old.txt.annotations.json")
    let new = store(try article("/desk/done/new.txt"), process: 2)
    _ = try new.open()
    let opening = try new.takeOver(sidecarAt: "/desk/old.txt.annotations.json")
    #expect(opening.annotations.summary == "a:n <2 0>")
    #expect(opening.annotations.annotations.first?.targets.first?.source == "new.txt")
    #expect(opening.anchors.values.first?.map(\.state) == [.exact])
    try new.close()
    #expect(!disk.names.contains { $0.hasPrefix("/desk/old.txt") })
    #expect(disk.text("/desk/done/new.txt.annotations.json.bak") == before)
    let text = disk.text("/desk/done/new.txt.annotations.json")
    #expect(text.contains("\"galley:path\": \"new.txt\"") && !text.contains("old.txt"))
    let again = try StoreSession(store(try article("/desk/done/new.txt"), process: 3))
    #expect(again.set.summary == "a:n <2 0>")
    #expect(again.notices.isEmpty)
  }

  @Test("Marks that are there already stay when others are taken over")
  func takeOverBesideOwn() throws {
    try leaveMarks(at: "/desk/old.txt")
    let new = try StoreSession(store(try article("/desk/new.txt"), process: 2))
    try new.apply(.insert(Annotation(id: AnnotationID("urn:test:b"), kind: .note, targets: [])))
    let opening = try new.store.takeOver(sidecarAt: "/desk/old.txt.annotations.json")
    #expect(opening.annotations.annotations.count == 2)
    try new.store.close()
    let again = try StoreSession(store(try article("/desk/new.txt"), process: 3))
    #expect(again.set.annotations.map(\.id.description).sorted() == ["urn:test:a", "urn:test:b"])
  }

  @Test("Wherever taking over is cut off, the marks are at one of the two places")
  func cutOff() throws {
    for fault in SimulatedDisk.Fault.allCases {
      for operation in 1...20 {
        let run = StraySidecarTests()
        try run.leaveMarks(at: "/desk/old.txt")
        let new = run.store(try run.article("/desk/new.txt"), process: 2)
        run.disk.plan(fault, at: operation)
        _ = try? new.open()
        _ = try? new.takeOver(sidecarAt: "/desk/old.txt.annotations.json")
        run.disk.restart(losingNames: fault.stops)
        let places = ["/desk/old.txt.annotations.json", "/desk/new.txt.annotations.json"]
        let marks = places.map { place in
          (try? Sidecar(parsing: Array(run.disk.text(place).utf8)))?.annotations.first?.note
        }
        #expect(marks.contains("n"), "\(fault) at operation \(operation)")
      }
    }
  }

  @Test("A sidecar of another article that is still there opens read-only, and says so")
  func otherArticle() throws {
    try leaveMarks(at: "/desk/old.txt")
    _ = try article("/desk/old.txt")
    let other = try article("/desk/other.txt", "Something else altogether.\n")
    let session = try StoreSession(store(other, sidecar: "/desk/old.txt.annotations.json"))
    #expect(session.opening.isReadOnly)
    #expect(session.notices.contains(.ofAnotherArticle("/desk/old.txt")))
  }
}
