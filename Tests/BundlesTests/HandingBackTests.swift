// A bundle that comes back lays a colleague's marks beside one's own, and writes over nothing.

import ArticleModel
import Bundles
import LosslessJSON
import Sidecars
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct HandingBackTests {
  private let folder: TemporaryFolder
  private let ana = Creator(name: "Ana Lopes")

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("The harbour closes.", to: "desk/a.txt")
  }

  private func mark(_ number: Int, by name: String, note: String = "") -> Annotation {
    var mark = Annotation(
      id: AnnotationID("urn:uuid:00000000-0000-4000-8000-00000000000\(number)"), kind: .note,
      targets: [AnnotationTarget(source: "a.txt", passage: nil)], creator: Creator(name: name),
      created: Timestamp("2026-03-01T10:00:00Z"))
    mark.note = note
    return mark
  }

  private func sidecar(_ marks: [Annotation]) -> [UInt8] {
    Array("{\"items\": [\(marks.map { $0.json().compact() }.joined(separator: ","))]}".utf8)
  }

  private func bundle(_ files: [BundleFile]) throws -> Bundle {
    try Bundle(packing: files, made: BundleTests.made)
  }

  private func bring(_ files: [BundleFile]) throws -> HandingBack {
    try HandingBack(bundle(files), to: folder.path(of: "desk"), for: ana).write()
  }

  private func names() throws -> Set<String> {
    Set(try PosixFileSystem().names(inFolder: folder.path(of: "desk"))).subtracting([".", ".."])
  }

  @Test("A colleague's marks come as a layer with their name, and what was there keeps every byte")
  func layer() throws {
    let own = sidecar([mark(1, by: "Ana Lopes")])
    try folder.write(own, to: "desk/a.txt.annotations.json")
    let theirs = sidecar([mark(1, by: "Ana Lopes"), mark(2, by: "Ben Okafor")])
    let files = [
      BundleFile("a.txt", .article, Array("The harbour closes.".utf8)),
      BundleFile("a.txt.annotations.json", .sidecar, theirs),
      BundleFile("b.txt", .article, Array("Another.".utf8)),
      BundleFile("galley-authority.toml", .authority, Array("[[speaker]]".utf8)),
    ]
    let brought = try bring(files)
    #expect(brought.arrivals.map(\.article) == ["a.txt"])
    #expect(brought.arrivals.flatMap(\.news).map(\.id) == [mark(2, by: "").id])
    #expect(brought.arrivals.first?.people == ["Ana Lopes", "Ben Okafor"])
    #expect(brought.missing == ["b.txt"] && brought.leftAlone == ["galley-authority.toml"])
    #expect(
      try names() == ["a.txt", "a.txt.annotations.json", "a.txt.ben-okafor.annotations.json"])
    #expect(try Array(folder.read("desk/a.txt.annotations.json").utf8) == own)
    #expect(try Array(folder.read("desk/a.txt.ben-okafor.annotations.json").utf8) == theirs)
    let again = try bring(files)
    #expect(again.arrivals.flatMap(\.news).isEmpty)
    #expect(try names().count == 3)
  }

  @Test("A later bundle with more marks comes beside the earlier layer, and only the rest is news")
  func later() throws {
    for count in [2, 3] {
      let marks = (2...count).map { mark($0, by: "Ben") }
      let brought = try bring([
        BundleFile("a.txt", .article, Array("The harbour closes.".utf8)),
        BundleFile("a.txt.annotations.json", .sidecar, sidecar(marks)),
      ])
      #expect(brought.arrivals.flatMap(\.news).count == 1)
    }
    #expect(
      try names() == ["a.txt", "a.txt.ben.annotations.json", "a.txt.ben-2.annotations.json"])
  }

  @Test("An article that is another version here is told of and left alone")
  func altered() throws {
    let brought = try bring([
      BundleFile("a.txt", .article, Array("The harbour opens.".utf8)),
      BundleFile("a.txt.annotations.json", .sidecar, sidecar([mark(2, by: "Ben")])),
    ])
    #expect(brought.arrivals.map(\.isAltered) == [true])
    #expect(try folder.read("desk/a.txt") == "The harbour closes.")
  }

  @Test("Nothing is written through a link that leads out of the folder")
  func links() throws {
    try folder.write("secret", to: "outside/a.txt")
    #expect(symlink(folder.path(of: "outside"), folder.path(of: "desk/sub")) == 0)
    let brought = try bring([
      BundleFile("sub/a.txt", .article, Array("secret".utf8)),
      BundleFile("sub/a.txt.annotations.json", .sidecar, sidecar([mark(2, by: "Ben")])),
      BundleFile("sub/copies/x.html", .copy, Array("x".utf8)),
    ])
    #expect(brought.arrivals.isEmpty && brought.missing == ["sub/a.txt"])
    let outside = try PosixFileSystem().names(inFolder: folder.path(of: "outside"))
    #expect(Set(outside).subtracting([".", ".."]) == ["a.txt"])
  }

  @Test("Copies of evidence come in where there are none, and never over another")
  func copies() throws {
    try folder.write("mine", to: "desk/copies/x/other.html")
    let brought = try bring([
      BundleFile("a.txt", .article, Array("The harbour closes.".utf8)),
      BundleFile("a.txt.annotations.json", .sidecar, sidecar([mark(2, by: "Ben")])),
      BundleFile("copies/x/page.html", .copy, Array("page".utf8)),
      BundleFile("copies/x/other.html", .copy, Array("theirs".utf8)),
    ])
    #expect(brought.leftAlone == ["copies/x/other.html"])
    #expect(try folder.read("desk/copies/x/page.html") == "page")
    #expect(try folder.read("desk/copies/x/other.html") == "mine")
  }
}
