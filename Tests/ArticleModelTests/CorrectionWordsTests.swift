// Corrections are told in words, the decision first.

import ArticleModel
import Testing

@Suite struct CorrectionWordsTests {
  private func words(_ correction: Correction, _ targets: String...) -> String? {
    var annotation = Annotation(
      kind: .correction,
      targets: targets.map { AnnotationTarget(source: "a", passage: Passage(exact: $0)) })
    annotation.correction = correction
    return annotation.correctionInWords
  }

  @Test("Of a quotation it says whether it is one, who says it, and which words it has")
  func quotations() {
    #expect(
      words(Correction(.accepted, .quotation), "We  stay")
        == "a quotation, as it was found: “We stay”")
    #expect(words(Correction(.rejected, .quotation), "“We stay”") == "not a quotation: “We stay”")
    let ana = Correction(.corrected, .quotation, speaker: .named("Ana"))
    #expect(words(ana, "We stay") == "Ana says “We stay”")
    #expect(words(ana, "We stay", "We") == "Ana says “We”, not “We stay”")
    #expect(
      words(Correction(.corrected, .quotation, speaker: .nobody), "We stay")
        == "the article does not name who says “We stay”")
    #expect(
      words(Correction(.corrected, .quotation), "We stay", "We", "go")
        == "the quotation is “We … go”, not “We stay”")
    #expect(
      words(Correction(.corrected, .quotation), "We stay")
        == "a quotation that was missed: “We stay”")
  }

  @Test("Of a place it says whether it is one, and which one it is")
  func places() {
    let georgia = Correction.Place(name: "Georgia", country: "US")
    #expect(words(Correction(.accepted, .location), "Georgia") == "the right place: “Georgia”")
    #expect(words(Correction(.rejected, .location), "Reading") == "not a place: “Reading”")
    #expect(
      words(Correction(.corrected, .location, place: georgia), "Georgia")
        == "“Georgia” means Georgia, US")
    #expect(
      words(Correction(.corrected, .location), "New Georgia", "Georgia")
        == "the place is “Georgia”, not “New Georgia”")
  }

  @Test("In full it says what was found, what it is, and what it was taken for")
  func inFull() {
    func full(_ correction: Correction, of subject: String?, _ targets: String...) -> String? {
      var annotation = Annotation(
        kind: .correction,
        targets: targets.map { AnnotationTarget(source: "a", passage: Passage(exact: $0)) })
      annotation.correction = correction
      annotation.correction?.subject = subject
      return annotation.correctionInFull
    }
    let kim = Correction(.corrected, .quotation, speaker: .named("Kim Lee"))
    #expect(full(kim, of: "Ana", "We stay") == "speaker of “We stay”: Kim Lee, not Ana")
    #expect(full(kim, of: nil, "We stay") == "speaker of “We stay”: Kim Lee")
    #expect(
      full(kim, of: nil, "We stay", "We") == "speaker of “We stay”: Kim Lee; its words: “We”")
    let georgia = Correction.Place(name: "Georgia", country: "US")
    #expect(
      full(Correction(.corrected, .location, place: georgia), of: "Georgia, GE", "Georgia")
        == "place of “Georgia”: Georgia, US, not Georgia, GE")
    #expect(full(Correction(.rejected, .quotation), of: nil, "x") == "not a quotation: “x”")
  }

  @Test("What corrects nothing is not told")
  func marks() {
    #expect(Annotation(kind: .note, targets: []).correctionInWords == nil)
  }
}
