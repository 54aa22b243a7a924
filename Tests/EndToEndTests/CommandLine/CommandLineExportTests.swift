// Exporting and importing as scripts do.

import ArticleModel
import LosslessJSON
import TestSupport
import Testing

@Suite struct CommandLineExportTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    for (words, more) in [("ferries sailed", []), ("“regrets”", ["--private"])] {
      let arguments = [
        "annotate", desk.article, "--exact", words, "--kind", "bias", "--term", "loaded-term",
        "--as", "Ana",
      ]
      let outcome = try run(arguments + more)
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
  }

  private func run(_ arguments: [String], input: String = "") throws -> Program.Outcome {
    var program = Program(path: Program.galley, arguments: arguments, input: input)
    program.environment["HOME"] = desk.folder.path
    return try program.run()
  }

  @Test("Private marks stay out unless asked for, and a filter chooses")
  func privacy() throws {
    func count(_ more: String...) throws -> Int {
      let outcome = try run(["export", "--format", "jsonl"] + more + [desk.article])
      return outcome.output.split(separator: "\n").count
    }
    #expect(try count() == 1)
    #expect(try count("--include-private") == 2)
    #expect(try count("--include-private", "--filter", "is:private") == 1)
    #expect(try count("--filter", "kind:note") == 0)
  }

  @Test(
    "Every format goes to a file or to standard output, the same",
    arguments: [
      "markdown", "html", "csv", "jsonl", "claimreview", "doccano", "labelstudio",
    ])
  func files(format: String) throws {
    let path = desk.folder.path(of: "out")
    let outcome = try run(["export", "--format", format, "-o", path, desk.article])
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    let standard = try run(["export", "--format", format, "-o", "-", desk.article])
    #expect(standard.output == (try desk.folder.read("out")))
    #expect(!standard.output.isEmpty)
  }

  @Test("brat makes a folder and says so when none is named")
  func brat() throws {
    #expect(try run(["export", "--format", "brat", desk.article]).isOneLineError)
    let folder = desk.folder.path(of: "out/brat")
    #expect(try run(["export", "--format", "brat", "-o", folder, desk.article]).status == 0)
    #expect(try desk.folder.read("out/brat/harbour.txt") == Desk.text)
    let taken = try run(["import", "--format", "brat", folder + "/harbour.ann"])
    #expect(taken.status == 0, "\(taken)")
    #expect(
      try desk.folder.read("out/brat/harbour.txt.annotations.json").contains("ferries sailed"))
  }

  @Test("An import says what would happen, takes in what is new, and nothing twice")
  func taking() throws {
    let lines = try run(["export", "--format", "jsonl", desk.article]).output
    let copy = try desk.folder.write(Desk.text, to: "copy.txt")
    let arguments = ["import", "--format", "w3c", "-", "--article", copy]
    let dry = try run(arguments + ["--dry-run"], input: lines)
    #expect(dry.status == 0 && dry.output == "\(copy) (dry run): 1 new\n")
    #expect((try? desk.folder.read("copy.txt.annotations.json")) == nil)
    #expect(try run(arguments, input: lines).output == "\(copy): 1 new\n")
    #expect(try run(arguments, input: lines).output == "\(copy): 1 there already\n")
    let other = lines.replacing("\"open\"", with: "\"done\"")
    let kept = try run(arguments, input: other)
    #expect(kept.status == 1 && kept.output.contains("1 different here, left unchanged"))
    let others = try run(arguments + ["--replace"], input: other)
    #expect(
      others.status == 1
        && others.output.contains("made by someone else and different, left unchanged"))
    #expect(try run(arguments + ["--replace-others"], input: other).output.contains("1 replaced"))
    let json = try JSONValue(parsing: run(arguments + ["--json"], input: other).output)
    #expect(json[0]?["outcome"]?.string == "present")
  }

  @Test("What another sidecar of the article holds is there already, unless a sidecar is named")
  func others() throws {
    let lines = try run(["export", "--format", "jsonl", desk.article]).output
    let copy = try desk.folder.write(Desk.text, to: "copy.txt")
    let ana = copy + ".ana.annotations.json"
    let arguments = ["import", "--format", "w3c", "-", "--article", copy]
    #expect(try run(arguments + ["--sidecar", ana], input: lines).output.contains(": 1 new"))
    #expect(try run(arguments, input: lines).output == "\(copy): 1 there already\n")
    let ben = copy + ".ben.annotations.json"
    #expect(try run(arguments + ["--sidecar", ben], input: lines).output.contains(": 1 new"))
  }

  @Test("A mark whose words are nowhere is an orphan, and the exit code says so")
  func orphans() throws {
    let lines = try run(["export", "--format", "jsonl", desk.article]).output
    let other = try desk.folder.write("Something else.\n", to: "other.txt")
    let outcome = try run(["import", "--format", "w3c", "-", "--article", other], input: lines)
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("not found with certainty"))
    #expect(try run(["list", "--filter", "is:orphaned", other]).output.contains("1 mark\n"))
  }

  @Test(
    "What cannot be read is one line and exit code 2",
    arguments: [
      ["import", "--format", "w3c", "no-such-file"], ["export", "--format", "nonsense", "."],
      ["import", "--format", "csv", "-"], ["stats", "--filter", "mood:grim"],
      ["export", "--format", "csv", "--filter", "is:odd"], ["agree", "no-such-file.txt"],
    ])
  func errors(arguments: [String]) throws {
    #expect(try run(arguments).isOneLineError)
  }
}
