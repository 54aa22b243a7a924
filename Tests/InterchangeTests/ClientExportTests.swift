// What other programs need of an export, as they were seen to fail without it.

import ArticleModel
import Corpus
import Interchange
import LosslessJSON
import Sidecars
import TestSupport
import Testing

@Suite struct ClientExportTests {
  let desk: MarkedCorpus

  init() throws { desk = try MarkedCorpus() }

  private func text(
    _ format: ExportFormat, _ marks: [Annotation], publishedAt page: String? = nil
  ) throws -> String {
    let sidecar = try desk.annotated(desk.article(), marks)
    let export = Export(
      format, of: desk.corpus([sidecar]), labelledBy: MarkedCorpus.shelf,
      generated: Timestamp("2026-03-04T05:06:07Z"), publishedAt: page)
    return try #require(export.files.first).text
  }

  private func mark(_ words: String?, _ kind: AnnotationKind = .highlight) throws -> Annotation {
    try MarkedCorpus.mark(words, kind, in: desk.article())
  }

  @Test("Tasks of Label Studio and their answers have numbers, for its converter asks for them")
  func labelStudio() throws {
    let task = try JSONValue(parsing: text(.labelstudio, [mark("ferries")]))[0]
    #expect(task?["id"]?.int == 1)
    #expect(task?["annotations"]?[0]?["id"]?.int == 1)
    #expect(task?["annotations"]?[0]?["was_cancelled"]?.bool == false)
  }

  @Test("An annotation on a line has the context that gives its members a meaning")
  func context() throws {
    let line = try JSONValue(parsing: text(.jsonl, [mark("ferries")]))
    #expect(line["@context"]?[0]?.string == "http://www.w3.org/ns/anno.jsonld")
    let names = line["@context"]?[1]
    #expect(names?["galley"]?.string == "urn:galley:ns#")
    let w3c = try JSONValue(parsing: text(.w3c, [mark("ferries")]))
    #expect(w3c["@context"] == line["@context"])
    #expect(w3c["first"]?["items"]?[0]?["@context"] == nil)
  }

  @Test(
    "A sidecar says what a set and its “about” mean, so that linked data keep title and digests")
  func setContext() throws {
    let article = try desk.article()
    let sidecar = Sidecar(
      about: ArticleDescription(of: article), generated: Timestamp("2026-03-04T05:06:07Z"))
    let json = try JSONValue(parsing: sidecar.serialized())
    #expect(json["@context"]?[1]?["AnnotationSet"]?.string == "galley:AnnotationSet")
    #expect(json["@context"]?[1]?["about"]?.string == "galley:about")
  }

  @Test(
    "Words that a spreadsheet would make a number or a date of begin with an apostrophe and come back",
    arguments: [
      "1/2", "May 5", "March 2026", "12.50", "007", "1e5", "TRUE", "12:30", "5 pm", "$5", "½",
      "Tuesday, March 3, 2026", "'1/2", "3–4",
    ])
  func dates(note: String) throws {
    var mark = try mark("ferries", .note)
    mark.note = note
    let csv = try text(.csv, [mark])
    let cell = note.contains(",") ? "\"'\(note)\"" : "'\(note)"
    #expect(csv.contains(",\(cell),"))
    #expect(csv.contains(",1 of 1,"))
    let read = try ImportFormat.csv.read(Array(csv.utf8), knowing: MarkedCorpus.shelf)
    let plan = ImportPlan(try #require(read.groups.first), into: try desk.article(), existing: [])
    #expect(plan.entries.first?.annotation.note == note)
  }

  @Test("Columns to count with, and sentences, stay as they are")
  func plainCells() throws {
    var mark = try mark("It cost 12 percent.", .note)
    mark.note = "The pier cost 5 million more than that."
    mark.confidence = 0.25
    let csv = try text(.csv, [mark])
    #expect(csv.contains(",The pier cost 5 million more than that.,"))
    #expect(csv.contains(",0.25,") && csv.contains(",2026-03-02,"))
  }

  // MARK: Text fragments

  @Test(
    "A link to a passage scrolls to it, also over paragraphs and from the middle of a word",
    arguments: [
      ("The ferries sailed", "The%20ferries%20sailed"),
      (
        "ferries sail\n\n“The harbour is closed", "but%20ferries%20sail,The%20harbour%20is%20closed"
      ),
      ("erries saile", "ferries%20sailed"),
    ])
  func fragments(words: String, fragment: String) throws {
    let text = try text(.markdown, [mark(words)])
    let expected = fragment.replacing("but%20", with: "").replacing(
      ",The", with: ",%E2%80%9CThe")
    #expect(text.contains("#:~:text=\(expected)>"))
  }

  @Test("A long passage is named by its first and its last words")
  func longFragment() throws {
    let words = "The ferries sailed, 日本 included.\n\nThe harbour office “regrets” <the closure>"
    let text = try text(.markdown, [mark(words)])
    let pattern =
      "#:~:text=The%20ferries%20sailed%2C%20%E6%97%A5%E6%9C%AC%20included.,The%20harbour"
    #expect(text.contains(pattern))
  }

  // MARK: Fact-checks

  @Test(
    "A review has an address of its own on the page that it is published on, as the report has it")
  func reviewAddress() throws {
    var claim = try mark("It cost 12 percent.", .verification)
    claim.terms = [TermReference(pack: "verification", group: "truth", term: "refuted")]
    let page = "https://desk.example/checks"
    let reviews = try JSONValue(parsing: text(.claimreview, [claim], publishedAt: page))
    let url = try #require(reviews["@graph"]?[0]?["url"]?.string)
    #expect(url == "\(page)#mark-\(claim.id.short)")
    #expect(try text(.html, [claim]).contains("id=\"mark-\(claim.id.short)\""))
    #expect(try JSONValue(parsing: text(.claimreview, [claim]))["@graph"]?[0]?["url"] == nil)
  }

  // MARK: Replies

  private func reply(_ note: String, to parent: Annotation, by name: String) -> Annotation {
    var reply = Annotation(kind: .reply, targets: [], creator: Creator(name: name))
    (reply.repliesTo, reply.note) = (parent.id, note)
    return reply
  }

  @Test("A reply in a colleague's file stands below the mark that it answers")
  func acrossSidecars() throws {
    let article = try desk.article()
    let first = try mark("ferries sail", .note)
    let second = try mark("It cost", .note)
    let ana = try desk.annotated(article, [first, second])
    let path = "\(article.source.path ?? "").ben.json"
    let store = SidecarStore(article: article, sidecarPath: path)
    var set = try store.open().annotations
    let answer = reply("Which year?", to: first, by: "Ben")
    let change = Change(
      "replied", [.insert(answer), .insert(reply("2019", to: answer, by: "Cho"))])
    set.apply(change)
    try store.record(change, resulting: set)
    try store.close()
    let ben = try AnnotatedArticle(article, sidecarPath: path)
    let corpus = desk.corpus([ana, ben])
    func export(_ format: ExportFormat) throws -> String {
      let export = Export(
        format, of: corpus, labelledBy: MarkedCorpus.shelf, generated: Timestamp("2026-03-04"))
      return try #require(export.files.first).text
    }
    let sections = try export(.markdown).split(separator: "## Note")
    #expect(sections[1].contains("- **Reply by Ben** to Ana Lopes"))
    #expect(sections[1].contains("\n  - **Reply by Cho** to Ben"))
    #expect(!sections[1].contains("that is gone"))
    #expect(!sections[2].contains("Reply"))
    #expect(
      try export(.html).contains("<ul class=\"replies\"><li dir=\"auto\"><strong>Ben</strong>"))
  }

  @Test("A reply whose mark a filter left out is a section of its own, under no other mark")
  func cutOff() throws {
    let first = try mark("ferries sail", .note)
    let second = try mark("It cost", .note)
    let sidecar = try desk.annotated(
      desk.article(), [first, second, reply("Which year?", to: second, by: "Ben")])
    let rows = [sidecar].rows(labelledBy: MarkedCorpus.shelf).map { rows in
      rows.filter { $0.id != second.id }
    }
    let corpus = CorpusArticle.corpus([sidecar], rows: rows, analyzer: nil)
    for format in [ExportFormat.markdown, .html] {
      let export = Export(
        format, of: corpus, labelledBy: MarkedCorpus.shelf, generated: Timestamp("2026-03-04"))
      let text = try #require(export.files.first).text
      #expect(text.contains("A reply to Ana Lopes, to a mark that is not in this list."))
      #expect(!text.contains("class=\"replies\"><li") && !text.contains("- **Reply"))
    }
  }

  // MARK: The report

  @Test("What scrolls in a report takes the keyboard and has a name, and numbers follow the filter")
  func report() throws {
    let html = try text(.html, [mark("ferries", .note)])
    #expect(
      html.contains("<section class=\"voices\" tabindex=\"0\" role=\"region\" aria-labelledby="))
    #expect(html.contains("number.hidden = !fits"))
  }

  @Test("Ids of other programs are told apart in short, and can be named by their end")
  func shortIDs() {
    let ids = ["https://a.example/notes/1", "https://a.example/notes/2", "#a1", "#a2"].map {
      AnnotationID($0)
    }
    #expect(Set(ids.map(\.short)).count == 4)
    #expect(ids.allSatisfy { $0.short.count == 8 && $0.isMeant(by: $0.short) })
    #expect(ids[2].isMeant(by: "a1") && !ids[2].isMeant(by: "a"))
    #expect(!ids[0].isMeant(by: "https://a.example/notes/2"))
  }
}
