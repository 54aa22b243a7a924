// Files with several articles on the command line: their paths, their sidecars, and the folder around them.

import ArticleModel
import LosslessJSON
import TestSupport
import Testing

@Suite struct CommandLineCollectionTests {
  private let desk: Desk
  private let feed: String

  private static func rss(_ titles: String...) -> String {
    let items = titles.map {
      "<item><title>\($0)</title><description>\($0) is what the council said.</description></item>"
    }
    return "<rss version=\"2.0\"><channel><title>Post</title>\(items.joined())</channel></rss>"
  }

  init() throws {
    desk = try Desk()
    feed = try desk.folder.write(Self.rss("Bridge falls", "Ferry sails"), to: "feed.xml")
  }

  private var bridge: String { "\(feed)#bridge-falls" }

  private func mark(_ path: String, _ words: String) throws {
    let outcome = try desk.galley("annotate", path, "--exact", words, "--kind", "bias")
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  @Test("contents lists paths and titles, and says so of a file with one article")
  func contents() throws {
    let outcome = try desk.galley("contents", "--json", feed)
    let rows = try JSONValue(parsing: outcome.output).elements
    #expect(rows.map { $0["title"]?.string } == ["Bridge falls", "Ferry sails"])
    #expect(rows.first?["path"]?.string == bridge)
    #expect(try desk.galley("contents", desk.article).isOneLineError)
  }

  @Test("Commands for one article take a member, and of the file say in one line what to name")
  func oneArticle() throws {
    #expect(try desk.galley("text", bridge).output.hasPrefix("Bridge falls\n"))
    for arguments in [
      ["text", feed], ["annotate", feed, "--article", "--kind", "note"], ["map", feed],
    ] {
      let outcome = try Program(path: Program.galley, arguments: arguments).run()
      #expect(outcome.isOneLineError, "\(outcome)")
      #expect(outcome.errors.contains("2 articles") && outcome.errors.contains(bridge))
    }
    #expect(try desk.galley("text", feed + "#none").isOneLineError)
    #expect(try desk.galley("text", desk.article + "#none").isOneLineError)
  }

  @Test("analyze takes a member, and heads it only where there are several")
  func analysis() throws {
    let one = try desk.galley("analyze", bridge)
    #expect(one.status == 0 && !one.output.isEmpty && !one.output.contains("=="), "\(one)")
    #expect(try desk.galley("analyze", feed).output.contains("== feed.xml#ferry-sails =="))
    #expect(try desk.galley("analyze", feed + "#none").isOneLineError)
  }

  @Test("Markdown links to the file of a member, and to positions in plain text alone")
  func markdownLinks() throws {
    try mark(bridge, "council")
    let member = try desk.galley("export", "--format", "markdown", bridge).output
    #expect(member.contains("feed.xml>)"), "\(member)")
    #expect(!member.contains("%23") && !member.contains("#char="), "\(member)")
    try mark(desk.article, "officials")
    #expect(
      try desk.galley("export", "--format", "markdown", desk.article).output.contains("#char="))
  }

  @Test("A file with several articles through a pipe is listed, and each of them has a path")
  func pipe() throws {
    let text = Self.rss("Bridge falls", "Ferry sails")
    #expect(
      try desk.galley("contents", "-", input: text).output
        == "/dev/stdin#bridge-falls  Bridge falls\n/dev/stdin#ferry-sails   Ferry sails\n")
    let ferry = try desk.galley("text", "/dev/stdin#ferry-sails", input: text)
    #expect(ferry.output.hasPrefix("Ferry sails\n"))
    let outcome = try desk.galley("text", "-", input: text)
    #expect(outcome.isOneLineError && outcome.errors.contains("/dev/stdin#bridge-falls"))
    let analysis = try desk.galley("analyze", "--format", "json", "-", input: text).output
    #expect(analysis.split(separator: "\n").count == 2)
    #expect(try desk.galley("text", "-", input: "Only one.\n").output == "Only one.\n")
  }

  @Test("Commands for several articles take all of a file")
  func severalArticles() throws {
    let analysis = try desk.galley("analyze", "--format", "json", feed).output
    #expect(analysis.split(separator: "\n").count == 2)
    #expect(try desk.galley("stats", feed).output.hasPrefix("2 articles"))
    #expect(try desk.galley("list", feed).output == "no marks here\n")
  }

  @Test("The marks of a member lie beside the file, and folders, the file and the member find them")
  func sidecars() throws {
    try mark(bridge, "council")
    let sidecar = try JSONValue(parsing: desk.folder.read("feed.xml#bridge-falls.annotations.json"))
    #expect(sidecar["about"]?["galley:path"]?.string == "feed.xml#bridge-falls")
    for path in [desk.folder.path, feed, bridge, bridge + ".annotations.json"] {
      let outcome = try desk.galley("list", path)
      #expect(outcome.output.contains("“council”"), "\(path): \(outcome)")
      #expect(outcome.output.hasPrefix(bridge), "\(path): \(outcome)")
    }
    #expect(try desk.galley("check", desk.folder.path).status == 0)
    #expect(try desk.galley("purge", feed).output.contains("bridge-falls"))
    #expect(try desk.galley("reanchor", bridge).status == 0)
  }

  @Test("Marks hold when the file is saved anew, and are kept when their article is gone from it")
  func savedAnew() throws {
    try mark(bridge, "council")
    try desk.folder.write(Self.rss("Port opens", "Bridge falls", "Ferry sails"), to: "feed.xml")
    #expect(try desk.galley("check", desk.folder.path).status == 0)
    try desk.folder.write(Self.rss("Port opens", "Ferry sails"), to: "feed.xml")
    let outcome = try desk.galley("list", desk.folder.path)
    #expect(outcome.output.contains("“council”"), "\(outcome)")
    #expect(try desk.galley("check", desk.folder.path).output.contains("not there"))
  }

  @Test("A file whose name has a number sign is that file")
  func numberSign() throws {
    let path = try desk.folder.write("Plain words.\n", to: "feed.xml#bridge-falls")
    #expect(try desk.galley("text", path).output == "Plain words.\n")
  }
}
