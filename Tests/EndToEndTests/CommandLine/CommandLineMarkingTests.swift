// Marking without the reader: what is written, and that nothing is when something is wrong.

import ArticleModel
import LosslessJSON
import TestSupport
import Testing

@Suite struct CommandLineMarkingTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  @Test("A mark by its words is in the sidecar, with offsets in code points")
  func exact() throws {
    let outcome = try desk.galley(
      "annotate", desk.article, "--exact", "日本", "--kind", "bias", "--term", "loaded-term",
      "--note", "Why?", "--as", "Ana", "--json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let printed = try JSONValue(parsing: outcome.output)
    #expect(printed["motivation"]?.string == "classifying")
    let sidecar = try JSONValue(parsing: desk.folder.read("harbour.txt.annotations.json"))
    #expect(sidecar["items"]?.elements == [printed])
    let selectors = printed["target"]?["selector"]?.elements ?? []
    let position = selectors.first { $0["type"]?.string == "TextPositionSelector" }
    let before = try #require(Desk.text.split(separator: "日").first)
    let codePoints = before.unicodeScalars.count
    #expect(position?["start"]?.int == codePoints)
    #expect(position?["end"]?.int == codePoints + 2)
    #expect(printed["creator"]?["name"]?.string == "Ana")
    #expect(printed["body"]?[0]?["source"]?.string == "galley:bias/wording/loaded-term")
  }

  @Test("A mark by offsets covers the same words")
  func offsets() throws {
    let outcome = try desk.galley(
      "annotate", desk.article, "--start", "0", "--end", "7", "--kind", "verification",
      "--verdict", "refuted", "--said", "accurate", "--evidence", "https://example.org/log",
      "--stance", "refutes", "--status", "needs-second-source")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let annotation = try #require(try desk.annotations().first)
    #expect(annotation["target"]?["selector"]?[0]?["exact"]?.string == "Harbour")
    #expect(annotation["galley:status"]?.string == "needs-second-source")
    let sources = annotation["body"]?.elements.compactMap { $0["source"]?.string }
    #expect(
      sources == [
        "galley:verification/said/accurate", "galley:verification/truth/refuted",
        "https://example.org/log",
      ])
  }

  @Test("A call is evidence without an address, and an address may leave out https://")
  func sources() throws {
    let outcome = try desk.galley(
      "annotate", desk.article, "--start", "0", "--end", "7", "--kind", "evidence", "--evidence",
      "phone call with N. N.", "--publisher", "Port office", "--accessed", "2026-01-31",
      "--stance", "supports")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let annotation = try #require(try desk.annotations().first)
    let body = try #require(annotation["body"]?[0])
    #expect(body["source"]?.string?.hasPrefix("urn:uuid:") == true)
    #expect(body["dc:title"]?.string == "phone call with N. N.")
    let id = try #require(annotation["id"]?.string)
    let shown = try desk.galley("show", id, desk.article)
    #expect(shown.output.contains("phone call with N. N. (supports)"))
    #expect(shown.output.contains("by Port office") && shown.output.contains("read 2026-01-31"))
    let report = try desk.galley("export", "--format", "markdown", desk.article)
    #expect(report.output.contains("phone call with N. N., Port office"))
    #expect(!report.output.contains("](urn:uuid:"))
    let second = try desk.galley(
      "annotate", desk.article, "--start", "0", "--end", "7", "--kind", "evidence", "--evidence",
      "example.org/log")
    #expect(second.status == 0)
    #expect(
      try desk.annotations().last?["body"]?[0]?["source"]?.string == "https://example.org/log")
    let refused = try desk.galley(
      "annotate", desk.article, "--start", "0", "--end", "7", "--kind", "evidence", "--evidence",
      "https://exa mple.org")
    #expect(refused.isOneLineError)
  }

  @Test("Words that stand in several places are refused, and context chooses one")
  func ambiguous() throws {
    let refused = try desk.galley(
      "annotate", desk.article, "--exact", "The harbour", "--kind", "highlight")
    #expect(refused.isOneLineError)
    #expect(refused.errors.contains("2 places"))
    #expect(refused.errors.contains("--prefix"))
    #expect(!desk.hasSidecar)
    let chosen = try desk.galley(
      "annotate", desk.article, "--exact", "The harbour", "--suffix", "office", "--kind",
      "highlight")
    #expect(chosen.status == 0)
    let selector = try desk.annotations().first?["target"]?["selector"]?[0]
    #expect(selector?["suffix"]?.string?.hasPrefix(" office") == true)
  }

  @Test(
    "What does not fit together changes nothing",
    arguments: [
      ["--exact", "no such words", "--kind", "highlight"],
      ["--exact", "ferries sailed", "--kind", "bias", "--term", "no-such-term"],
      ["--exact", "ferries sailed", "--kind", "bias", "--verdict", "refuted"],
      ["--exact", "ferries sailed", "--kind", "verification", "--verdict", "loaded-term"],
      [
        "--exact", "ferries sailed", "--kind", "verification", "--term", "refuted", "--verdict",
        "supported",
      ],
      ["--exact", "ferries sailed", "--kind", "note"],
      ["--exact", "ferries sailed", "--kind", "evidence"],
      ["--exact", "ferries sailed", "--kind", "note", "--note", "x", "--stance", "refutes"],
      ["--exact", "ferries sailed", "--kind", "highlight", "--status", "new"],
      ["--exact", "Harbour", "--start", "1", "--end", "8", "--kind", "highlight"],
      ["--article", "--exact", "ferries sailed", "--kind", "highlight"],
      ["--start", "7", "--end", "7", "--kind", "highlight"],
      ["--start", "0", "--end", "100000", "--kind", "highlight"],
      ["--start", "-1", "--end", "3", "--kind", "highlight"],
      ["--start", "3", "--kind", "highlight"], ["--kind", "highlight"],
    ])
  func misfits(arguments: [String]) throws {
    let program = Program(
      path: Program.galley, arguments: ["annotate", desk.article] + arguments)
    let outcome = try program.run()
    #expect(outcome.isOneLineError, "\(outcome)")
    #expect(!desk.hasSidecar)
  }

  @Test("A sidecar that is no sidecar is left as it is")
  func brokenSidecar() throws {
    try desk.folder.write("{ not json", to: "harbour.txt.annotations.json")
    let outcome = try desk.galley(
      "annotate", desk.article, "--exact", "ferries sailed", "--kind", "highlight")
    #expect(outcome.status == 2)
    #expect(try desk.folder.read("harbour.txt.annotations.json") == "{ not json")
    #expect(try desk.galley("list", desk.article).isOneLineError)
    #expect(try desk.galley("check", desk.article).status == 1)
  }

  @Test("The whole article can be marked, and a sidecar put elsewhere")
  func elsewhere() throws {
    let other = desk.folder.path(of: "ana.json")
    let outcome = try desk.galley(
      "annotate", desk.article, "--article", "--kind", "note", "--note", "No ferry captain.",
      "--sidecar", other)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!desk.hasSidecar)
    let listed = try desk.galley("list", desk.article, "--sidecar", other)
    #expect(listed.output.contains("the whole article"))
  }

  @Test("Evidence is an address that there can be, or a source in words, and may have a title")
  func evidence() throws {
    let desk = try Desk()
    let mark = ["annotate", desk.article, "--article", "--kind", "evidence"]
    func run(_ more: [String]) throws -> Program.Outcome {
      var program = Program(path: Program.galley, arguments: mark + more)
      program.environment["HOME"] = desk.folder.path
      return try program.run()
    }
    for address in ["portlog", "https://port.example/the log", "javascript:alert(1)"] {
      let refused = try run(["--evidence", address])
      #expect(refused.isOneLineError && refused.errors.contains("--evidence \(address): "))
    }
    #expect(!desk.hasSidecar)
    let nameless = try run(["--evidence-title", "Log", "--kind", "evidence"])
    #expect(nameless.isOneLineError)
    let made = try run([
      "--evidence", "www.port.example/log", "--evidence-title", "The port’s log",
    ])
    #expect(made.status == 0, "\(made.errors)")
    let body = try desk.annotations().first?["body"]?[0]
    #expect(body?["source"]?.string == "https://www.port.example/log")
    #expect(body?["dc:title"]?.string == "The port’s log")
  }
}
