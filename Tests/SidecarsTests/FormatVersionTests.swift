// What programs of different versions of the sidecar format make of each other's files.

import ArticleModel
import LosslessJSON
import Sidecars
import Testing

@Suite struct FormatVersionTests {
  private static let folder = #filePath.replacing(
    "Tests/SidecarsTests/FormatVersionTests.swift", with: "")

  private func bytes(_ path: String) throws -> [UInt8] {
    try #require(try PosixFileSystem().contents(of: Self.folder + path))
  }

  private func example() throws -> [UInt8] { try bytes("Documentation/sidecar.example.json") }

  /// The lines of one text that the other does not have, in order.
  private func changedLines(from old: [UInt8], to new: [UInt8]) -> (gone: [String], new: [String]) {
    func lines(_ bytes: [UInt8]) -> [String] {
      String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    var (gone, added): ([String], [String]) = ([], [])
    for change in lines(new).difference(from: lines(old)) {
      switch change {
      case .remove(_, let line, _): gone.append(line)
      case .insert(_, let line, _): added.append(line)
      }
    }
    return (gone, added)
  }

  private func sidecar(version: String) throws -> Sidecar {
    try Sidecar(parsing: Array("{\"galley:formatVersion\": \(version), \"items\": []}".utf8))
  }

  @Test("The example of format 1.1 holds to the schema and uses every member that is reserved")
  func schema() throws {
    let schema = try JSONDocument(parsing: bytes("Documentation/sidecar.schema.json")).root.value()
    let text = try example()
    let value = try JSONDocument(parsing: text).root.value()
    #expect(SchemaValidator(schema: schema).faults(in: value) == [])
    let page = String(decoding: try bytes("Documentation/sidecar.md"), as: UTF8.self)
    let reserved = try #require(page.firstRange(of: "## Reserved").map { page[$0.upperBound...] })
    let names = reserved.matches(of: /`(galley:[A-Za-z0-9]+)`/).map { String($0.1) }
    #expect(names.count > 5)
    let shown = String(decoding: text, as: UTF8.self)
    for name in Set(names) { #expect(shown.contains("\"\(name)\""), "\(name)") }
  }

  @Test(
    "A new file says what the document says of its article, and has the version that this needs")
  func metadata() throws {
    var metadata = ArticleMetadata()
    metadata.authors = ["Ann Lee", "Bo Ek"]
    metadata.outlet = "The Harbour Post"
    metadata.published = Timestamp("2026-01-02T03:04:05Z")
    metadata.canonicalAddress = "https://example.com/a"
    let text = ArticleText("Gates stay shut.")
    func written(_ metadata: ArticleMetadata) throws -> Sidecar {
      let article = Article(
        text: text, source: .init(name: "page.html"),
        structure: ArticleStructure(blocks: LineBlocks(text), metadata: metadata))
      let sidecar = Sidecar(
        about: ArticleDescription(of: article), generated: Timestamp("2026-01-03T00:00:00Z"))
      return try Sidecar(parsing: sidecar.serialized())
    }
    let plain = try written(metadata)
    #expect(plain.about.byline == "Ann Lee, Bo Ek")
    #expect(plain.about.publisher == "The Harbour Post")
    #expect(plain.about.published == "2026-01-02T03:04:05Z")
    #expect(plain.about.identifier == "https://example.com/a")
    metadata.language = "en-GB"
    metadata.extractor = .init(name: "web page", version: "1")
    let later = try written(metadata)
    #expect(later.about.language == "en-GB")
    #expect(later.about.extractor == .init(name: "web page", version: "1"))
    for (sidecar, version) in [(plain, "1.0"), (later, "1.1")] {
      let file = String(decoding: sidecar.serialized(), as: UTF8.self)
      #expect(file.contains("\"galley:formatVersion\": \"\(version)\""))
    }
  }

  @Test("A file of format 1.1 opens, and is written back to the byte")
  func unchanged() throws {
    let text = try example()
    let sidecar = try Sidecar(parsing: text)
    #expect(!sidecar.isReadOnly)
    #expect(sidecar.unreadable.isEmpty)
    #expect(sidecar.annotations.count == 5)
    #expect(sidecar.serialized() == text)
  }

  @Test("Changing a mark leaves the members of 1.1 as they are")
  func change() throws {
    let text = try example()
    var sidecar = try Sidecar(parsing: text)
    sidecar.annotations[0].status = .done
    sidecar.annotations[2].status = .open
    let (gone, new) = changedLines(from: text, to: sidecar.serialized())
    #expect(
      gone == [
        #"      "galley:status": "done","#, #"      "galley:status": "in-progress","#,
      ])
    #expect(
      new == [#"      "galley:status": "done","#, #"      "galley:status": "open","#])
  }

  @Test("Two changed versions of a file of 1.1 merge with its members in place")
  func merge() throws {
    let text = try example()
    let base = try Sidecar(parsing: text)
    var (ours, theirs) = (base, base)
    ours.annotations[0].status = .done
    theirs.annotations[0].confidence = 0.5
    let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
    #expect(merge.conflicts.isEmpty)
    let merged = String(decoding: merge.sidecar.serialized(), as: UTF8.self)
    for member in ["galley:confirmation", "galley:edits", "galley:assignee", "galley:foreign"] {
      #expect(merged.contains("\"\(member)\""), "\(member)")
    }
    #expect(merge.sidecar.annotations[0].status == .done)
    #expect(merge.sidecar.annotations[0].confidence == 0.5)
  }

  @Test("A file of format 1.0 stays one when a mark changes")
  func earlierVersion() throws {
    let text = try bytes("Examples/glacier-wire.txt.annotations.json")
    var sidecar = try Sidecar(parsing: text)
    sidecar.annotations[0].note = "another note"
    let (gone, new) = changedLines(from: text, to: sidecar.serialized())
    #expect(new.contains { $0.contains("another note") })
    #expect(!(gone + new).contains { $0.contains("formatVersion") })
    let written = String(decoding: sidecar.serialized(), as: UTF8.self)
    #expect(written.contains(#""galley:formatVersion": "1.0""#))
  }

  @Test(
    "Files of this major version may be written, those of others may not",
    arguments: [
      ("\"1.0\"", false), ("\"1.1\"", false), ("\"1.9\"", false), ("\"2.0\"", true),
      ("\"0.9\"", true), ("\"10.0\"", true), ("1.1", true), ("null", true), ("\"\"", true),
    ])
  func majorVersions(version: String, isReadOnly: Bool) throws {
    #expect(try sidecar(version: version).isReadOnly == isReadOnly)
  }
}
