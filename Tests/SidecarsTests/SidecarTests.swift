// Annotations to JSON-LD and back, and everything that other programs may have written.

import ArticleModel
import Sidecars
import Testing

@Suite struct SidecarTests {
  let article = Article(
    "Harbour closes\n\nThe harbour was closed on Monday, officials said. Ferries 👩‍👩‍👧 sail again.\n",
    name: "harbour closes: 100 %.txt")

  private func passage(_ words: String) -> AnnotationTarget {
    let bytes = Array(words.utf8)
    let start = article.text.withBytes { text in
      text.indices.first { text[$0...].starts(with: bytes) } ?? 0
    }
    return AnnotationTarget(
      source: article.source.name,
      passage: Passage(of: TextSpan(start..<start + bytes.count), in: article))
  }

  private var full: Annotation {
    var annotation = Annotation(
      kind: .verification, targets: [passage("officials said"), passage("Harbour closes")],
      creator: Creator(name: "Ana", id: "urn:uuid:1"),
      created: Timestamp(secondsSinceEpoch: 1_700_000_000))
    annotation.terms = [
      TermReference(pack: "verification", group: "truth", term: "refuted", packVersion: "1.0"),
      TermReference(pack: "verification", group: "said", term: "accurate"),
    ]
    annotation.note = "Says *who*?\nLine two \"quoted\""
    annotation.tags = ["ports", "tag two"]
    var evidence = Evidence(url: "https://example.org/a?b=c%20d", stance: .refutes)
    evidence.archivedURL = "https://archive.example/1"
    evidence.accessed = Timestamp("2026-01-02T03:04:05Z")
    evidence.passage = "open"
    evidence.sourceKind = "primary"
    annotation.evidence = [evidence, Evidence(url: "https://example.org/b")]
    annotation.status = .needsSecondSource
    annotation.voice = "outlet"
    annotation.correction = Correction(
      .corrected, .location, speaker: .nobody,
      place: .init(name: "Georgia", country: "GE", latitude: 42, longitude: 43.5))
    annotation.confidence = 0.75
    annotation.isPrivate = true
    return annotation
  }

  private func sidecar(_ annotations: [Annotation]) -> Sidecar {
    var sidecar = Sidecar(
      about: ArticleDescription(of: article), generated: Timestamp(secondsSinceEpoch: 0))
    sidecar.annotations = annotations
    return sidecar
  }

  @Test("Every kind of annotation survives the way to the file and back")
  func roundTrip() throws {
    var annotations = [full]
    for kind in AnnotationKind.allCases {
      var annotation = Annotation(kind: kind, targets: [passage("closed")])
      if kind == .reply || kind == .link { annotation.repliesTo = full.id }
      annotations.append(annotation)
    }
    annotations.append(
      Annotation(
        kind: .bias, targets: [AnnotationTarget(source: article.source.name, passage: nil)]))
    let bytes = sidecar(annotations).serialized()
    let read = try Sidecar(parsing: bytes)
    #expect(read.annotations == annotations)
    #expect(read.about == ArticleDescription(of: article))
    #expect(read.unreadable.isEmpty && !read.isReadOnly)
    #expect(read.serialized() == bytes)
  }

  @Test("The file has one member a line, LF line ends and a final newline")
  func layout() {
    let text = String(decoding: sidecar([full]).serialized(), as: UTF8.self)
    #expect(text.hasSuffix("}\n") && !text.contains("\r"))
    #expect(text.contains("\n      \"galley:status\": \"needs-second-source\",\n"))
    #expect(text.contains("\n          \"source\": \"harbour%20closes%3A%20100%20%25.txt\","))
  }

  @Test("A change of one annotation changes its own lines only")
  func smallDifference() throws {
    var other = Annotation(kind: .note, targets: [passage("Monday")])
    other.note = "left alone"
    let before = sidecar([full, other]).serialized()
    var read = try Sidecar(parsing: before)
    read.annotations[0].status = .done
    let lines = { (bytes: [UInt8]) in
      String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }
    let difference = lines(read.serialized()).difference(from: lines(before))
    #expect(difference.insertions.count == 1 && difference.removals.count == 1)
  }

  @Test("What other programs wrote is understood, and kept to the byte when something else changes")
  func foreign() throws {
    let text = """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "custom": {"z": 1.50, "a": [ ]},
       "items": [
        {"id": "urn:x:1", "type": "Annotation", "x-mood": "\\u0041", "motivation": ["moderating"],
         "body": {"type": "TextualBody", "value": "hi", "x-b": 1e0},
         "target": {"source": "a.txt", "x-t": null, "selector": {"type": "TextQuoteSelector",
           "exact": "closed", "x-s": 00.0}}},
        42,
        {"id": "urn:x:2", "type": "Annotation", "target": "http://example.org/page"}
      ]}
      """.replacing("00.0", with: "0.00")
    var sidecar = try Sidecar(parsing: Array(text.utf8))
    #expect(sidecar.annotations.map(\.kind) == [.note, .highlight])
    #expect(sidecar.annotations[0].note == "hi")
    #expect(sidecar.annotations[1].targets[0].passage == nil)
    #expect(sidecar.unreadable.map(\.number) == [2])
    #expect(sidecar.serialized() == Array(text.utf8))
    sidecar.annotations[0].note = "ho"
    #expect(
      String(decoding: sidecar.serialized(), as: UTF8.self)
        == text.replacing("\"hi\"", with: "\"ho\""))
    sidecar.annotations.removeLast()
    let shorter = String(decoding: sidecar.serialized(), as: UTF8.self)
    #expect(shorter.contains("42") && !shorter.contains("urn:x:2"))
    #expect(shorter.contains("\"x-mood\": \"\\u0041\""))
  }

  @Test(
    "Items that cannot be read are listed with the reason and stay",
    arguments: [
      ("{}", "item 1: it has no \"id\""),
      (#"{"id": "a"}"#, "item 1 (a): it has no \"target\""),
      (#"{"id": "a", "id": "b", "target": "x"}"#, "item 1 (a): it has \"id\" twice"),
      (#"{"id": 1, "target": "x"}"#, "item 1: its \"id\" cannot be read"),
      (#"{"id": "a", "target": {"selector": []}}"#, "item 1 (a): its \"target\" cannot be read"),
      (
        #"{"id": "a", "target": {"source": "x", "selector": {"type": "SvgSelector"}}}"#,
        "item 1 (a): its \"selector\" cannot be read"
      ),
      ("null", "item 1: it is not an object"),
    ])
  func unreadable(item: String, reason: String) throws {
    let text = "{\"items\": [\(item)]}"
    var sidecar = try Sidecar(parsing: Array(text.utf8))
    #expect(sidecar.annotations.isEmpty)
    #expect(sidecar.unreadable.map(\.description) == [reason])
    sidecar.annotations = [full]
    #expect(String(decoding: sidecar.serialized(), as: UTF8.self).contains(item))
  }

  @Test("Two items with one id are not mixed up")
  func sameID() throws {
    let item = #"{"id": "a", "target": "x"}"#
    let sidecar = try Sidecar(parsing: Array("{\"items\": [\(item), \(item)]}".utf8))
    #expect(sidecar.annotations.count == 1)
    #expect(sidecar.unreadable.map(\.reason) == [.sameID])
  }

  @Test("A later major version is read only; a later minor one is not")
  func versions() throws {
    func isReadOnly(_ version: String) throws -> Bool {
      try Sidecar(parsing: Array("{\"galley:formatVersion\": \(version), \"items\": []}".utf8))
        .isReadOnly
    }
    #expect(try isReadOnly("\"2.0\""))
    #expect(try isReadOnly("10"))
    #expect(try !isReadOnly("\"1.7\""))
  }

  @Test(
    "What is no sidecar is refused",
    arguments: [
      "", "[]", "{}", "{\"items\": {}}", "{\"items\": [], \"items\": []}", "{\"items\": []",
    ])
  func refuses(text: String) {
    #expect(throws: SidecarError.self) { try Sidecar(parsing: Array(text.utf8)) }
  }

  @Test("An annotation that was deleted and brought back keeps what this version does not know")
  func broughtBack() throws {
    let item = #"{"id": "a", "target": "x", "x-unknown": 1.0}"#
    var first = try Sidecar(parsing: Array("{\"items\": [\(item)]}".utf8))
    let annotation = first.annotations[0]
    first.annotations = []
    var second = try Sidecar(parsing: first.serialized())
    second.annotations = [annotation]
    #expect(String(decoding: second.serialized(), as: UTF8.self).contains(item))
  }
}
