// What of a sidecar goes to others: all but what is private, and what answers it.

import ArticleModel
import Sidecars
import Testing

@Suite struct SharedSidecarTests {
  private func item(_ number: Int, _ more: String = "", target: String = "{\"source\": \"a.txt\"}")
    -> String
  {
    """
    {"id": "urn:uuid:00000000-0000-4000-8000-00000000000\(number)", "type": "Annotation",
      "motivation": "commenting"\(more), "target": \(target)}
    """
  }

  private func target(_ number: Int) -> String {
    "\"urn:uuid:00000000-0000-4000-8000-00000000000\(number)\""
  }

  private func sidecar(_ items: [String]) throws -> Sidecar {
    let text = "{\"other:member\": 1.50, \"items\": [\(items.joined(separator: ",\n"))]}"
    return try Sidecar(parsing: Array(text.utf8))
  }

  @Test("A sidecar without private marks goes out byte for byte")
  func untouched() throws {
    let sidecar = try sidecar([item(1, ", \"other:x\": 1.0e2"), item(2)])
    let shared = sidecar.shared()
    #expect(shared.bytes == sidecar.serialized())
    #expect(shared.withheld.ids.isEmpty && shared.unreadable == 0)
  }

  @Test("A private mark stays out, with the answers to it and the answers to these")
  func answers() throws {
    let sidecar = try sidecar([
      item(1, ", \"galley:visibility\": \"private\", \"other:x\": \"secret\""), item(2),
      item(3, ", \"galley:kind\": \"reply\"", target: target(1)),
      item(4, ", \"galley:kind\": \"review\"", target: target(3)),
      item(5, ", \"galley:kind\": \"reply\"", target: target(2)),
    ])
    let shared = sidecar.shared()
    #expect(shared.withheld.privateMarks == 1 && shared.withheld.answers == 2)
    let text = String(decoding: shared.bytes, as: UTF8.self)
    #expect(!text.contains("secret") && !text.contains("private"))
    #expect(text.contains("\"other:member\": 1.50"))
    let left = try Sidecar(parsing: shared.bytes).annotations.map(\.id.description.last)
    #expect(left == ["2", "5"])
  }

  @Test("A mark for a group is private, and so is an item that only its own version can read")
  func others() throws {
    let sidecar = try sidecar([
      item(1, ", \"galley:group\": {\"name\": \"Desk\"}"), item(2),
      "{\"type\": \"Future\", \"galley:visibility\": \"private\", \"words\": \"secret\"}",
      "{\"type\": \"Future\", \"words\": \"open\"}",
    ])
    let shared = sidecar.shared()
    #expect(shared.withheld.privateMarks == 1 && shared.unreadable == 1)
    let text = String(decoding: shared.bytes, as: UTF8.self)
    #expect(!text.contains("secret") && !text.contains("Desk") && text.contains("open"))
  }

  @Test("What a journal has that the file does not goes out, as far as it is public")
  func journal() throws {
    let sidecar = try sidecar([item(1)])
    var mine = Annotation(kind: .note, targets: [AnnotationTarget(source: "a.txt", passage: nil)])
    mine.note = "fresh"
    var secret = Annotation(kind: .note, targets: mine.targets)
    (secret.note, secret.isPrivate) = ("hidden", true)
    let shared = sidecar.shared(having: sidecar.annotations + [mine, secret])
    let text = String(decoding: shared.bytes, as: UTF8.self)
    #expect(text.contains("fresh") && !text.contains("hidden"))
  }

  @Test("The moment of handing in is kept in the description, and raises the version of the file")
  func handedIn() throws {
    let article = Article("Harbour closes\n\nIt closed.\n", name: "a.txt")
    var sidecar = Sidecar(
      about: ArticleDescription(of: article), generated: Timestamp("2026-03-01"))
    sidecar.about.language = nil
    let before = sidecar.serialized()
    sidecar.about.handedIn = Timestamp("2026-03-02T10:00:00Z")
    let read = try Sidecar(parsing: sidecar.serialized())
    #expect(read.about.handedIn == Timestamp("2026-03-02T10:00:00Z"))
    #expect(try Sidecar(parsing: before).about.handedIn == nil)
    #expect(
      String(decoding: sidecar.serialized(), as: UTF8.self)
        .contains("\"galley:formatVersion\": \"1.1\""))
  }
}
