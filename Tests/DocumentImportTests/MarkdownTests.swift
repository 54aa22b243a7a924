// Markdown: its blocks and links, its front matter, and what is hostile in it.

import ArticleModel
import TestSupport
import Testing

@testable import DocumentImport

@Suite struct MarkdownTests {
  private func article(_ markdown: String, named name: String = "a.md") throws -> Article {
    try ArticleLoader.article(of: Array(markdown.utf8), named: name)
  }

  /// The blocks as "kind: words".
  private func blocks(_ article: Article) -> [String] {
    article.blocks.map { "\($0.kind.rawValue): \(article.text.string(in: $0.span))" }
  }

  @Test("Blocks keep their kinds, words lose their marks, and lists their numbers and depth")
  func kinds() throws {
    let found = try article(
      """
      # Harbour *closed*

      The `harbour` was **closed**,
      officials said.

      ## Reasons
      * One
      * Two
         1. Deep

            More of it
         2. Deeper

      > Quoted
      > words

      ![A ship](ship.jpg)

      | City | Dead |
      |:-----|-----:|
      | Kyiv |   12 |

      ```
      let x = 1
        let y = 2
      ```
      Line one\\
      Line two
      <p>Some <b>HTML</b> &amp; more</p><script>alert(1)</script>
      """)
    #expect(
      blocks(found) == [
        "headline: Harbour closed", "paragraph: The harbour was closed, officials said.",
        "subheading: Reasons", "listItem: One", "listItem: Two", "listItem: Deep",
        "listItem: More of it", "listItem: Deeper", "blockQuotation: Quoted words",
        "caption: A ship", "tableRow: City | Dead", "tableRow: Kyiv | 12",
        "paragraph: let x = 1\n  let y = 2",
        "paragraph: Line one\nLine two",
        "paragraph: Some HTML & more",
      ])
    let items = found.blocks.filter { $0.kind == .listItem }
    #expect(items.map(\.depth) == [0, 0, 1, 1, 1])
    #expect(items.map(\.sign) == [.bullet, .bullet, .number(1), .none, .number(2)])
    #expect(found.blocks.suffix(3).dropLast().allSatisfy { $0.keepsLines })
  }

  @Test("Links lead where they lead from the page, also out of tables and by reference")
  func links() throws {
    let found = try article(
      """
      ---
      url: https://harbour.example/news/1
      ---
      See [the *port*](../port), [it][ref], [a script](javascript:x) and <https://a.example/>.

      | Where | What |
      |---|---|
      |  [here](https://t.example/)   | x |

      [ref]: http://r.example/
      """)
    #expect(
      found.structure.links.map { "\(found.text.string(in: $0.span)) \($0.target)" } == [
        "the port https://harbour.example/port", "it http://r.example/",
        "https://a.example/ https://a.example/", "here https://t.example/",
      ])
  }

  @Test(
    "Front matter becomes metadata, and is told without a name",
    arguments: [
      """
      ---
      title: "Closed: the harbour"
      author: [Ana Reyes, 'Ben Okafor']
      date: 2026-03-01 10:15:00 +0100 # local
      publisher: Harbour Post
      lang: en_GB
      canonical_url: https://harbour.example/a
      ---
      Words.
      """,
      """
      ---
      layout: post
      title: 'Closed: the harbour'
      authors:
        - name: Ana Reyes
          email: a@b.example
        - Ben Okafor
      date: 2026-03-01T10:15:00+01:00
      outlet: Harbour Post
      language: en-GB
      canonical: https://harbour.example/a
      ...
      Words.
      """,
      """
      +++
      title = "Closed: the harbour"
      authors = ["Ana Reyes", "Ben Okafor"]
      date = 2026-03-01T10:15:00+01:00
      publisher = "Harbour Post"
      lang = "en-GB"
      canonical = "https://harbour.example/a"
      [params]
      title = "other"
      +++
      Words.
      """,
    ])
  func frontMatter(text: String) throws {
    let found = try article(text, named: "post")
    #expect(found.metadata.title == "Closed: the harbour")
    #expect(found.metadata.authors == ["Ana Reyes", "Ben Okafor"])
    #expect(found.metadata.published == Timestamp("2026-03-01T09:15:00Z"))
    #expect(found.metadata.outlet == "Harbour Post")
    #expect(found.metadata.language == "en-GB")
    #expect(found.metadata.canonicalAddress == "https://harbour.example/a")
    #expect(blocks(found) == ["headline: Closed: the harbour", "paragraph: Words."])
  }

  @Test("A heading that repeats the title is left out")
  func repeatedTitle() throws {
    let found = try article("---\ntitle: The harbour is closed\n---\n# The harbour is closed\n\nA.")
    #expect(blocks(found) == ["headline: The harbour is closed", "paragraph: A."])
  }

  @Test(
    "Without markup the text is the file's own",
    arguments: [
      "Harbour closed\n\nThe harbour was closed\non Monday.\n", "A – b.\n\n\nC.", "---\nA.\n",
      "2026 was a year.\n\nIt ended.\n",
    ])
  func plain(text: String) throws {
    let found = try article(text)
    if text.hasPrefix("---") {
      #expect(found.metadata.extractor?.name == "Markdown")
    } else {
      #expect(found.text.string(in: found.text.span) == text)
      #expect(found.metadata.extractor?.name == "plain text")
    }
  }

  @Test(
    "Deep nesting and endless marks get an answer",
    arguments: [
      ("> ", 100_000), ("* ", 20_000), ("1. ", 20_000), ("[", 50_000), ("*a ", 50_000),
      ("![[]()", 10_000), ("![", 30_000), ("<a", 50_000), ("`", 50_000), ("| a ", 50_000),
      ("~", 50_000),
      ("_a__", 20_000), ("[a](", 20_000), ("&#", 50_000), ("- ", 20_000),
    ])
  func hostile(mark: String, count: Int) throws {
    let times = growth(of: count) { count in
      let marks = String(repeating: mark, count: count)
      for text in [marks + "word", "word\n\n" + marks + "\n\n" + marks, "# " + marks] {
        _ = try? article(text + " word")
      }
    }
    // Brackets in brackets cost cmark more than each alone, and never as much as all with all.
    #expect(times < 64)
  }
}
