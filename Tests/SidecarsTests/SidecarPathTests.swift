// Where the sidecar is when nobody says: beside the article where it can be, otherwise in the user's own folder.

import ArticleModel
import TestSupport
import Testing

@testable import Sidecars

@Suite struct SidecarPathTests {
  private static let elsewhere = SidecarStore.dataFolder + "/"

  private func path(
    _ name: String, at path: String? = nil, _ text: String = "The harbour was closed.\n",
    on files: any FileSystem = SimulatedDisk()
  ) -> String {
    SidecarStore.defaultPath(
      for: Article(
        text: ArticleText(text), source: Article.Source(name: name, path: path)), fileSystem: files)
  }

  @Test(
    "An article in a folder that cannot be written has its sidecar elsewhere, one for each place")
  func readOnlyFolder() throws {
    let disk = SimulatedDisk()
    disk.makeReadOnly("/archive")
    let first = path("a.txt", at: "/archive/a.txt", on: disk)
    #expect(first.hasPrefix(Self.elsewhere + "a.txt-") && first.hasSuffix(SidecarStore.suffix))
    disk.makeReadOnly("/other")
    #expect(path("a.txt", at: "/other/a.txt", on: disk) != first)
    #expect(path("a.txt", at: "/archive/a.txt", "Another text.\n", on: disk) == first)
    #expect(path("a.txt", at: "/desk/a.txt", on: disk) == "/desk/a.txt.annotations.json")
  }

  @Test("A sidecar that lies beside the article is used even where none could be made")
  func besideInReadOnlyFolder() throws {
    let disk = SimulatedDisk()
    try disk.write([0x7B, 0x7D], to: "/archive/a.txt.annotations.json", like: nil)
    disk.makeReadOnly("/archive")
    #expect(path("a.txt", at: "/archive/a.txt", on: disk) == "/archive/a.txt.annotations.json")
  }

  @Test("An article whose name leaves no room for a longer one has its sidecar elsewhere")
  func longName() throws {
    let folder = try TemporaryFolder()
    let name = String(repeating: "harbour ", count: 30) + ".txt"
    let file = try folder.write("The harbour was closed.\n", to: name)
    let sidecar = path(name, at: file, on: PosixFileSystem())
    let start = String(String(repeating: "harbour", count: 30).prefix(48))
    #expect(sidecar.hasPrefix(Self.elsewhere + start + "-"))
    #expect(sidecar.hasSuffix(SidecarStore.suffix))
    #expect(SidecarStore.sidecarElsewhere(forArticleAt: file) == nil)
  }

  @Test("The sidecar of an article with a long name is found again once it is there")
  func longNameAgain() throws {
    let disk = SimulatedDisk()
    let article = "/desk/" + String(repeating: "harbour ", count: 30) + ".txt"
    let sidecar = path(article.fileName, at: article, on: disk)
    #expect(SidecarStore.sidecarElsewhere(forArticleAt: article, fileSystem: disk) == nil)
    try disk.write([0x7B, 0x7D], to: sidecar, like: nil)
    #expect(SidecarStore.sidecarElsewhere(forArticleAt: article, fileSystem: disk) == sidecar)
    #expect(SidecarStore.sidecarElsewhere(forArticleAt: "/desk/a.txt", fileSystem: disk) == nil)
  }

  @Test("A page has one sidecar for each address, whatever its text says today")
  func addresses() {
    let story = path("https://a.example/story")
    #expect(story.hasPrefix(Self.elsewhere + "story-"))
    #expect(path("https://a.example/story", "Corrected.\n") == story)
    #expect(path("https://b.example/story") != story)
    #expect(!path("https://a.example/../../x;y").dropFirst(Self.elsewhere.count).contains("/"))
  }

  @Test("The same text through standard input has the same marks, also those of earlier versions")
  func standardInput() throws {
    let disk = SimulatedDisk()
    let sidecar = path("standard input", on: disk)
    #expect(sidecar.hasPrefix(Self.elsewhere + "stdin-"))
    #expect(path("standard input", "Another text.\n", on: disk) != sidecar)
    let digest = Digest(of: ArticleText("The harbour was closed.\n"))
    let former = "\(Self.elsewhere)\(digest)\(SidecarStore.suffix)"
    try disk.write([0x7B, 0x7D], to: former, like: nil)
    #expect(path("standard input", on: disk) == former)
  }
}
