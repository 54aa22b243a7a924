// A bundle holds what was packed, and nothing that somebody smuggled in.

import ArticleModel
import Bundles
import TestSupport
import Testing

@Suite struct BundleTests {
  static let made = Timestamp("2026-03-04T05:06:08Z")
  static let files = [
    BundleFile("stories/harbour.txt", .article, Array("The harbour closes. ".utf8)),
    BundleFile("stories/harbour.txt.annotations.json", .sidecar, Array("{\"items\": []}".utf8)),
    BundleFile("stories/harbour.txt.ana.annotations.json", .layer, Array("{}".utf8)),
    BundleFile("galley-authority.toml", .authority, []),
    BundleFile("Über uns 日本.txt", .article, Array(repeating: 0x61, count: 3_000_000)),
  ]

  private func packed() throws -> [UInt8] {
    try Bundle(packing: Self.files, made: Self.made).bytes
  }

  @Test("What was packed comes out again, byte for byte")
  func roundTrip() throws {
    let bundle = try Bundle(unpacking: packed(), named: "desk.zip")
    #expect(bundle.files == Self.files)
    #expect(bundle.list.made == Self.made)
    #expect(Bundle.isOne(named: "desk", beginningWith: try packed()))
  }

  @Test("Texts are packed shorter than they are")
  func deflated() throws {
    let text = (1...2000).map { "Line \($0) of an article about a harbour.\n" }.joined()
    let file = BundleFile("a.txt", .article, Array(text.utf8))
    #expect(try Bundle(packing: [file], made: Self.made).bytes.count * 3 < text.utf8.count)
  }

  @Test(
    "A folder whose names would not survive the way is not packed",
    arguments: ["../a.txt", "a\\b.txt", "a\u{202E}txt.exe", ".hidden.txt"])
  func unsafeNames(name: String) {
    #expect(throws: BundleError.self) {
      _ = try Bundle(packing: [BundleFile(name, .article, [])], made: Self.made)
    }
  }

  @Test("Names that differ in capitals alone are not packed together")
  func capitals() {
    let files = ["a.txt", "A.txt"].map { BundleFile($0, .article, []) }
    #expect(throws: BundleError.self) { _ = try Bundle(packing: files, made: Self.made) }
  }
}
