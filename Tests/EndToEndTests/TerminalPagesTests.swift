// Pages in a terminal: through a pipe with the keys from the terminal, and saved again with other words.

import FoundationEssentials
import TestSupport
import Testing

@Suite(.serialized) struct TerminalPagesTests {
  private static func page(_ paragraphs: String...) -> String {
    """
    <!doctype html><html lang="en"><head><title>Ferry fares fall</title>
    <meta property="og:site_name" content="The Harbour Post"><meta name="author" content="Ana Reis">
    <link rel="canonical" href="https://harbour-post.example/fares"></head>
    <body><nav><a href="/">Home</a></nav><article><h1>Ferry fares fall</h1>
    \(paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n"))
    </article></body></html>
    """
  }

  private static let fares = """
    Fares on the ferries across the bay fell by 4 per cent in October, the first fall in ten years, the \
    port authority said on Tuesday, and the fall will go on.
    """
  private static let kern = """
    “Nobody expected this in the spring,” said Ida Kern, the harbour master of Lübeck. “We had planned \
    for a rise of 3 per cent, and the money will now be missing.”
    """

  @Test("A page through a pipe is an article; where its marks go is said, and they are found again")
  func pipe() throws {
    let window = try TerminalWindow(columns: 120, rows: 30)
    try window.home.write(Self.page(Self.fares, Self.kern), to: "page.html")
    try window.run("cat page.html | galley -; echo exit=$?")
    try window.waitFor("By Ana Reis · The Harbour Post")
    try window.waitFor("marks go to ~/")
    try window.press("]", "q", "a", "h")
    try window.waitFor("kept in ~/")
    try window.quit()
    try window.run("clear; galley - < page.html; echo exit=$?")
    try window.waitFor("1 mark")
    try window.waitFor("▌H")
    try window.quit()
  }

  @Test("A page from the same address with another text offers the marks of the one before")
  func laterPipe() throws {
    let window = try TerminalWindow(columns: 120, rows: 30)
    try window.home.write(Self.page(Self.fares, Self.kern), to: "page.html")
    try window.home.write(
      Self.page("The fares fell again, and again nobody knew.", Self.fares, Self.kern),
      to: "later.html")
    try window.run("cat page.html | galley -; echo exit=$?")
    try window.waitFor("marks go to")
    try window.press("]", "q", "a", "h")
    try window.waitFor("kept in ~/")
    try window.quit()
    try window.run("clear; cat later.html | galley -; echo exit=$?")
    try window.waitFor("did you read this page before?")
    try window.press("1")
    try window.waitFor("1 mark, 1 moved")
    try window.waitFor("▌H")
    try window.quit()
  }

  @Test(
    "Where marks cannot be saved, the screen says where they are, and the next opening has them")
  func placeThatIsNone() throws {
    let window = try TerminalWindow(columns: 160, rows: 30)
    try window.home.write("Harbour closes\n\nFerries sail again.\n", to: "article.txt")
    try window.run("touch afile; XDG_DATA_HOME=$PWD/afile galley - < article.txt; echo exit=$?")
    try window.waitFor("Ferries")
    try window.press("a", "h")
    try window.waitFor("kept in a journal")
    try window.press("q")
    try window.waitFor("exit=2")
    try window.run("clear; galley - < article.txt; echo exit=$?")
    try window.waitFor("1 mark")
    try window.waitFor("▌H")
    try window.quit()
  }

  @Test("A book through a pipe opens as a list, with the keys from the terminal")
  func shelfFromPipe() throws {
    let window = try TerminalWindow(columns: 120, rows: 30)
    let items = ["Bridge falls", "Ferry sails"].map {
      "<item><title>\($0)</title><description>\($0), the council said.</description></item>"
    }
    try window.home.write(
      "<rss version=\"2.0\"><channel><title>Post</title>\(items.joined())</channel></rss>",
      to: "feed.xml")
    try window.run("cat feed.xml | galley -; echo exit=$?")
    try window.waitFor("ARTICLES 2")
    try window.press("j", "Enter")
    try window.waitFor("Ferry sails, the council said.")
    try window.press("q")
    try window.waitFor("ARTICLES 2")
    try window.quit()
  }

  @Test("A file of one's choice keeps the marks of standard input")
  func chosenFile() throws {
    let window = try TerminalWindow(columns: 120, rows: 30)
    try window.home.write("Harbour closes\n\nFerries sail again.\n", to: "article.txt")
    try window.run("galley read --sidecar mine.json - < article.txt; echo exit=$?")
    try window.waitFor("marks go to mine.json")
    try window.press("a", "h")
    try window.waitFor("kept in mine.json")
    try window.quit()
    #expect(try window.home.read("mine.json").contains("Ferries sail again"))
  }

  @Test(
    "Marks hold when their page is saved again with other words, and one line says what came of them"
  )
  func savedAgain() throws {
    let window = try TerminalWindow(columns: 120, rows: 30)
    try window.home.write(Self.page(Self.fares, Self.kern), to: "page.html")
    let passages = [
      "the first fall in ten years", "Nobody expected this in the spring", "the fall will go on",
    ]
    for (number, words) in passages.enumerated() {
      let annotate = "galley annotate page.html --kind highlight --exact '\(words)'"
      try window.run("clear; \(annotate); echo exit\(number)=$?")
      try window.waitFor("exit\(number)=0")
    }
    let changed = Self.fares.replacing(", and the fall will go on", with: "")
    try window.home.write(
      Self.page("Prices are down everywhere this week.", changed, Self.kern), to: "page.html")
    try window.run("clear; galley page.html; echo exit=$?")
    try window.waitFor("the article has changed: 3 marks, 1 moved, 1 to confirm, 1 without a place")
    try window.waitFor("▌H")
    try window.quit()
  }
}
