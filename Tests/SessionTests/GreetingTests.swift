// The line that meets whoever comes back: what there is, and what is still to be done.

import ArticleModel
import Sidecars
import TestSupport
import Testing

@Suite struct GreetingTests {
  private let room: Room

  init() throws { room = try Room() }

  private func mark(as statuses: [AnnotationStatus]) throws {
    let span = try #require(room.article.text.places(of: "closed").first)
    let store = SidecarStore(article: room.article, fileSystem: room.files)
    var set = try store.open().annotations
    let marks = statuses.map { status in
      var mark = Annotation(
        kind: .bias,
        targets: [AnnotationTarget(source: "one.txt", passage: Passage(of: span, in: room.article))]
      )
      mark.status = status
      return mark
    }
    let change = Change("marked", marks.map { .insert($0) })
    set.apply(change)
    _ = try store.record(change, resulting: set)
    try store.close()
  }

  @Test(
    "It counts the marks, and those of them that need a second source",
    arguments: [
      ([.open, .needsSecondSource, .done], "3 marks · 1 needs a second source"),
      ([.needsSecondSource, .open, .needsSecondSource], "3 marks · 2 need a second source"),
    ] as [([AnnotationStatus], String)])
  func counts(statuses: [AnnotationStatus], line: String) throws {
    try mark(as: statuses)
    let (_, terminal) = try room.run(room.reading(), [.waitFor(line), .press("q")])
    #expect(terminal.missed.isEmpty, "\(terminal.missed)")
  }
}
