// The table of kinds: what each row says holds for sidecars that others wrote too.

import Testing

@testable import ArticleModel

@Suite struct AnnotationKindTests {
  @Test("A motivation stands for the kind that writes it, one kind each way of pointing")
  func motivations() {
    for kind in AnnotationKind.listed {
      let points = kind.row.use.pointsAtAnnotation
      #expect(AnnotationKind(motivation: kind.motivation, pointsAtAnnotation: points) == kind)
    }
    let read = ["describing", "moderating", "bookmarking", "identifying", "linking", "nothing"]
      .map { AnnotationKind(motivation: $0, pointsAtAnnotation: false) }
    #expect(read == [.note, .note, .highlight, .tag, .evidence, nil])
    #expect(AnnotationKind(motivation: "linking", pointsAtAnnotation: true) == .link)
    #expect(AnnotationKind(motivation: "moderating", pointsAtAnnotation: true) == .review)
  }

  @Test("Letters in the margin tell kinds apart")
  func letters() {
    #expect(Set(AnnotationKind.allCases.map(\.gutterLetter)).count == AnnotationKind.allCases.count)
  }
}
