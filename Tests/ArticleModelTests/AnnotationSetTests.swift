// Sets of annotations: order, undo, and work that grows with the number of marks and no faster.

import TestSupport
import Testing

@testable import ArticleModel

@Suite struct AnnotationSetTests {
  private func mark(_ name: String, note: String = "") -> Annotation {
    var mark = Annotation(id: AnnotationID(name), kind: .note, targets: [])
    mark.note = note
    return mark
  }

  private func names(_ set: AnnotationSet) -> String {
    set.annotations.map(\.id.description).joined(separator: " ")
  }

  @Test("Undo puts what was taken out back in its place, in whatever order it went")
  func places() {
    var set = AnnotationSet(["a", "b", "c", "d"].map { mark($0) })
    for name in ["b", "a", "d"] { set.apply(Change("", [.remove(mark(name))])) }
    #expect(names(set) == "c" && set[AnnotationID("a")] == nil)
    set.apply(Change("", [.insert(mark("e"))]))
    #expect(names(set) == "c e")
    _ = set.undo()
    for expected in ["c d", "a c d", "a b c d"] {
      _ = set.undo()
      #expect(names(set) == expected)
    }
    while set.redo() != nil {}
    #expect(names(set) == "c e")
  }

  @Test("A copy keeps what it held")
  func copies() {
    var set = AnnotationSet([mark("a")])
    let before = set
    set.apply(
      Change("", [.replace(old: mark("a"), new: mark("a", note: "x")), .insert(mark("b"))]))
    #expect(names(before) == "a" && before[AnnotationID("a")]?.note == "")
    #expect(names(set) == "a b" && set[AnnotationID("a")]?.note == "x")
  }

  @Test("A mark that is not there is not replaced, and one that is there is not doubled")
  func absent() {
    var set = AnnotationSet([mark("a"), mark("a", note: "second")])
    #expect(names(set) == "a" && set[AnnotationID("a")]?.note == "")
    set.apply(Change("", [.replace(old: mark("b"), new: mark("b")), .remove(mark("c"))]))
    set.apply(Change("", [.insert(mark("a", note: "third"))]))
    #expect(names(set) == "a" && set[AnnotationID("a")]?.note == "third")
  }

  @Test(
    "A name is kept as it is written, and those that are equal are written alike",
    arguments: [
      "urn:uuid:5e1f0a0e-6f0a-4c39-8f3a-0f5a4f8b7a11",
      "urn:uuid:5E1F0A0E-6F0A-4C39-8F3A-0F5A4F8B7A11",
      "urn:uuid:5e1f0a0e6f0a4c398f3a0f5a4f8b7a11", "urn:uuid:", "", "https://example.org/a#1",
      "urn:uuid:00000000-0000-0000-0000-000000000000",
      "urn:uuid:5e1f0a0e-6f0a-4c39-8f3a-0f5a4f8b7a1g",
      "urn:uuid:5e1f0a0e-6f0a-4c39-8f3a-0f5a4f8b7a11 ",
      "URN:UUID:5e1f0a0e-6f0a-4c39-8f3a-0f5a4f8b7a11",
      "urn:uuid:5e1f0a0e+6f0a-4c39-8f3a-0f5a4f8b7a11",
    ])
  func identifiers(_ uri: String) {
    #expect(AnnotationID(uri).description == uri)
    #expect(AnnotationID(uri) == AnnotationID(uri))
    #expect(AnnotationID(uri) != AnnotationID("urn:uuid:5e1f0a0e-6f0a-4c39-8f3a-0f5a4f8b7a12"))
  }

  /// The seconds that it takes to change so many marks one by one, to undo that and to list them, for each
  /// of them.
  private func work(marks count: Int, tries: Int) -> Double {
    let marks = (0..<count).map { mark("urn:uuid:00000000-0000-4000-8000-\(100_000_000_000 + $0)") }
    let changes = marks.map { Change("", [.remove($0)]) }
    return processorSeconds(tries: tries) {
      var set = AnnotationSet(marks)
      for change in changes { set.apply(change) }
      while set.undo() != nil {}
      #expect(set.annotations.count == count)
    } / Double(count)
  }

  @Test("A hundred thousand marks take no more work each than a thousand")
  func linear() {
    let few = work(marks: 1000, tries: 5)
    let many = work(marks: 100_000, tries: 1)
    #expect(many < 5 * few, "\(many / few) times the work for each mark")
  }
}
