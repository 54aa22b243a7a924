// Marks that were made on the source of a page are found in the text that Galley makes of it.

import ArticleModel
import Testing

@Suite struct MarkupAroundPassageTests {
  private static let text = """
    The port said on Monday that nobody – not even the mayor – may use the “Old Quay” until the \
    harbour_office of AT&T opens again on Friday, at 9 o'clock sharp.

    1. Ferries sail from the new terminal until further notice.

    """

  private func article(readBy extractor: String?) -> Article {
    var metadata = ArticleMetadata()
    metadata.extractor = extractor.map { .init(name: $0, version: "1") }
    let text = ArticleText(Self.text)
    let blocks = [Block(span: text.trimmed(text.span), kind: .paragraph)]
    return Article(
      text: text, source: Article.Source(name: "a.html"),
      structure: ArticleStructure(blocks: BlockTable(blocks), metadata: metadata))
  }

  /// Marked words between bars, with their surroundings.
  private func passage(_ source: String) -> Passage {
    let parts = source.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
      .map(String.init)
    return Passage(exact: parts[1], prefix: parts[0], suffix: parts[2])
  }

  private static let marked = [
    (
      "<p>The port said on Monday that nobody &ndash; not even the <b>mayor</b> &#8211; |may use the "
        + "&ldquo;Old <i>Quay</i>&rdquo;| until the harbour_office of AT&amp;T opens again on Friday, "
        + "at 9 o&#x27;clock sharp.</p>", "may use the “Old Quay”"
    ),
    (
      "class=\"lead\">The port said on Monday that nobody – |not even the <a href='/m'>mayor</a>| – may "
        + "use the “Old Quay” until<!-- cut --> the harbour_office", "not even the mayor"
    ),
    (
      "may use the “Old Quay” until the |harbour_office of <em>AT&T</em>| opens again on Friday, at 9 "
        + "o&apos;clock", "harbour_office of AT&T"
    ),
    (
      "The port said on Monday that nobody – not even the **mayor** – |may use the “Old _Quay_”| until "
        + "the [harbour_office](https://port.example/a_b) of AT&T opens again",
      "may use the “Old Quay”"
    ),
    (
      "> at 9 o'clock sharp.\n\n1. |Ferries *sail* from| the new terminal until further notice.\n",
      "Ferries sail from"
    ),
  ]

  @Test(
    "Tags, character references and signs of Markdown are no part of the words", arguments: marked)
  func found(source: String, words: String) {
    let article = article(readBy: "web page")
    let anchor = Anchoring.resolve(passage(source), in: article)
    #expect(anchor.state == .moved)
    #expect(anchor.span == article.text.places(of: words).first)
  }

  @Test("In a file of plain text, tags are words like others")
  func plainText() {
    for (source, _) in Self.marked where source.contains("<") {
      for extractor in [nil, "plain text"] {
        let anchor = Anchoring.resolve(passage(source), in: article(readBy: extractor))
        #expect(anchor.state != .exact && anchor.state != .moved, "\(source)")
      }
    }
  }
}
