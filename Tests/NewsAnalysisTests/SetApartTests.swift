// Words that no quotation marks hold: headlines, lists, block quotations, posts, letters, live blogs.

import NewsAnalysis
import Testing

@Suite struct SetApartTests {
  private typealias Found = LayoutTests.Found

  private static let report = """
    ALDPORT — The mayor of Aldport, Ines Vogt, opened the new wall on Monday. Hans Brandt, the union \
    leader, stayed away.
    """

  @Test(
    "A name with a colon in a headline gives the name's words, where the article has the name, too",
    arguments: [
      ("Vogt: levy stays", "Ines Vogt", "levy stays"),
      ("Ines Vogt: The levy stays", "Ines Vogt", "The levy stays"),
      ("Mayor Vogt: levy stays", "Ines Vogt", "levy stays"),
      ("Levy will stay: Vogt", "Ines Vogt", "Levy will stay"),
      ("Brandt: we will strike", "Hans Brandt", "we will strike"),
    ])
  func headlines(_ headline: String, _ speaker: String, _ words: String) {
    let found = LayoutTests.quotations("\(headline)\n\n\(Self.report)\n", direct: false)
    #expect(found.first == Found(speaker: speaker, words: words))
  }

  @Test(
    "Other colons in headlines are nobody's",
    arguments: [
      "Storm: harbour closed", "Aldport: a town and its wall", "Live: the vote on the levy",
      "The levy: five questions", "Weather: rain in the west", "Opinion: the wall is ugly",
    ])
  func otherHeadlines(_ headline: String) {
    let found = LayoutTests.quotations("\(headline)\n\n\(Self.report)\n", direct: false)
    #expect(!found.contains { headline.contains($0.words) })
  }

  @Test(
    "Items of a list belong to whom the words before it say",
    arguments: [
      "She also said:", "Vogt said:", "She told the council:",
    ],
    ["- ", "* ", "• ", "1. "])
  func lists(_ introduction: String, _ sign: String) {
    let text = """
      The wall

      \(Self.report)

      Vogt called it a good day. \(introduction)

      \(sign)The levy would stay until 2030.
      \(sign)No berth would close.
      """
    let found = LayoutTests.quotations(text, direct: false)
    #expect(
      found.suffix(2) == [
        Found(speaker: "Ines Vogt", words: "The levy would stay until 2030"),
        Found(speaker: "Ines Vogt", words: "No berth would close"),
      ])
  }

  @Test(
    "Words that are set apart belong to whom the line below them names",
    arguments: ["> The port is not a purse.", "“The port is not a purse.”"],
    ["— Hans Brandt", "— Hans Brandt, union leader", "– Hans Brandt, Aldport", "— Mr. Hans Brandt"])
  func attributionLines(_ words: String, _ line: String) {
    let found = LayoutTests.quotations("The wall\n\n\(Self.report)\n\n\(words)\n\n\(line)\n")
    let bare = words.hasPrefix(">") ? String(words.dropFirst(2)) : words
    #expect(found == [Found(speaker: "Hans Brandt", words: bare)])
  }

  @Test(
    "An embedded post belongs to whom its last line names",
    arguments: [
      "The levy stays. Sorry, sailors. — Ines Vogt (@inesvogt) March 3, 2026",
      "The levy stays. Sorry, sailors.\n\n— Ines Vogt (@inesvogt) March 3, 2026",
      "The levy stays. Sorry, sailors. – Mayor Ines Vogt (@mayorofaldport)",
    ])
  func posts(_ post: String) {
    let found = LayoutTests.quotations("The wall\n\n\(Self.report)\n\n\(post)\n\nIt rained.\n")
    #expect(found == [Found(speaker: "Ines Vogt", words: "The levy stays. Sorry, sailors.")])
  }

  @Test("A letter belongs to whom it is signed by")
  func letters() {
    let found = LayoutTests.quotations(
      """
      Letters to the editor

      Sir, The harbour levy is a disgrace. I have paid it for thirty years.

      Nobody asked me.

      Hans Brandt
      Aldport

      Dear Editor, Your report of March 3 was wrong.

      Yours faithfully,
      Ines Vogt, Mayor of Aldport
      """)
    #expect(
      found == [
        Found(
          speaker: "Hans Brandt",
          words: """
            The harbour levy is a disgrace. I have paid it for thirty years. Nobody asked me.
            """),
        Found(speaker: "Ines Vogt", words: "Your report of March 3 was wrong."),
      ])
  }

  @Test(
    "The time of an entry is no part of what is said in it",
    arguments: ["13:55 GMT ", "13:55 ", "1.55 pm ", "13:55: ", "13:55 – "])
  func liveBlog(_ time: String) {
    let found = LayoutTests.quotations(
      "Storm live\n\n\(Self.report)\n\n\(time)The quay is under water, Hans Brandt said.\n",
      direct: false)
    #expect(found == [Found(speaker: "Hans Brandt", words: "The quay is under water")])
  }

  @Test(
    "What somebody replied is quoted to its end",
    arguments: ["Senator Browne replied", "Browne answered", "Ines Browne then said"])
  func replies(_ introduction: String) {
    let words = "No, I don't, and I've said this before publicly."
    let found = LayoutTests.quotations("\(introduction): \(words)", direct: false)
    #expect(found.map(\.words) == [words])
    #expect(found.first?.speaker?.hasSuffix("Browne") == true)
  }

  @Test("Dialogues between dashes are verbatim, and nobody's where nobody is named")
  func dialogue() {
    let found = LayoutTests.quotations(
      "At the quay\n\n— Why do you fish?\n\n— Because the sea is there.\n\n— And the levy?\n")
    #expect(
      found.map(\.words) == [
        "Why do you fish?", "Because the sea is there.", "And the levy?",
      ])
    #expect(found.allSatisfy { $0.speaker == nil })
  }
}
