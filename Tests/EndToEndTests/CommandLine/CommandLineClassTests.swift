// A class of four hands in, each in a way of their own, and is scored against a key.

import LosslessJSON
import TestSupport
import Testing

@Suite struct CommandLineClassTests {
  private static let text = """
    Council guts the night bus

    The council guts the night bus. Fares will soar by 40 percent, officials claimed on Monday.

    Experts say the plan makes no sense. The hordes who ride at night must walk.

    """

  /// Ana and Ben have folders; Cleo read a later version of the text; Dora's marks lie beside Ana's article.
  private func room() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let later = Self.text.replacing("Experts say the plan makes no sense. ", with: "")
      .replacing("The council guts", with: "Updated on Tuesday with a reply.\n\nThe council guts")
    for name in ["key/story.txt", "class/ana/story.txt", "class/ben/story.txt"] {
      try folder.write(Self.text, to: name)
    }
    try folder.write(later, to: "class/cleo/story.txt")
    let marks: [(String, String, String, String)] = [
      ("Dana", "loaded-term", "guts the night bus.", "key/story.txt"),
      ("Dana", "judging-attribution", "claimed", "key/story.txt"),
      ("Dana", "agentless-claim", "Experts say", "key/story.txt"),
      ("Dana", "labelling", "hordes", "key/story.txt"),
      ("Ana", "loaded-term", "guts the night bus.", "class/ana/story.txt"),
      ("Ana", "judging-attribution", "officials claimed", "class/ana/story.txt"),
      ("Ben", "loaded-term", "hordes", "class/ben/story.txt"),
      ("Cleo", "labelling", "hordes", "class/cleo/story.txt"),
    ]
    for (person, term, words, article) in marks {
      try mark(
        folder,
        [
          "--as", person, "--term", term, "--exact", words, folder.path(of: article),
        ])
    }
    try mark(
      folder,
      [
        "--as", "Dora", "--term", "agentless-claim", "--exact", "Experts", "--sidecar",
        folder.path(of: "class/ana/story.txt.dora.annotations.json"),
        folder.path(of: "class/ana/story.txt"),
      ])
    return folder
  }

  private func mark(_ folder: TemporaryFolder, _ arguments: [String]) throws {
    let outcome = try galley(folder, ["annotate", "--kind", "bias"] + arguments)
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  private func galley(_ folder: TemporaryFolder, _ arguments: [String]) throws -> Program.Outcome {
    var program = Program(path: Program.galley, arguments: arguments)
    program.environment["HOME"] = folder.path
    return try program.run()
  }

  private func score(_ folder: TemporaryFolder, _ more: [String]) throws -> Program.Outcome {
    let key = folder.path(of: "key/story.txt.annotations.json")
    return try galley(folder, ["agree", "--key", key, folder.path(of: "class")] + more)
  }

  @Test("Everybody is scored by place and term, also on a text that differs from that of the key")
  func scores() throws {
    let outcome = try score(room(), ["--json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let json = try JSONValue(parsing: outcome.output)
    let rows = json["learners"]?.elements.map { learner in
      let all = learner["all"]
      return "\(learner["name"]?.string ?? "") "
        + ["hits", "misses", "otherwise", "extras"]
        .map { "\(all?[$0]?.int ?? -1)" }.joined(separator: " ")
    }
    #expect(rows == ["Ana 2 2 0 0", "Ben 0 4 1 1", "Cleo 1 2 0 0", "Dora 1 3 0 0"])
    #expect(json["missed"]?.elements.first?["asked"]?.int == 4)
  }

  @Test("Names are hidden when that is asked for, on the screen and in the pages")
  func hidden() throws {
    let folder = try room()
    let outcome = try score(folder, ["--hide-names", "--report", folder.path(of: "reports")])
    let page = try folder.read("reports/class.html")
    for name in ["Ana", "Ben", "Cleo", "Dora"] {
      #expect(!outcome.output.contains(name) && !page.contains(name))
    }
    #expect(outcome.output.contains("Learner 4"))
    #expect(try folder.read("reports/Learner-1.html").contains("<h2>Learner 1</h2>"))
  }

  @Test("There is a page per learner and one for the class, and none is replaced unasked")
  func reports() throws {
    let folder = try room()
    let more = ["--report", folder.path(of: "reports"), "--format", "markdown"]
    #expect(try score(folder, more).status == 0)
    let cleo = try folder.read("reports/Cleo.md")
    #expect(cleo.contains("**bias: agentless claim – not in this learner's text**"))
    #expect(cleo.contains("“hordes” – **bias: labelling – found**"))
    let overview = try folder.read("reports/class.md")
    #expect(overview.contains("| Ana | 4 | 2 | 2 | 0 |"))
    try folder.write("mine", to: "reports/class.md")
    #expect(try score(folder, more).status == 2)
    #expect(try folder.read("reports/class.md") == "mine")
    #expect(try score(folder, more + ["--force"]).status == 0)
  }

  @Test("A key without a sidecar, and a folder in which nobody handed in, end in one line")
  func nothing() throws {
    let folder = try room()
    let empty = try folder.write("Text.", to: "empty/a.txt")
    let noKey = try galley(folder, ["agree", "--key", empty, folder.path(of: "class")])
    #expect(noKey.isOneLineError, "\(noKey.errors)")
    let key = folder.path(of: "key/story.txt.annotations.json")
    let nobody = try galley(folder, ["agree", "--key", key, folder.path(of: "empty")])
    #expect(nobody.isOneLineError, "\(nobody.errors)")
  }
}
