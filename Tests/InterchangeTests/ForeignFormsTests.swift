// Forms of files that other programs write and that are easily taken for something else.

import ArticleModel
import Interchange
import LosslessJSON
import Sidecars
import Testing

@Suite struct ForeignFormsTests {
  private static let text = "Ferry levy doubled\n\nThe port council doubled the levy on Monday.\n"

  private func plan(
    _ format: ImportFormat, _ file: String
  ) throws -> (entries: [ImportPlan.Entry], remarks: [String]) {
    let imported = try format.read(Array(file.utf8), knowing: MarkedCorpus.shelf)
    let plans = imported.groups.map {
      ImportPlan($0, into: Article(Self.text, name: "a.txt"), existing: [])
    }
    return (plans.flatMap(\.entries), imported.remarks + plans.flatMap(\.remarks))
  }

  private func words(_ entries: [ImportPlan.Entry]) -> [String?] {
    entries.map { $0.annotation.targets.first?.passage?.exact }
  }

  // MARK: Web Annotations

  private func item(_ target: String, _ rest: String = "") -> String {
    #"{"id": "urn:uuid:1", "type": "Annotation", "target": \#(target)\#(rest)}"#
  }

  @Test(
    "A target that nothing here can find is named and left out, never the whole article",
    arguments: [
      #"{"source": "a.txt", "selector": {"type": "XPathSelector", "value": "/p[1]"}}"#,
      #"{"source": "a.txt", "selector": "https://x.example/selector"}"#,
      #"{"source": "a.txt", "selector": []}"#, #"{"source": "a.txt", "selector": null}"#,
      #"{"source": "a.txt", "selector": {"type": "TextQuoteSelector", "exact": null}}"#,
      #"{"source": "a.txt", "selector": {"type": "TextQuoteSelector", "exact": ""}}"#,
      #"{"source": "a.txt", "selector": {"type": "TextPositionSelector", "start": null, "end": null}}"#,
      #"{"source": "a.txt", "selector": {"type": "CssSelector", "value": "p", "refinedBy": {"type": "TextPositionSelector", "start": 1, "end": 5}}}"#,
      #""a.txt#section-2""#, #""a.jpg#xywh=1,2,3,4""#,
      #"{"id": "https://x.example/a.jpg", "type": "Image"}"#,
      #"{"source": {"id": "https://x.example/a.jpg", "type": ["Image"]}}"#,
    ])
  func unreadable(target: String) throws {
    let plan = try plan(.w3c, "[" + item(target) + "]")
    #expect(plan.entries.isEmpty && plan.remarks.count == 1)
    #expect(plan.remarks.first?.hasPrefix("item 1 (urn:uuid:1) was left out: it ") == true)
  }

  @Test("What refines a selector says which words are meant")
  func refined() throws {
    let cases = [
      (
        #"{"type": "CssSelector", "value": "p", "refinedBy": {"type": "TextQuoteSelector", "exact": "port council"}}"#,
        "port council"
      ),
      (
        #"{"type": "TextQuoteSelector", "exact": "The port council", "suffix": " doubled", "refinedBy": {"type": "TextPositionSelector", "start": 4, "end": 8}}"#,
        "port"
      ),
      (
        #"{"type": "TextQuoteSelector", "exact": "doubled the levy on", "refinedBy": {"type": "TextQuoteSelector", "exact": "levy"}}"#,
        "levy"
      ),
      (
        #"{"type": "TextPositionSelector", "start": 20, "end": 36, "refinedBy": {"type": "TextPositionSelector", "start": 4, "end": 8}}"#,
        "port"
      ),
    ]
    for (selector, expected) in cases {
      let plan = try plan(.w3c, item(#"{"source": "a.txt", "selector": \#(selector)}"#))
      #expect(words(plan.entries) == [expected] && plan.entries.allSatisfy { $0.isPlaced })
      let start = plan.entries.first?.annotation.targets.first?.passage?.position?.start.value
      #expect(start.map { $0 >= 20 } == true)
    }
  }

  @Test("Words in an address are looked for; an address without any is the article")
  func addresses() throws {
    let plan = try plan(
      .w3c, item(#""https://x.example/a#:~:text=port%20council,-doubled""#))
    #expect(words(plan.entries) == ["port council"])
    let whole = try self.plan(.w3c, item(#""https://x.example/a""#)).entries
    #expect(whole.map { $0.annotation.targets.map(\.passage) } == [[nil]])
  }

  @Test(
    "Addresses that a link has for bodies are evidence; a tag without a purpose is one by its motivation"
  )
  func bodies() throws {
    let target =
      #"{"source": "a.txt", "selector": {"type": "TextQuoteSelector", "exact": "port council"}}"#
    for body in [
      #""https://log.example/1""#, #"{"id": "https://log.example/1"}"#,
      #"{"type": "TextualBody", "purpose": "linking", "value": "https://log.example/1"}"#,
    ] {
      let item = item(target, #", "motivation": "linking", "body": \#(body)"#)
      let mark = try #require(plan(.w3c, item).entries.first).annotation
      #expect(mark.kind == .evidence && mark.evidence.map(\.url) == ["https://log.example/1"])
    }
    let tagged = item(
      target, #", "motivation": "tagging", "body": {"type": "TextualBody", "value": "desk"}"#)
    #expect(try plan(.w3c, tagged).entries.first?.annotation.tags == ["desk"])
  }

  @Test(
    "Recogito: no source, ids of the file alone, a comment and its replies, two comments in one")
  func recogito() throws {
    let plan = try plan(
      .w3c,
      #"""
      [{"id": "#a1", "type": "Annotation", "body": [
          {"type": "TextualBody", "value": "First", "purpose": "commenting"},
          {"type": "TextualBody", "value": "Reply", "purpose": "replying", "creator": {"id": "https://x.example/ben", "name": "Ben"}},
          {"type": "TextualBody", "value": "ports", "purpose": "tagging"}],
        "target": {"selector": [{"type": "TextQuoteSelector", "exact": "port council"}]}},
       {"id": "#a2", "type": "Annotation", "body": [{"type": "TextualBody", "value": "One"}, {"type": "TextualBody", "value": "Two"}],
        "target": {"selector": [{"type": "TextPositionSelector", "start": 37, "end": 53}]}}]
      """#)
    #expect(words(plan.entries) == ["port council", nil, "doubled the levy"])
    let (mark, reply, second) = (
      plan.entries[0].annotation, plan.entries[1].annotation, plan.entries[2].annotation
    )
    #expect(mark.note == "First" && mark.tags == ["ports"])
    #expect(reply.kind == .reply && reply.repliesTo == mark.id && reply.note == "Reply")
    #expect(reply.creator == Creator(name: "Ben", id: "https://x.example/ben"))
    #expect(second.note == "One\n\nTwo")
    #expect(plan.entries.allSatisfy { $0.annotation.id.description.hasPrefix("urn:uuid:") })
  }

  @Test(
    "Readium: tags in a list; a position in a chapter is none in the article, and stays as it was")
  func readium() throws {
    let plan = try plan(
      .readium,
      #"""
      {"type": "AnnotationSet", "items": [
        {"id": "urn:uuid:1", "type": "Annotation", "body": {"type": "TextualBody", "value": "", "tags": ["a", "b"], "color": "red"},
         "target": {"source": "ch1.xhtml", "selector": [{"type": "TextQuoteSelector", "exact": "levy on Monday"}, {"type": "TextPositionSelector", "start": 3, "end": 7}]}},
        {"id": "urn:uuid:2", "type": "Annotation", "target": {"source": "ch2.xhtml", "selector": [
          {"type": "CssSelector", "value": "p"}, {"type": "TextPositionSelector", "start": 3, "end": 12}]}}]}
      """#)
    #expect(plan.entries[0].annotation.tags == ["a", "b"])
    #expect(plan.entries.map(\.isPlaced) == [true, false])
    #expect(words(plan.entries) == ["levy on Monday", ""])
    let kept = plan.entries[1].annotation.fullJSON["target"]?["selector"]?.elements
    #expect(kept?.contains { $0["start"]?.int == 3 && $0["end"]?.int == 12 } == true)
    #expect(kept?.contains { $0["type"]?.string == "CssSelector" } == true)
  }

  // MARK: Others

  @Test(
    "Hypothesis: what a group may read is private and keeps group and address; a page of many says so"
  )
  func hypothesis() throws {
    let plan = try plan(
      .hypothesis,
      #"""
      {"total": 143, "rows": [
        {"id": "a", "uri": "https://x.example/", "user": "acct:ana@h", "text": "", "group": "k3y", "links": {"html": "https://hypothes.is/a/a"},
         "permissions": {"read": ["group:k3y"]}, "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "port council"}]}]},
        {"id": "b", "uri": "https://x.example/", "user": "acct:ana@h", "text": "x", "group": "__world__",
         "permissions": {"read": ["group:__world__"]}, "target": [{"source": "https://x.example/"}]},
        {"id": "c", "uri": "https://x.example/", "user": "acct:ana@h", "text": "x",
         "target": [{"selector": [{"type": "RangeSelector", "startContainer": "/p[2]"}]}]}]}
      """#)
    #expect(plan.entries.map(\.annotation.isPrivate) == [true, false])
    let json = plan.entries[0].annotation.fullJSON
    #expect(json["galley:group"]?["name"]?.string == "k3y")
    #expect(json["via"]?.string == "https://hypothes.is/a/a")
    #expect(plan.remarks.count == 2 && plan.remarks[0].contains("3 of 143"))
  }

  @Test(
    "Label Studio: the answers of two annotators stay apart; choices and texts belong to their region"
  )
  func labelStudio() throws {
    func answer(_ id: Int, _ label: String) -> String {
      """
      {"id": \(id), "completed_by": \(id), "result": [
        {"id": "r", "type": "labels", "from_name": "l", "to_name": "t", "value": {"start": 24, "end": 36, "text": "port council", "labels": ["\(label)"]}},
        {"id": "r", "type": "choices", "from_name": "sure", "to_name": "t", "value": {"start": 24, "end": 36, "choices": ["yes"]}},
        {"id": "r", "type": "textarea", "from_name": "why", "to_name": "t", "value": {"start": 24, "end": 36, "text": ["Because."]}},
        {"id": "c", "type": "choices", "from_name": "tone", "to_name": "t", "value": {"choices": ["calm"]}},
        {"id": "b", "type": "rectanglelabels", "from_name": "box", "to_name": "i", "value": {"x": 1, "rectanglelabels": ["Car"]}}]}
      """
    }
    let text = Self.text.replacing("\n", with: "\\n")
    let plan = try plan(
      .labelstudio,
      "[{\"id\": 1, \"data\": {\"text\": \"\(text)\"}, \"annotations\": [\(answer(1, "A")), \(answer(2, "B"))]}]"
    )
    #expect(plan.entries.map { $0.annotation.tags.first } == ["A", "tone:calm", "B", "tone:calm"])
    #expect(plan.entries.allSatisfy { $0.outcome == .added })
    #expect(plan.entries[0].annotation.tags == ["A", "sure:yes"])
    #expect(plan.entries[0].annotation.note == "Because.")
    #expect(plan.entries[1].annotation.targets.map(\.passage) == [nil])
    #expect(plan.remarks.count == 2 && plan.remarks[0].contains("rectanglelabels"))
  }

  @Test("doccano: numbers for labels, entities beside empty labels; what has no place is named")
  func doccano() throws {
    let text = Self.text.replacing("\n", with: "\\n")
    func plan(_ rest: String) throws -> (entries: [ImportPlan.Entry], remarks: [String]) {
      try self.plan(.doccano, "{\"id\": 1, \"text\": \"\(text)\", \(rest)}")
    }
    let numbers = try plan(
      #""annotations": [{"label": 7, "start_offset": 24, "end_offset": 36, "user": 1}]"#)
    #expect(words(numbers.entries) == ["port council"])
    #expect(numbers.entries[0].annotation.tags == ["7"])
    let both = try plan(
      #""label": [], "entities": [{"label": "X", "start_offset": 24, "end_offset": 36}]"#)
    #expect(words(both.entries) == ["port council"])
    let lost = try plan(
      #""labels": [[24, 36, "X"], [1, 5, null], [9, 2, "turned"], [60, 999, "beyond"]]"#)
    #expect(words(lost.entries) == ["port council"] && lost.remarks.count == 3)
    #expect(throws: ImportProblem.self) {
      _ = try plan(#""spans": [{"start": 0, "end": 5, "label": "X"}]"#)
    }
  }

  @Test("slate: bare labels, characters, lines, links, the whole text, blanks that do not break")
  func slate() throws {
    let plan = try plan(
      .slate,
      "(2, 1) - ORG x\n((2, 1, 1), (2, 2, 2)) - z\n((0, 2), (2, 0)) - y\n() - all\n[(0, 0), (2, 5)] -\n"
    )
    #expect(words(plan.entries) == ["port", "ort cou", "doubled\n\nThe", nil, "Ferry"])
    #expect(plan.entries[0].annotation.tags == ["ORG", "x"])
    #expect(plan.entries[4].annotation.targets.count == 2 && plan.remarks.isEmpty)
    let imported = try ImportFormat.slate.read(
      Array("(0, 1) - x\n".utf8), knowing: MarkedCorpus.shelf)
    let article = Article("10\u{A0}km of road\n", name: "a.txt")
    let group = try #require(imported.groups.first)
    #expect(words(ImportPlan(group, into: article, existing: []).entries) == ["km"])
  }

  @Test("brat: a damaged line is named, the others are read; so is a file that begins with a mark")
  func brat() throws {
    let plan = try plan(.brat, "\u{FEFF}T1\tX 24 28\tport\nT2\tOrg\nT3\tX 29 36\tcouncil\n")
    #expect(words(plan.entries) == ["port", "council"])
    #expect(plan.remarks.count == 1 && plan.remarks[0].contains("T2"))
  }

  @Test("A table may be separated by semicolons or tabs", arguments: [";", "\t"])
  func tables(separator: String) throws {
    let file = "kind,exact,note\nhighlight,port council,from a table\n".replacing(
      ",", with: separator)
    let plan = try plan(.csv, file)
    #expect(words(plan.entries) == ["port council"])
    #expect(plan.entries[0].annotation.note == "from a table")
  }
}
