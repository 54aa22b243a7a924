// From the names on a command line to sidecars.

import ArticleModel
import Corpus
import FoundationEssentials
import Sidecars
import TestSupport
import Testing

@Suite struct SidecarLocationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("A folder stands for all sidecars below it, in order, hidden folders left out")
  func folders() throws {
    let first = try folder.write("{}", to: "a.txt.annotations.json")
    let article = try folder.write("A.", to: "a.txt")
    let second = try folder.write("{}", to: "desk/b.txt.annotations.json")
    try folder.write("{}", to: ".trash/c.txt.annotations.json")
    try folder.write("{}", to: "desk/notes.json")
    #expect(
      SidecarLocation.all(at: folder.path) == [
        SidecarLocation(article: article, sidecar: first),
        SidecarLocation(article: nil, sidecar: second),
      ])
  }

  @Test("A circle of symbolic links is not followed")
  func links() throws {
    let sidecar = try folder.write("{}", to: "a.txt.annotations.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "again"), withDestinationPath: folder.path)
    #expect(SidecarLocation.all(at: folder.path).map(\.sidecar) == [sidecar])
  }

  @Test("Names that begin with a tilde are names like others")
  func tilde() throws {
    let disk = SimulatedDisk()
    for name in ["~nobody/a.txt", "~nobody/a.txt.annotations.json", "~x.annotations.json"] {
      try disk.write(Array("{}".utf8), to: name, like: nil)
    }
    #expect(
      SidecarLocation.all(at: "~nobody", on: disk) == [
        SidecarLocation(
          article: "~nobody/a.txt", sidecar: "~nobody/a.txt.annotations.json")
      ])
    #expect(SidecarLocation.all(at: "~y.txt", on: disk) == [SidecarLocation(article: "~y.txt")])
  }

  @Test("On a disk that has stopped, a folder holds nothing and a sidecar cannot be read")
  func stopped() throws {
    let disk = SimulatedDisk()
    let path = "/desk/a.txt.annotations.json"
    try disk.write(Array(#"{"items": []}"#.utf8), to: path, like: nil)
    #expect(try AnnotatedArticle(orphanedSidecar: path, fileSystem: disk).annotations.isEmpty)
    disk.plan(.stopsBefore, at: 1)
    _ = try? disk.append([], to: "/desk/other", like: nil)
    #expect(
      SidecarLocation.all(at: path, on: disk) == [SidecarLocation(article: nil, sidecar: path)])
    #expect(throws: StoreError.self) {
      try AnnotatedArticle(orphanedSidecar: path, fileSystem: disk)
    }
  }

  @Test("An article stands for its own sidecar, whether there is one or not")
  func article() throws {
    #expect(SidecarLocation.all(at: "x.txt") == [SidecarLocation(article: "x.txt")])
  }
}
