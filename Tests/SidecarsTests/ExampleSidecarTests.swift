// The sidecars in Examples are valid, and every mark in them stands in its article word for word.

import ArticleModel
import LosslessJSON
import Sidecars
import Testing

@Suite struct ExampleSidecarTests {
  static let root = #filePath.replacing(
    "Tests/SidecarsTests/ExampleSidecarTests.swift", with: "")
  static let suffix = ".annotations.json"

  static var names: [String] {
    let all = (try? PosixFileSystem().names(inFolder: root + "Examples")) ?? []
    return all.filter { $0.hasSuffix(suffix) }.sorted()
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    try #require(try PosixFileSystem().contents(of: Self.root + path))
  }

  @Test("There are at least eight articles of different kinds, one with several annotators")
  func corpus() throws {
    let articles = Set(
      try Self.names.map { try Sidecar(parsing: bytes("Examples/" + $0)).about.path })
    #expect(articles.count >= 8)
    #expect(Self.names.count(where: { $0.hasPrefix("ferry-levy-report.txt.") }) == 3)
  }

  @Test("Every sidecar holds to the schema, and is written back to the byte", arguments: names)
  func schema(name: String) throws {
    let schema = try JSONDocument(parsing: bytes("Documentation/sidecar.schema.json")).root.value()
    let text = try bytes("Examples/" + name)
    let value = try JSONDocument(parsing: text).root.value()
    #expect(SchemaValidator(schema: schema).faults(in: value) == [])
    let sidecar = try Sidecar(parsing: text)
    #expect(sidecar.unreadable.isEmpty)
    #expect(!sidecar.annotations.isEmpty)
    #expect(sidecar.serialized() == text)
  }

  @Test("Every mark stands where its sidecar says", arguments: names)
  func anchors(name: String) throws {
    let sidecar = try Sidecar(parsing: bytes("Examples/" + name))
    let path = try #require(sidecar.about.path)
    let text = ArticleText(utf8: try bytes("Examples/" + path))
    #expect(Digest(of: text) == sidecar.about.textDigest)
    let anchors = Anchoring.resolve(
      sidecar.annotations, in: Article(text: text, source: Article.Source(name: path)))
    for annotation in sidecar.annotations {
      #expect(anchors[annotation.id]?.allSatisfy { $0.state == .exact } == true, "\(annotation.id)")
    }
  }
}
