// Names of new things: from outside, and of the form that the standard asks for.

import ArticleModel
import Testing

@Suite struct IdentifierSourceTests {
  @Test("Names that are counted are the same each time, and copies go on counting together")
  func counting() {
    let (first, second) = (IdentifierSource.counting(), IdentifierSource.counting())
    let copy = first
    let names = [first.annotationID(), copy.annotationID(), first.annotationID()]
    #expect(names == (0..<3).map { _ in second.annotationID() })
    #expect(Set(names).count == 3)
  }

  @Test("A name is a UUID of version 4, whatever the bits", arguments: [0, 1, UInt64.max])
  func form(_ bits: UInt64) {
    let name = IdentifierSource { bits }.annotationID().description
    #expect(name.hasPrefix("urn:uuid:") && name.count == 45)
    let groups = name.dropFirst(9).split(separator: "-")
    #expect(groups.map(\.count) == [8, 4, 4, 4, 12])
    #expect(groups[2].hasPrefix("4"))
    #expect(groups[3].first.map { "89ab".contains($0) } == true)
    #expect(AnnotationID(name).description == name)
  }

  @Test("Random names differ")
  func random() {
    #expect(Set((0..<1000).map { _ in IdentifierSource.random.annotationID() }).count == 1000)
  }
}
