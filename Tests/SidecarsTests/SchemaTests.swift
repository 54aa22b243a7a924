// Sidecars that are written hold to the published schema, and the schema notices when they do not.

import ArticleModel
import LosslessJSON
import Sidecars
import TestSupport
import Testing

/// The part of JSON Schema (draft 2020-12) that the schema of sidecars uses.
struct SchemaValidator {
  let schema: JSONValue

  /// Where a value breaks the schema, as paths with the keyword; nothing when it holds.
  func faults(in value: JSONValue) -> [String] { faults(value, schema, "") }

  private func faults(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    if let reference = schema["$ref"]?.string, let name = reference.split(separator: "/").last {
      return faults(value, self.schema["$defs"]?[String(name)] ?? ["const": "missing"], path)
    }
    var faults: [String] = []
    func require(_ condition: Bool, _ keyword: String) {
      if !condition { faults.append("\(path): \(keyword)") }
    }
    if let type = schema["type"]?.string { require(isOf(type, value), "type \(type)") }
    if let constant = schema["const"] { require(value == constant, "const") }
    if let list = schema["enum"] { require(list.elements.contains(value), "enum") }
    if let number = value.double {
      if let least = schema["minimum"]?.double { require(number >= least, "minimum") }
      if let most = schema["maximum"]?.double { require(number <= most, "maximum") }
    }
    if let text = value.string {
      if let pattern = schema["pattern"]?.string, let regex = try? Regex(pattern) {
        require(text.contains(regex), "pattern")
      }
      if let least = schema["minLength"]?.int { require(text.count >= least, "minLength") }
    }
    if case .array(let elements) = value {
      if let least = schema["minItems"]?.int { require(elements.count >= least, "minItems") }
    }
    for name in schema["required"]?.elements.compactMap(\.string) ?? [] where value[name] == nil {
      if case .object = value { faults.append("\(path): required \(name)") }
    }
    return faults + inner(value, schema, path)
  }

  private func inner(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    var faults: [String] = []
    for member in schema["properties"]?.members ?? [] {
      guard let part = value[member.name] else { continue }
      faults += self.faults(part, member.value, "\(path)/\(member.name)")
    }
    if let items = schema["items"] {
      for (index, element) in value.elements.enumerated() {
        faults += self.faults(element, items, "\(path)/\(index)")
      }
    }
    let choices = schema["anyOf"]?.elements ?? []
    if !choices.isEmpty, !choices.contains(where: { self.faults(value, $0, path).isEmpty }) {
      faults.append("\(path): anyOf")
    }
    if let excluded = schema["not"], self.faults(value, excluded, path).isEmpty {
      faults.append("\(path): not")
    }
    return faults
  }

  private func isOf(_ type: String, _ value: JSONValue) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .array), ("string", .string), ("number", .number),
      ("boolean", .bool), ("null", .null):
      true
    case ("integer", .number(let number)): number.int != nil
    default: false
    }
  }
}

@Suite struct SchemaTests {
  let validator: SchemaValidator

  init() throws {
    let path = #filePath.replacing(
      "Tests/SidecarsTests/SchemaTests.swift", with: "Documentation/sidecar.schema.json")
    let bytes = try #require(try PosixFileSystem().contents(of: path))
    validator = SchemaValidator(schema: try JSONDocument(parsing: bytes).root.value())
  }

  private func written(_ annotations: [Annotation]) throws -> JSONValue {
    let desk = Desk(disk: SimulatedDisk())
    let session = try StoreSession(desk.store())
    for annotation in annotations { try session.apply(.insert(annotation)) }
    try session.store.close()
    return try JSONDocument(parsing: try desk.disk.contents(of: Desk.sidecar) ?? []).root.value()
  }

  @Test("A sidecar with every kind of mark holds to the schema")
  func valid() throws {
    let desk = Desk(disk: SimulatedDisk())
    let full = AnnotationKind.allCases.map { kind in
      var annotation = desk.mark(kind.rawValue, note: "a note")
      annotation.kind = kind
      annotation.creator = Creator(name: "Ana", id: "urn:uuid:1")
      annotation.created = Timestamp(secondsSinceEpoch: 1_700_000_000)
      annotation.modified = annotation.created
      annotation.terms = [TermReference(pack: "bias", group: "wording", term: "loaded-term")]
      annotation.tags = ["a tag"]
      annotation.evidence = [Evidence(url: "https://example.org/", stance: .supports)]
      annotation.confidence = 0.5
      annotation.voice = "outlet"
      annotation.isPrivate = kind == .note
      if kind == .correction {
        annotation.correction = Correction(
          .corrected, .location, speaker: .nobody,
          place: .init(name: "Georgia", country: "GE", latitude: 42, longitude: 43.5))
      }
      if kind == .reply || kind == .review { annotation.repliesTo = AnnotationID("urn:uuid:2") }
      if kind == .tag { annotation.targets.append(AnnotationTarget(source: "a b", passage: nil)) }
      return annotation
    }
    #expect(try validator.faults(in: written(full)) == [])
  }

  @Test("The schema names the kinds and motivations of the table")
  func kinds() {
    let mark = validator.schema["$defs"]?["annotation"]?["properties"]
    let kinds = mark?["galley:kind"]?["examples"]?.elements.compactMap(\.string)
    #expect(kinds == AnnotationKind.allCases.map(\.rawValue))
    let motivations = mark?["motivation"]?["examples"]?.elements.compactMap(\.string) ?? []
    #expect(Set(motivations) == Set(AnnotationKind.allCases.map(\.motivation)))
  }

  @Test(
    "The schema notices what is wrong",
    arguments: [
      ("type", "\"AnnotationPage\"", "/type: const"),
      ("items", "[\"x\"]", "/items/0: type object"),
      ("generated", "\"yesterday\"", "/generated: pattern"),
      ("about", "{\"galley:path\": \"/home/ana/article.txt\"}", "/about/galley:path: pattern"),
      ("about", "{\"galley:codePoints\": -1}", "/about/galley:codePoints: minimum"),
    ])
  func invalid(member: String, value: String, fault: String) throws {
    guard case .object(var object) = try written([Desk(disk: SimulatedDisk()).mark("a")]) else {
      Issue.record("no object was written")
      return
    }
    object[member] = try JSONValue(parsing: value)
    #expect(validator.faults(in: .object(object)).contains(fault))
  }

  @Test(
    "Annotations as other programs write them hold to the schema",
    arguments: [
      #"{"id": "x:1", "type": "Annotation", "target": "https://a.example/"}"#,
      #"{"id": "x:1", "type": ["Annotation"], "motivation": ["tagging", "commenting"], "body": "https://b.example/", "target": {"id": "https://a.example/v", "type": "Video"}}"#,
      #"{"id": "x:1", "type": "Annotation", "creator": "https://people.example/ana", "body": {"type": "TextualBody", "value": "so", "language": "fr"}, "target": {"source": "a.txt", "selector": {"type": "CssSelector", "value": "p"}}}"#,
      #"{"id": "x:1", "type": "Annotation", "creator": {"type": "Organization", "name": "Desk"}, "body": [{"type": "TextualBody", "purpose": "describing", "value": "so"}, {"type": "Choice", "items": []}], "target": {"source": "a.txt"}}"#,
      #"{"id": "x:1", "type": "Annotation", "body": [{"type": "TextualBody", "purpose": "tagging", "value": "so", "format": "text/html"}, {"type": "SpecificResource", "purpose": "classifying", "source": "https://terms.example/x"}], "target": {"source": "a.txt"}}"#,
    ])
  func foreign(annotation: String) throws {
    #expect(try faults(in: annotation) == [])
  }

  @Test(
    "Annotations that Galley would not write, nor any program that keeps to the model, are noticed",
    arguments: [
      #"{"type": "Annotation", "target": "https://a.example/"}"#,
      #"{"id": "x:1", "type": "Annotation"}"#,
      #"{"id": "x:1", "type": "Annotation", "target": {"selector": {"type": "CssSelector"}}}"#,
      #"{"id": "x:1", "type": "Annotation", "target": {"source": "a", "selector": [{"type": "TextQuoteSelector"}]}}"#,
      #"{"id": "x:1", "type": "Annotation", "target": "x:a", "body": [{"type": "SpecificResource", "purpose": "classifying", "source": "galley:bias"}]}"#,
      #"{"id": "x:1", "type": "Annotation", "target": "x:a", "body": [{"type": "SpecificResource", "purpose": "linking", "source": "x:b", "galley:stance": "likes"}]}"#,
      #"{"id": "x:1", "type": "Annotation", "target": "x:a", "galley:status": "almost"}"#,
    ])
  func wrong(annotation: String) throws {
    #expect(try !faults(in: annotation).isEmpty)
  }

  private func faults(in annotation: String) throws -> [String] {
    let items = try JSONValue(parsing: "[\(annotation)]")
    guard case .object(var object) = try written([Desk(disk: SimulatedDisk()).mark("a")]) else {
      return ["no object was written"]
    }
    object["items"] = items
    return validator.faults(in: .object(object))
  }
}
