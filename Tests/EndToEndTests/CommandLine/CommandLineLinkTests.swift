// Addresses on the command line, with the real program and a server on this machine.

import ArticleModel
import FoundationEssentials
import LosslessJSON
import Synchronization
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Whether the programs are there that fetching needs.
let canFetch = ["curl", "getent"].allSatisfy { name in
  (try? Program(path: name, arguments: ["--version"]).run())?.status == 0
}

@Suite("Addresses on the command line", .enabled(if: canFetch, "curl or getent is not installed"))
struct CommandLineLinkTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// A page with a title and paragraphs that are long enough to be an article's.
  static func html(_ paragraphs: String...) -> String {
    let filler =
      ", as the harbour office told ships, ferries and newspapers in a statement on Monday"
    let body = paragraphs.map { "<p>\($0)\(filler), which was long, and \(filler).</p>" }.joined()
    return "<!doctype html><html><head><title>Harbour closes</title></head><body>"
      + "<nav><a href='/'>Home</a></nav><article><h1>Harbour closes</h1>\(body)</article></body></html>"
  }

  /// What a site sends, which may change.
  private static func site(_ pages: @escaping @Sendable (String, Int) -> [LoopbackServer.Step])
    throws
    -> LoopbackServer
  {
    let count = Counter()
    return try LoopbackServer { request in pages(LoopbackServer.path(of: request), count.next()) }
  }

  private var archive: String { desk.folder.path(of: ".local/share/galley/articles") }

  private func copies() -> [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: archive)) ?? []
    return all.filter { $0.hasSuffix(".html") }.sorted()
  }

  @Test("An address is fetched once, kept, and opened from its copy by every command")
  func once() throws {
    let server = try LoopbackServer { _ in
      LoopbackServer.page(
        Self.html("The harbour of Lisbon was closed", "“It was bad,” said Ana Sousa"))
    }
    let address = server.address("/news/harbour-closes")
    let first = try desk.galley("text", "--allow-private", address)
    #expect(first.status == 0 && first.output.hasPrefix("Harbour closes\n"))
    #expect(first.errors.contains("fetched just now"))
    let second = try desk.galley("text", address)
    #expect(second.output == first.output && second.errors.contains("a moment old"))
    let marked = try desk.galley(
      "annotate", address, "--exact", "Ana Sousa", "--kind", "note", "--note", "x")
    #expect(marked.status == 0)
    #expect(try desk.galley("list", address).output.contains("Ana Sousa"))
    #expect(try desk.galley("list", archive).output.contains("Ana Sousa"))
    #expect(
      try desk.galley("export", "--format", "csv", "-o", "-", archive).output.contains("Ana Sousa"))
    let analysis = try desk.galley("analyze", "--format", "json", address)
    #expect(analysis.output.contains("\"address\":\"\(address)\""))
    #expect(analysis.output.contains("\"retrieved\":"))
    let about = try JSONValue(parsing: desk.galley("describe", "--json", address).output)
    #expect(about["dc:identifier"]?[0]?.string == address)
    #expect(about["galley:retrieved"] != nil)
    #expect(server.requests.count == 1)
    #expect(copies().count == 1)
  }

  @Test(
    "A page that is fetched again keeps its marks, which follow the words, and its earlier copy")
  func refreshing() throws {
    let server = try Self.site { _, number in
      let news = number == 0 ? "The storm came" : "The wind came, later than it had been foretold"
      return LoopbackServer.page(Self.html(news, "The harbour of Lisbon was closed"))
    }
    let address = server.address("/a")
    _ = try desk.galley(
      "annotate", "--allow-private", address, "--exact", "Lisbon was closed", "--kind", "note",
      "--note", "x")
    let again = try desk.galley("text", "--refresh", "--allow-private", address)
    #expect(
      again.errors.contains("the text has changed: 1 paragraph changed; the earlier copy is kept"))
    let marks = try desk.galley("list", address).output
    #expect(marks.contains("Lisbon was closed") && !marks.contains("orphan"))
    #expect(copies().count == 2 && copies().contains { $0.contains("/earlier/") })
    let third = try desk.galley("text", "--refresh", "--allow-private", address)
    #expect(third.errors.contains("the page has not changed"))
    #expect(copies().count == 2)
    let copy = try #require(copies().first { !$0.contains("/earlier/") })
    let byPath = try desk.galley("text", "--refresh", "--allow-private", archive + "/" + copy)
    #expect(byPath.errors.contains("the page has not changed") && server.requests.count == 4)
  }

  @Test("A page that can no longer be fetched leaves its copy as it is, and says so")
  func gone() throws {
    let server = try Self.site { _, number in
      number == 0
        ? LoopbackServer.page(Self.html("The storm came"))
        : LoopbackServer.page(Array(Self.html("Not found").utf8), status: "404 Not Found")
    }
    let address = server.address("/a")
    let text = try desk.galley("text", "--allow-private", address).output
    let again = try desk.galley("text", "--refresh", "--allow-private", address)
    #expect(again.isOneLineError && again.errors.contains("404 Not Found"))
    #expect(again.errors.contains("stays"))
    #expect(try desk.galley("text", address).output == text)
  }

  @Test("What is no article is not kept")
  func unreadable() throws {
    let server = try LoopbackServer(pages: [
      "/picture": LoopbackServer.page([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], type: "text/html"),
      "/book": LoopbackServer.page([0x50, 0x4B, 3, 4] + [UInt8](repeating: 7, count: 99)),
      "/blank": LoopbackServer.page("<html><body> </body></html>"),
      "/404": LoopbackServer.page(Array(Self.html("No page").utf8), status: "404 Not Found"),
    ])
    for path in ["/picture", "/book", "/blank", "/404"] {
      let outcome = try desk.galley("text", "--allow-private", server.address(path))
      #expect(outcome.isOneLineError, "\(outcome.errors)")
      #expect(outcome.errors.contains(server.address(path)))
    }
    let left = try FileManager.default.subpathsOfDirectory(atPath: archive)
    #expect(left == [".incoming"])
  }

  @Test("A feed opens by its address, and its articles by their paths")
  func feeds() throws {
    let items = ["One", "Two"].map {
      "<item><title>Story \($0)</title><description>The port was closed.</description></item>"
    }
    let feed =
      "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>\(items.joined())</channel></rss>"
    let server = try LoopbackServer { _ in
      LoopbackServer.page(Array(feed.utf8), type: "application/rss+xml")
    }
    let list = try desk.galley("contents", "--allow-private", server.address("/feed"))
    #expect(list.status == 0 && list.output.contains("Story Two"), "\(list.errors)")
    let path = try #require(list.output.split(separator: "\n").first?.split(separator: " ").first)
    #expect(try desk.galley("text", String(path)).output.contains("Story One"))
    #expect(server.requests.count == 1)
  }

  @Test("The encoding that the server names counts, also when the copy is opened as a file")
  func encodings() throws {
    let body = Self.html("The caf\u{E9} of the harbour closed")
      .unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let server = try LoopbackServer(pages: [
      "/a": LoopbackServer.page(body, type: "text/html; charset=ISO-8859-1")
    ])
    let text = try desk.galley("text", "--allow-private", server.address("/a")).output
    #expect(text.contains("caf\u{E9}"))
    let copy = try #require(copies().first)
    #expect(try desk.galley("text", archive + "/" + copy).output == text)
  }

  @Test("An address that leads to this machine is refused unless that is allowed")
  func refusals() throws {
    let server = try LoopbackServer { _ in LoopbackServer.page(Self.html("Secret")) }
    for host in ["127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]", "0x7f.1"] {
      let outcome = try desk.galley("text", "http://\(host):\(server.port)/")
      #expect(outcome.isOneLineError && outcome.errors.contains("--allow-private"), "\(host)")
    }
    #expect(server.requests.isEmpty)
  }

  /// Runs galley with a getent that gives the answer of our choice. A shell writes it: a file that is open for writing
  /// here may be inherited for a moment by a program that another test starts, and cannot be run meanwhile.
  private func galley(_ arguments: String..., lookingUp answer: String) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    let writing = #"printf '%s' "$2" > "$1" && chmod 700 "$1""#
    let script = "#!/bin/sh\nprintf '\(answer)'\n"
    let written = try Program(
      path: "/bin/sh", arguments: ["-c", writing, "sh", folder.path + "/getent", script]
    ).run()
    #expect(written.status == 0)
    var program = Program(path: Program.galley, arguments: arguments)
    program.environment["HOME"] = desk.folder.path
    program.environment["PATH"] = folder.path + ":" + (program.environment["PATH"] ?? "")
    return try program.run()
  }

  @Test("A page is fetched from the machine that was looked up and from no other")
  func pinning() throws {
    let server = try LoopbackServer { _ in LoopbackServer.page(Self.html("The storm came")) }
    let address = "http://pinned.example:\(server.port)/"
    let outcome = try galley(
      "text", "--allow-private", address, lookingUp: "127.0.0.1 STREAM pinned.example\\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(server.requests.first?.contains("\r\nHost: pinned.example:\(server.port)\r\n") == true)
  }

  @Test(
    "A name is refused when one of its machines is in the own network",
    arguments: [
      "93.184.216.34 STREAM\\n127.0.0.1 STREAM\\n",
      "93.184.216.34 STREAM\\nfe80::1%%eth0 STREAM\\n",
      "::ffff:10.0.0.1 STREAM\\n", "64:ff9b::c0a8:101 STREAM\\n",
    ])
  func mixedAnswers(answer: String) throws {
    let outcome = try galley("text", "http://mixed.example/", lookingUp: answer)
    #expect(outcome.isOneLineError)
    #expect(
      ["--allow-private", "only counts"].contains { outcome.errors.contains($0) }, "\(outcome)")
  }

  @Test("The line on a copy says how old it is, and that somebody changed it")
  func ages() throws {
    let server = try LoopbackServer { _ in LoopbackServer.page(Self.html("The storm came")) }
    _ = try desk.galley("text", "--allow-private", server.address("/a"))
    let copy = archive + "/" + (try #require(copies().first))
    var record = try JSONValue(
      parsing: desk.folder.read(Self.name(of: copy, in: desk) + ".copy.json"))
    let now = try #require(Timestamp.now().secondsSinceEpoch)
    let then = Timestamp(secondsSinceEpoch: now - 23 * 86_400 - 60)
    guard case .object(var members) = record else { return }
    members["confirmed"] = .string(then.description)
    record = .object(members)
    try desk.folder.write(record.prettyPrinted(), to: Self.name(of: copy, in: desk) + ".copy.json")
    #expect(try desk.galley("text", server.address("/a")).errors.contains(", 23 days old; galley"))
    try desk.folder.write(Self.html("The storm never came"), to: Self.name(of: copy, in: desk))
    let changed = try desk.galley("text", server.address("/a"))
    #expect(changed.errors.contains(", 23 days old, and changed since; galley"))
  }

  private static func name(of path: String, in desk: Desk) -> String {
    String(path.dropFirst(desk.folder.path.count + 1))
  }

  @Test("No control byte of a server reaches a terminal")
  func controlBytes() throws {
    let server = try LoopbackServer(pages: [
      "/": LoopbackServer.redirect(to: "/\u{1B}]0;gotcha\u{7}\u{9B}31m"),
      "/b": [.send(Array("HTTP/1.1 \u{1B}[2J\u{7}\r\n\u{1B}: \u{1B}\r\n\r\n".utf8))],
    ])
    for path in ["/", "/b"] {
      var program = Program(path: Program.galley)
      program.arguments = ["text", "--allow-private", server.address(path)]
      program.environment["HOME"] = desk.folder.path
      let (status, bytes) = try program.runAtTerminal()
      #expect(status == 2)
      #expect(bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D }, "\(bytes)")
    }
  }

  @Test(
    "A word that was meant as an address is answered with what to type",
    arguments: [
      ("www.example.org/news/1", "galley https://www.example.org/news/1"),
      ("example.com", "galley https://example.com/"), ("https:/example.org", "https://"),
      ("ftp://example.org/a", "http and https"), ("file:///tmp/a.txt", "leave out file://"),
      ("https://ana:secret@example.org/", "leave that part out"), ("https://", "names a host"),
    ])
  func hints(word: String, hint: String) throws {
    let outcome = try desk.galley("text", word)
    #expect(outcome.isOneLineError && outcome.errors.contains(hint), "\(outcome.errors)")
  }

  @Test("A missing program is named with the package that has it")
  func missing() throws {
    let folder = try TemporaryFolder()
    var program = Program(
      path: Program.galley, arguments: ["text", "https://192.0.2.1/", "--allow-private"])
    program.environment["HOME"] = desk.folder.path
    program.environment["PATH"] = folder.path
    #expect(try program.run().errors.contains("install the package curl"))
    program.arguments[1] = "https://www.example.org/"
    #expect(try program.run().errors.contains("install the package libc-bin"))
  }

  @Test("Ctrl-C while a page is fetched ends the program and leaves nothing")
  func interrupting() throws {
    let server = try LoopbackServer { _ in [.stall] }
    let window = try TerminalWindow()
    try window.run("galley --allow-private \(server.address("/a"))")
    try window.waitFor("Ctrl-C stops it")
    try window.press("C-c")
    try window.wait(for: "the prompt") { $0.contains(TerminalWindow.prompt) }
    try window.run("echo exit=$?")
    try window.waitFor("exit=130")
    #expect(!FileManager.default.fileExists(atPath: window.home.path(of: ".local/share/galley")))
  }

  @Test(
    "The reader opens an address, says how old its copy is, and finds marks again after --refresh")
  func reading() throws {
    let server = try Self.site { _, number in
      LoopbackServer.page(
        Self.html(number == 0 ? "A storm came" : "A storm came at night", "The harbour was closed"))
    }
    let address = server.address("/harbour")
    let window = try TerminalWindow()
    try window.run("galley --allow-private \(address); echo exit=$?")
    try window.waitFor("fetched just now")
    try window.press("/")
    try window.type("was closed")
    try window.press("Enter")
    try window.press("v", "e", "e", "a", "h", "Escape")
    try window.waitFor("1 mark")
    try window.quit()
    try window.run("clear; galley \(address); echo exit=$?")
    try window.waitFor("a moment old")
    try window.quit()
    try window.run("clear; galley --refresh --allow-private \(address); echo exit=$?")
    try window.waitFor("the text has changed: 1 paragraph changed")
    try window.waitFor("“was closed”")
    try window.quit()
    #expect(server.requests.count == 2)
  }
}

/// Counts from 0.
private final class Counter: Sendable {
  private let number = Mutex(0)

  func next() -> Int {
    number.withLock { number in
      defer { number += 1 }
      return number
    }
  }
}
