// From the names on a command line to sidecars.

import Corpus
import FoundationEssentials
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

  @Test("An article stands for its own sidecar, whether there is one or not")
  func article() throws {
    #expect(SidecarLocation.all(at: "x.txt") == [SidecarLocation(article: "x.txt")])
  }
}
