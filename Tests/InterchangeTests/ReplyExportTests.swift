// Replies in what goes out: under what they answer, never as marks on the article.

import ArticleModel
import Interchange
import LosslessJSON
import TestSupport
import Testing

@Suite struct ReplyExportTests {
  let desk: MarkedCorpus
  let mark: Annotation

  init() throws {
    desk = try MarkedCorpus()
    var mark = try MarkedCorpus.mark("It cost 12 percent.", .verification, in: desk.article())
    mark.terms = [TermReference(pack: "verification", group: "truth", term: "refuted")]
    self.mark = mark
  }

  private func reply(_ note: String, to parent: Annotation, by name: String) -> Annotation {
    var reply = Annotation(
      kind: .reply, targets: [], creator: Creator(name: name),
      created: Timestamp("2026-03-02T10:00:00Z"))
    (reply.repliesTo, reply.note) = (parent.id, note)
    reply.answeredMark = AnsweredMark(parent)
    return reply
  }

  private func text(_ format: ExportFormat, _ annotations: [Annotation]) throws -> String {
    try #require(desk.export(format, annotations).files.first).text
  }

  @Test("Markdown has replies below their mark, and replies to replies below these")
  func markdown() throws {
    let first = reply("Which *year*?", to: mark, by: "Ben")
    let second = reply("In 2019.", to: first, by: "Ana")
    let other = try MarkedCorpus.mark("ferries sailed", in: desk.article())
    let text = try text(.markdown, [other, mark, first, second])
    let section = try #require(text.split(separator: "## Verification: refuted").last)
    #expect(section.contains("- **Reply by Ben** to Ana Lopes, 2026-03-02\n\n  Which \\*year\\*?"))
    #expect(section.contains("\n  - **Reply by Ana** to Ben, 2026-03-02\n\n    In 2019."))
    #expect(!text.contains("About the article as a whole") && !text.contains("## Reply"))
  }

  @Test("A reply whose mark is gone says so, with what it kept of the mark")
  func lost() throws {
    let lost = reply("Which year?", to: mark, by: "Ben")
    let markdown = try text(.markdown, [lost])
    #expect(
      markdown.contains("A reply to a mark by Ana Lopes, “It cost 12 percent.”, that is gone."))
    #expect(!markdown.contains("About the article as a whole"))
    let html = try text(.html, [lost])
    #expect(html.contains("A reply to a mark by Ana Lopes"))
  }

  @Test("A report has replies in the note of their mark, and counts them as no marks")
  func report() throws {
    let first = reply("Which <year>?", to: mark, by: "Ben")
    let html = try text(.html, [mark, first])
    #expect(
      html.contains("<ul class=\"replies\"><li dir=\"auto\"><strong>Ben</strong>, 2026-03-02"))
    #expect(html.contains("Which &lt;year&gt;?"))
    #expect(html.contains("id=\"note-1\"") && !html.contains("id=\"note-2\""))
  }

  @Test("Whose a mark is now and what it was stands below it")
  func byline() throws {
    var edited = mark
    edited.terms = [TermReference(pack: "verification", group: "truth", term: "supported")]
    edited = edited.recordingRevision(
      of: mark, by: Creator(name: "Ben"), at: Timestamp("2026-03-03T10:00:00Z"))
    edited.assignee = Creator(name: "Cho")
    let text = try text(.markdown, [edited])
    #expect(text.contains("by Ben; was: refuted · by Ana Lopes · for Cho"))
  }
}
