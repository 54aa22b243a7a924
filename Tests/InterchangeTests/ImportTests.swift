// Files of other programs, small ones in the forms that these write.

import ArticleModel
import Interchange
import Testing

@Suite struct ImportTests {
  let article = Article(MarkedCorpus.text, name: "a.txt")

  private func plan(_ format: ImportFormat, _ text: String) throws -> ImportPlan {
    let file = try format.read(Array(text.utf8), knowing: MarkedCorpus.shelf)
    return ImportPlan(
      try #require(file.groups.first), into: article, existing: [])
  }

  @Test("Hypothesis: words, note, tags, who, when, replies, marks for oneself")
  func hypothesis() throws {
    let plan = try plan(
      .hypothesis,
      """
      {"total": 2, "rows": [
        {"id": "abc", "created": "2026-01-02T03:04:05.678901+00:00", "updated": "2026-01-03T03:04:05.1+00:00",
         "user": "acct:ana@hypothes.is", "user_info": {"display_name": "Ana Lopes"},
         "uri": "https://post.example/a", "text": "Which?", "tags": ["desk", "bias/wording/loaded-term"],
         "permissions": {"read": ["acct:ana@hypothes.is"]},
         "target": [{"source": "https://post.example/a", "selector": [
           {"type": "RangeSelector", "startContainer": "/p[1]"},
           {"type": "TextPositionSelector", "start": 999, "end": 1013},
           {"type": "TextQuoteSelector", "exact": "ferries sailed", "prefix": "The ", "suffix": ", 日"}]}]},
        {"id": "def", "created": "2026-01-02T04:04:05+00:00", "user": "acct:ben@hypothes.is",
         "uri": "https://post.example/a", "text": "Those.", "references": ["abc"], "tags": [],
         "permissions": {"read": ["group:__world__"]}, "target": [{"source": "https://post.example/a"}]}]}
      """)
    let (mark, reply) = (plan.entries[0].annotation, plan.entries[1].annotation)
    #expect(plan.entries.allSatisfy { $0.isPlaced })
    #expect(
      mark.kind == .bias && mark.terms.map(\.term) == ["loaded-term"] && mark.tags == ["desk"])
    #expect(mark.note == "Which?" && mark.isPrivate)
    #expect(mark.creator == Creator(name: "Ana Lopes", id: "acct:ana@hypothes.is"))
    #expect(mark.created == Timestamp("2026-01-02T03:04:05Z"))
    let start = mark.targets.first?.passage?.position?.start
    #expect(
      start
        == article.text.places(of: "ferries sailed").first.map {
          article.text.codePointOffset(of: $0.start)
        })
    #expect(reply.kind == .reply && reply.repliesTo == mark.id && !reply.isPrivate)
    #expect(reply.targets.isEmpty && reply.creator?.name == "ben")
  }

  @Test("Readium: a set with a coloured highlight and a tagged note")
  func readium() throws {
    let plan = try plan(
      .readium,
      """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:uuid:1", "type": "AnnotationSet",
       "about": {"dc:title": "Harbour"}, "items": [
        {"id": "urn:uuid:2", "type": "Annotation", "created": "2026-01-02T03:04:05Z", "motivation": "highlighting",
         "target": {"source": "chapter1.xhtml", "selector": [
           {"type": "TextQuoteSelector", "exact": "is closed", "prefix": "harbour "}]},
         "body": {"type": "TextualBody", "value": "", "color": "yellow", "tag": "teacher"}}]}
      """)
    let mark = try #require(plan.entries.first).annotation
    #expect(mark.kind == .highlight && mark.tags == ["teacher"])
    #expect(mark.targets.map(\.source) == ["a.txt"])
    #expect(mark.targets.first?.passage?.position != nil)
  }

  @Test("Web Annotations: a page, a list, one alone, a body in one member, a fragment for a place")
  func webAnnotations() throws {
    let one = """
      {"type": "Annotation", "bodyValue": "A comment", "target": {"source": "http://example.org/a",
       "selector": {"type": "FragmentSelector", "conformsTo": "http://tools.ietf.org/rfc/rfc5147",
       "value": "char=0,7"}}}
      """
    for text in [one, "[\(one)]", "{\"type\": \"AnnotationPage\", \"items\": [\(one)]}"] {
      let mark = try #require(try plan(.w3c, text).entries.first).annotation
      #expect(mark.kind == .note && mark.note == "A comment")
      #expect(mark.targets.first?.passage?.exact == "Harbour")
    }
    let ids = try [one, one].map { try plan(.w3c, $0).entries[0].annotation.id }
    #expect(ids[0] == ids[1])
  }

  @Test("brat: types, notes, attributes, words in two pieces")
  func brat() throws {
    let text = """
      T1\tbias_wording_euphemism 52 58\tclosed
      #1\tAnnotatorNotes T1\tsays who?
      T2\tSource 0 7;15 20\tHarbour – but
      A1\tNegation T2
      A2\tSure T2 low
      """
    let plan = try plan(.brat, text)
    let marks = plan.entries.map(\.annotation)
    #expect(marks[0].kind == .bias && marks[0].note == "says who?")
    #expect(marks[0].targets.first?.passage?.exact.count == 6)
    #expect(marks[1].tags == ["Source", "Negation", "Sure:low"])
    #expect(marks[1].targets.count == 2)
  }

  @Test("doccano: both forms of labels, in lines and in an array")
  func doccano() throws {
    let text = MarkedCorpus.text.replacing("\n", with: "\\n")
    let old = "{\"id\": 1, \"text\": \"\(text)\", \"label\": [[0, 7, \"PLACE\"]]}"
    let new = """
      [{"id": 1, "text": "\(text)", "entities": [{"id": 3, "label": "bias/wording/loaded-term",
        "start_offset": 0, "end_offset": 7}], "relations": [], "Comments": []}]
      """
    let place = try #require(plan(.doccano, old).entries.first).annotation
    #expect(place.kind == .tag && place.tags == ["PLACE"])
    #expect(place.targets.first?.passage?.exact == "Harbour")
    #expect(try plan(.doccano, new).entries.first?.annotation.kind == .bias)
  }

  @Test("Label Studio: several annotators of a task, skipped answers left out")
  func labelStudio() throws {
    func answer(_ who: Int, _ cancelled: Bool) -> String {
      """
      {"id": \(who), "completed_by": \(who), "was_cancelled": \(cancelled), "result": [{"id": "r\(who)",
       "type": "labels", "from_name": "label", "to_name": "text",
       "value": {"start": 0, "end": 7, "text": "Harbour", "labels": ["question"]}}]}
      """
    }
    let plan = try plan(
      .labelstudio,
      """
      [{"id": 5, "data": {"text": "\(MarkedCorpus.text.replacing("\n", with: "\\n"))"},
        "annotations": [\(answer(1, false)), \(answer(2, false)), \(answer(3, true))]}]
      """)
    #expect(
      plan.entries.map { $0.annotation.creator?.name } == [
        "Label Studio user 1", "Label Studio user 2",
      ])
    #expect(plan.entries.allSatisfy { $0.annotation.kind == .question && $0.outcome == .added })
  }

  @Test("slate: a line, a word, words of a line, a link of lines")
  func slate() throws {
    let text = "0 - label:a\n(2, 1) - label:a label:b\n((2, 0), (2, 3)) - label:question\n0 2 - \n"
    let plan = try plan(.slate, text)
    let marks = plan.entries.map(\.annotation)
    #expect(
      marks.map { $0.targets.first?.passage?.exact } == [
        "Harbour closes – but ferries sail", "harbour", "“The harbour is closed,”",
        "Harbour closes – but ferries sail",
      ])
    #expect(marks[1].tags == ["a", "b"])
    #expect(marks[2].kind == .question)
    #expect(marks[3].targets.count == 2 && marks[3].tags == ["link"])
  }

  @Test(
    "What is not the format is refused with what is missing",
    arguments: [
      (ImportFormat.hypothesis, "{}"), (.w3c, "{\"a\": 1}"), (.w3c, "no json"),
      (.csv, "a,b\n1,2\n"),
      (.doccano, "{\"label\": []}"), (.labelstudio, "[{\"text\": \"x\"}]"), (.slate, "some words"),
      (.brat, "T1\tX 5 2\tx"), (.readium, "["),
    ])
  func refused(format: ImportFormat, text: String) {
    #expect(throws: ImportProblem.self) {
      _ = try format.read(Array(text.utf8), knowing: MarkedCorpus.shelf)
    }
  }

  @Test("Bytes of chance crash no reader")
  func arbitrary() {
    var chance = MarkedBytes(seed: 7)
    for format in ImportFormat.allCases {
      for _ in 0..<200 {
        let bytes = chance.bytes()
        if let file = try? format.read(bytes, knowing: MarkedCorpus.shelf) {
          for group in file.groups {
            let plan = ImportPlan(group, into: article, existing: [])
            #expect(plan.entries.count + plan.remarks.count == group.count)
          }
        }
      }
    }
  }
}
