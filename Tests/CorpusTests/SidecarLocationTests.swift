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
      SidecarLocation.look(at: folder.path).locations == [
        SidecarLocation(article: article, sidecar: first),
        SidecarLocation(article: nil, sidecar: second),
      ])
  }

  @Test("A circle of symbolic links is not followed")
  func links() throws {
    let sidecar = try folder.write("{}", to: "a.txt.annotations.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "again"), withDestinationPath: folder.path)
    #expect(SidecarLocation.look(at: folder.path).locations.map(\.sidecar) == [sidecar])
  }

  @Test(
    "Folders of a real disk that are nested a thousand deep are looked through",
    .timeLimit(.minutes(1)))
  func thousandDeep() throws {
    let way = String(repeating: "d/", count: 1000)
    let sidecar = try folder.write("{}", to: way + "a.txt.annotations.json")
    #expect(SidecarLocation.look(at: folder.path).locations.map(\.sidecar) == [sidecar])
  }

  @Test("Names that begin with a tilde are names like others")
  func tilde() throws {
    let disk = SimulatedDisk()
    for name in ["~nobody/a.txt", "~nobody/a.txt.annotations.json", "~x.annotations.json"] {
      try disk.write(Array("{}".utf8), to: name, like: nil)
    }
    #expect(
      SidecarLocation.look(at: "~nobody", on: disk).locations == [
        SidecarLocation(
          article: "~nobody/a.txt", sidecar: "~nobody/a.txt.annotations.json")
      ])
    #expect(
      SidecarLocation.look(at: "~y.txt", on: disk).locations == [SidecarLocation(article: "~y.txt")]
    )
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
      SidecarLocation.look(at: path, on: disk).locations == [
        SidecarLocation(article: nil, sidecar: path)
      ])
    #expect(throws: StoreError.self) {
      try AnnotatedArticle(orphanedSidecar: path, fileSystem: disk)
    }
  }

  @Test("An article stands for its own sidecar, whether there is one or not")
  func article() throws {
    #expect(SidecarLocation.look(at: "x.txt").locations == [SidecarLocation(article: "x.txt")])
  }

  @Test("A folder that cannot be read is said, and the others go on")
  func unreadable() throws {
    let disk = SimulatedDisk()
    for name in ["/a/b.txt.annotations.json", "/a/z/c.txt.annotations.json"] {
      try disk.write(Array("{}".utf8), to: name, like: nil)
    }
    disk.disguise("/a/locked") { $0.kind = .folder }
    try disk.write([], to: "/a/locked", like: nil)
    let (locations, unreadable) = SidecarLocation.look(at: "/a", on: disk)
    #expect(locations.compactMap(\.sidecar).count == 2)
    #expect(unreadable.map(\.path) == ["/a/locked"])
    #expect(SidecarLocation.look(at: "/a/locked", on: disk).unreadable.count == 1)
  }

  @Test("Folders a thousand levels deep are looked into")
  func deep() throws {
    let disk = SimulatedDisk()
    let path = "/" + String(repeating: "d/", count: 1000) + "a.txt.annotations.json"
    try disk.write(Array("{}".utf8), to: path, like: nil)
    #expect(SidecarLocation.look(at: "/d", on: disk).locations.map(\.sidecar) == [path])
  }
}
