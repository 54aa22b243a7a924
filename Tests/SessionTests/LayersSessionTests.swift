// Sidecars of colleagues beside that of the article: found while the article is read, and left as they are.

import ArticleModel
import Corpus
import Sidecars
import TestSupport
import Testing

@Suite struct LayersSessionTests {
  private let room: Room

  init() throws {
    room = try Room()
    try colleague("Ben", "one.txt.ben.annotations.json", marking: ["shut", "closed"])
  }

  private func colleague(_ name: String, _ file: String, marking words: [String]) throws {
    let path = "\(room.folder.path)/\(file)"
    let editor = try SidecarEditor(
      AnnotatedArticle(room.article, sidecarPath: path, fileSystem: room.files),
      fileSystem: room.files)
    let marks = words.compactMap { word in
      room.article.text.places(of: word).first.map { span in
        Annotation(
          kind: .bias,
          targets: [
            AnnotationTarget(source: "one.txt", passage: Passage(of: span, in: room.article))
          ], creator: Creator(name: name))
      }
    }
    _ = try editor.add(marks, "marked")
  }

  @Test(
    "A colleague's sidecar is mentioned when the article is open, and a key lays it over the text")
  func mentioned() throws {
    let path = "one.txt.ben.annotations.json"
    let before = try room.folder.read(path)
    let (_, terminal) = try room.run(
      room.reading(),
      [
        .waitFor("Ben has 2 marks on this article in another file"), .press("gB"),
        .waitFor("shown: 2 marks by Ben"), .press("gB"),
        .waitFor("the marks of colleagues are hidden"), .press("q"),
      ])
    #expect(terminal.missed.isEmpty, "\(terminal.missed)")
    #expect(try room.folder.read(path) == before)
  }

  @Test(
    "Neither the open sidecar nor one that was named, nor that of another article, is a layer beside"
  )
  func others() throws {
    _ = try room.folder.write("Another article.", to: "one.txt.old")
    try colleague("Cleo", "one.txt.old.annotations.json", marking: ["quay"])
    let folder = room.folder.path
    let article = "\(folder)/one.txt"
    let found = SidecarLocation.sidecars(
      beside: article, besides: article + SidecarStore.suffix, on: room.files)
    #expect(found == ["\(folder)/one.txt.ben.annotations.json"])
    #expect(
      SidecarLocation.sidecars(beside: article, besides: found[0], on: room.files).isEmpty)
  }
}
