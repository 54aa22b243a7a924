// Changes made from a list, and their undoing, on sidecars on the disk.

import ArticleModel
import Corpus
import Sidecars
import TestSupport
import Testing

@Suite struct SidecarEditorTests {
  let folder: TemporaryFolder
  let article: Article
  let ana = Creator(name: "Ana", id: "urn:x:ana")
  let ben = Creator(name: "Ben", id: "urn:x:ben")
  let now = Timestamp(secondsSinceEpoch: 1_800_000_000)

  init() throws {
    folder = try TemporaryFolder()
    article = Article(
      text: ArticleText("The harbour closed.\nThe ferries sailed.\n"),
      source: Article.Source(name: "a.txt", path: folder.path(of: "a.txt")))
  }

  /// Marks words in Ana's name and returns the ids.
  private func mark(_ words: String...) throws -> [AnnotationID] {
    let store = SidecarStore(article: article)
    var set = try store.open().annotations
    let marks = try words.map { words in
      let span = try #require(article.text.places(of: words).first)
      let target = AnnotationTarget(source: "a.txt", passage: Passage(of: span, in: article))
      return Annotation(kind: .verification, targets: [target], creator: ana, created: now)
    }
    let change = Change("marked", marks.map(Edit.insert))
    set.apply(change)
    try store.record(change, resulting: set)
    try store.close()
    return marks.map(\.id)
  }

  private func read() throws -> AnnotatedArticle { try AnnotatedArticle(article) }

  private func bytes() throws -> [UInt8]? {
    try PosixFileSystem().contents(of: folder.path(of: "a.txt.annotations.json"))
  }

  @Test("A judgement is kept with who made it, and a second one takes its place")
  func judging() throws {
    let id = try mark("harbour")[0]
    let editor = try SidecarEditor(read())
    _ = try editor.perform(.judge(.disputes), on: [id], by: ben, at: now)
    var row = try #require(try read().rows(labelledBy: TaxonomyShelf([])).first)
    #expect(row.isDisputed && row.isReviewed)
    #expect(row.annotation.status == .open)
    #expect(row.reviews.map(\.creator) == [ben])

    _ = try editor.perform(.judge(.agrees), on: [id], by: ben, at: now)
    row = try #require(try read().rows(labelledBy: TaxonomyShelf([])).first)
    #expect(!row.isDisputed && row.isReviewed && row.annotation.status == .open)
    #expect(row.reviews.count == 1)
    _ = try editor.perform(.judge(.agrees), on: [id], by: ana, at: now)
    row = try #require(try read().rows(labelledBy: TaxonomyShelf([])).first)
    #expect(row.annotation.status == .open && row.reviews.count == 2)
  }

  @Test("A change to many marks is one step that undo takes back")
  func bulk() throws {
    let ids = try mark("harbour", "ferries")
    let before = try read().annotations
    let editor = try SidecarEditor(read())
    let term = TermReference(pack: "verification", group: "truth", term: "refuted")
    let made = try editor.perform(.setTerm(term, isExclusive: true), on: ids, by: ben, at: now)
    let change = try #require(made)
    #expect(change.change.edits.count == 2)
    #expect(try read().annotations.allSatisfy { $0.terms == [term] })
    #expect(try read().annotations.allSatisfy { $0.revisions.map(\.by) == [ben] })
    _ = try editor.takeBack(change.change)
    #expect(try read().annotations == before)
  }

  @Test("What somebody else changed since is not undone")
  func undoAfterOthers() throws {
    let id = try mark("harbour")[0]
    let editor = try SidecarEditor(read())
    let made = try editor.perform(.setStatus(.done), on: [id], by: ben, at: now)
    let change = try #require(made)
    _ = try editor.perform(.note("seen"), on: [id], by: ana, at: now)
    #expect(throws: SidecarEditingError.self) { try editor.takeBack(change.change) }
    #expect(try read().annotations.map(\.note) == ["seen"])
    #expect(try read().annotations.map(\.status) == [.done])
  }

  @Test("An operation is done to the mark as it is on the disk, not as it was listed")
  func stale() throws {
    let id = try mark("harbour")[0]
    let listed = try SidecarEditor(read())
    _ = try SidecarEditor(read()).perform(.note("new"), on: [id], by: ana, at: now)
    _ = try listed.perform(.setStatus(.inProgress), on: [id], by: ben, at: now)
    let mark = try #require(try read().annotations.first)
    #expect(mark.note == "new" && mark.status == .inProgress)
  }

  @Test("What changes nothing writes nothing; marks that are gone are passed over")
  func nothing() throws {
    let id = try mark("harbour")[0]
    let before = try bytes()
    let editor = try SidecarEditor(read())
    #expect(try editor.perform(.setStatus(.open), on: [id], by: ben, at: now) == nil)
    #expect(try editor.perform(.delete, on: [AnnotationID("urn:x:gone")], by: ben, at: now) == nil)
    #expect(try bytes() == before)
  }

  @Test("Deleting a mark takes its reviews along, undoing brings them back")
  func deleting() throws {
    let id = try mark("harbour")[0]
    let editor = try SidecarEditor(read())
    _ = try editor.perform(.judge(.agrees), on: [id], by: ben, at: now)
    let before = try read().annotations
    let made = try editor.perform(.delete, on: [id], by: ana, at: now)
    #expect(try read().annotations.isEmpty)
    _ = try editor.takeBack(try #require(made).change)
    #expect(Set(try read().annotations.map(\.id)) == Set(before.map(\.id)))
  }

  @Test("Tags are added and taken off")
  func tags() throws {
    let ids = try mark("harbour", "ferries")
    let editor = try SidecarEditor(read())
    _ = try editor.perform(.tag(adding: ["port", "sea"], removing: []), on: ids, by: ben, at: now)
    _ = try editor.perform(.tag(adding: ["sea"], removing: ["port"]), on: ids, by: ben, at: now)
    #expect(try read().annotations.map(\.tags) == [["sea"], ["sea"]])
  }

  @Test("Marks of an article that is missing can be read but not changed")
  func missingArticle() throws {
    _ = try mark("harbour")
    let orphaned = try AnnotatedArticle(
      orphanedSidecar: folder.path(of: "a.txt.annotations.json"))
    #expect(throws: SidecarEditingError.self) { _ = try SidecarEditor(orphaned) }
  }
}
