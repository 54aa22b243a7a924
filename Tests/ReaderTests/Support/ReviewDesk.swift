// Two articles with two marks each, on the disk, and a review of them by Ana.

import Corpus
import ArticleModel
import DocumentImport
import Interface
@testable import Review
import Screen
import Sidecars
import TestSupport

/// What reviews are tested on.
final class ReviewDesk {
  let folder: TemporaryFolder
  /// The marks in the order of the list: Ana's, Ben's, Ana's, Ben's.
  private(set) var marks: [MarkKey] = []
  private var articles: [AnnotatedArticle] = []

  private static let ana = Creator(name: "Ana", id: "urn:x:ana")
  private static let ben = Creator(name: "Ben", id: "urn:x:ben")
  private static let loadedTerm = TermReference(
    pack: "bias", group: "wording", term: "loaded-term")

  init() throws {
    folder = try TemporaryFolder()
    try add(
      "closed.txt", "The harbour is closed, and the ferries sail from the quay.\n",
      [
        ("closed", .bias, Self.ana, [Self.loadedTerm], "says who?"),
        ("ferries", .verification, Self.ben, [], ""),
      ])
    try add(
      "open.txt", "The harbour is open again. Nobody said why it was closed.\n",
      [
        (nil, .bias, Self.ana, [Self.loadedTerm], ""),
        ("Nobody said why", .question, Self.ben, [], "Who was asked?"),
      ])
  }

  private func add(
    _ name: String, _ text: String,
    _ marks: [(String?, AnnotationKind, Creator, [TermReference], String)]
  ) throws {
    // Articles without a path are listed by their names, which are the same in each run.
    let article = Article(plainText: text, name: name)
    let sidecar = folder.path(of: name + ".annotations.json")
    let store = SidecarStore(article: article, sidecarPath: sidecar)
    var set = try store.open().annotations
    for (words, kind, creator, terms, note) in marks {
      let span = words.flatMap { article.text.places(of: $0).first }
      let target = AnnotationTarget(
        source: name, passage: span.map { Passage(of: $0, in: article) })
      let moment = Timestamp(secondsSinceEpoch: 1_800_000_000 + self.marks.count * 3600)
      var mark = Annotation(kind: kind, targets: [target], creator: creator, created: moment)
      (mark.terms, mark.note) = (terms, note)
      let change = Change("marked", [.insert(mark)])
      set.apply(change)
      try store.record(change, resulting: set)
      self.marks.append(MarkKey(sidecar: store.path, id: mark.id))
    }
    try store.close()
    articles.append(try AnnotatedArticle(article, sidecarPath: sidecar))
  }

  /// A review of all articles.
  func review(rows: Int = 24, columns: Int = 100) throws -> ReviewSitting {
    var setup = ReviewState.Setup()
    setup.title = "articles/"
    let stage = Stage(
      shelf: TaxonomyShelf([.bias, .verification]), author: Self.ana,
      clock: { Timestamp(secondsSinceEpoch: 1_800_090_000) })
    var sitting = ReviewSitting(
      ReviewState(setup, on: stage), on: stage,
      size: Size(rows: Row(rows), columns: Column(columns)))
    sitting.take(.articles(articles))
    sitting.take(.finished(wasStopped: false))
    return sitting
  }

  /// Does an operation as a session does.
  func perform(
    _ operation: ReviewOperation, on mark: MarkKey, _ sitting: inout ReviewSitting
  ) throws -> SidecarChange {
    let index = articles.firstIndex { $0.sidecarPath == mark.sidecar } ?? 0
    let made = try SidecarEditor(articles[index]).perform(
      operation, on: [mark.id], by: Self.ana, at: sitting.state.clock())
    guard let change = made, let text = articles[index].article else { throw NothingChanged() }
    articles[index] = try AnnotatedArticle(text, sidecarPath: mark.sidecar)
    sitting.take(.articles([articles[index]]))
    sitting.take(.performed([change], operation: operation))
    return change
  }

  struct NothingChanged: Error {}
}

/// A review as tests drive it.
struct ReviewSitting {
  private(set) var application: Application
  private let name: SurfaceID

  init(_ review: ReviewState, on stage: Stage, size: Size) {
    application = Application(on: stage, size: size)
    name = application.begin(review)
  }

  /// The review, with whatever lies over it.
  var state: ReviewState {
    guard let review = application.surface(name) as? ReviewState else {
      fatalError("the review has left the stack")
    }
    return review
  }

  /// The screen.
  var frame: Frame { application.frame }

  /// The marked words of what is listed, from top to bottom.
  var listed: [String] {
    state.list.lines.compactMap { line in
      if case .entry(let index) = line { state.list.entries[index].words } else { nil }
    }
  }

  /// Presses a key and returns what is asked of the world.
  @discardableResult
  mutating func press(_ key: Key) -> [Effect] { application.handle(.key(key)).map(\.effect) }

  /// Presses the keys of the characters, and returns what the last one asks of the world.
  @discardableResult
  mutating func type(_ text: String) -> [Effect] {
    text.reduce([]) { _, character in press(.character(character)) }
  }

  mutating func take(_ answer: ReviewAnswer) { _ = application.deliver(.desk(answer), to: name) }
}
