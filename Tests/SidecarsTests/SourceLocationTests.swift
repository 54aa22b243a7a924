// Sources are named as seen from the folder of the sidecar, so that the folder can be moved or handed over.

import ArticleModel
import TestSupport
import Testing

@testable import Sidecars

@Suite struct SourceLocationTests {
  private let disk = SimulatedDisk()

  private func store(at path: String = "/desk/story.txt") -> SidecarStore {
    let source = Article.Source(name: path.fileName, path: path)
    return SidecarStore(
      article: Article(text: ArticleText("The harbour was closed.\n"), source: source),
      fileSystem: disk)
  }

  @Test(
    "A file is named by its way from the sidecar, and found again by that name",
    arguments: [
      ("/desk/sources/a.vtt", "sources/a.vtt"), ("/desk/b.txt", "b.txt"),
      ("/press/b.pdf", "../press/b.pdf"), ("/desk/mail.mbox#3", "mail.mbox#3"),
    ])
  func named(path: String, name: String) throws {
    try disk.write([0x61], to: MemberPath(path)?.file ?? path, like: nil)
    let source = try #require(store().source(at: path))
    #expect(source == .path(name))
    #expect(store().location(of: source) == path)
  }

  @Test("A file that is not there is no source, and a sidecar's absolute path leads nowhere")
  func missing() {
    #expect(store().source(at: "/desk/none.txt") == nil)
    #expect(store().source(at: "/desk/none.mbox#3") == nil)
    #expect(store().location(of: .path("/etc/passwd")) == nil)
  }

  @Test("An address is where it says, wherever the sidecar is")
  func address() {
    #expect(store().location(of: .address("https://a.example/m")) == "https://a.example/m")
  }

  @Test(
    "A sidecar that was opened by a relative path leads to its sources from there, however far up",
    arguments: [
      ("marks/a.annotations.json", "../a.txt", "a.txt"),
      ("marks/a.annotations.json", "../../press/a.txt", "../press/a.txt"),
      ("marks/a.annotations.json", "../../../press/a.txt", "../../press/a.txt"),
      ("../desk/a.annotations.json", "../../press/a.txt", "../../press/a.txt"),
      ("/desk/a.annotations.json", "b/../c/./a.txt", "/desk/c/a.txt"),
    ])
  func relative(sidecar: String, name: String, place: String) {
    #expect(QuotationSource.path(name).location(forSidecarAt: sidecar) == place)
  }
}
