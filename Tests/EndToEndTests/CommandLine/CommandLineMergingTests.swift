// Two people, one article: git merges what they marked on two branches, and diff says what differs.

import ArticleModel
import FoundationEssentials
import LosslessJSON
import Sidecars
import TestSupport
import Testing

@Suite struct CommandLineMergingTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  /// Runs git in the desk's folder, with a name and a mail address of its own.
  @discardableResult
  private func git(_ arguments: String...) throws -> Program.Outcome {
    var program = Program(path: "git", arguments: ["-C", desk.folder.path] + arguments)
    program.environment["HOME"] = desk.folder.path
    program.environment["GIT_CONFIG_GLOBAL"] = desk.folder.path(of: "gitconfig")
    return try program.run()
  }

  private func commit(_ message: String) throws {
    try git("add", "-A", ".")
    let outcome = try git("commit", "-q", "-m", message)
    try #require(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  /// Makes a repository with an annotated article in it, where galley is the merge driver.
  private func makeRepository() throws {
    try desk.folder.write(
      "[user]\nname = Ana\nemail = ana@example.org\n[init]\ndefaultBranch = main\n",
      to: "gitconfig")
    try desk.folder.write(
      "gitconfig\n*.journal\n*.bak\n*.lock\n.local\n.config\n", to: ".gitignore")
    try git("init", "-q")
    try annotate("ferries sailed", "--note", "Which?")
    let installed = try installDriver()
    try #require(installed.status == 0, "\(installed.errors)")
    try commit("the article")
  }

  /// Runs `galley merge --install-git` in the desk's folder.
  private func installDriver() throws -> Program.Outcome {
    var program = Program(path: "sh")
    program.arguments = [
      "-c", "cd \"$1\" && exec \"$2\" merge --install-git", "sh", desk.folder.path, Program.galley,
    ]
    program.environment["HOME"] = desk.folder.path
    return try program.run()
  }

  private func annotate(_ words: String, _ more: String...) throws {
    var program = Program(
      path: Program.galley,
      arguments: ["annotate", desk.article, "--exact", words, "--kind", "question"] + more)
    program.environment["HOME"] = desk.folder.path
    let outcome = try program.run()
    try #require(outcome.status == 0, "\(outcome.errors)")
  }

  /// Changes the note of the first mark by hand, as another program might.
  private func rewriteNote(to note: String) throws {
    let name = "harbour.txt.annotations.json"
    let text = try desk.folder.read(name).replacing(
      /"value": "[^"]*"/, with: "\"value\": \"\(note)\"")
    try desk.folder.write(text, to: name)
    try commit("note: \(note)")
  }

  @Test("Marks that two branches made on one article are all there after git merges them")
  func twoBranches() throws {
    try makeRepository()
    try git("checkout", "-q", "-b", "ben")
    try annotate("harbour office", "--as", "Ben")
    try commit("Ben's mark")
    try git("checkout", "-q", "main")
    try annotate("officials said", "--as", "Ana")
    try commit("Ana's mark")
    let merge = try git("merge", "-q", "-m", "both", "ben")
    #expect(merge.status == 0, "\(merge.output)\(merge.errors)")
    let exact = try desk.annotations().compactMap {
      $0["target"]?["selector"]?[0]?["exact"]?.string
    }
    #expect(exact == ["officials said", "ferries sailed", "harbour office"])
    #expect(try desk.galley("check", desk.article).status == 0)
    #expect(try git("status", "--porcelain").output.isEmpty)
  }

  @Test("Where both changed the same, git says so, and both versions are kept and listed")
  func conflict() throws {
    try makeRepository()
    try git("checkout", "-q", "-b", "ben")
    try rewriteNote(to: "The big ones")
    try git("checkout", "-q", "main")
    try rewriteNote(to: "The small ones")
    let merge = try git("merge", "-q", "-m", "both", "ben")
    #expect(merge.status != 0)
    #expect(merge.errors.contains("was changed on both sides"))
    let list = try desk.galley("list", desk.article).output
    #expect(list.contains("2 marks") && list.contains("big ones") && list.contains("small ones"))
    #expect(list.components(separatedBy: "one of two versions").count == 3)
    #expect(!(try desk.folder.read("harbour.txt.annotations.json").contains("<<<<<<<")))
    let check = try desk.galley("check", desk.article)
    #expect(check.status == 1)
    #expect(check.output.contains("one of two versions that a merge kept"))
    let id = try #require(try desk.annotations().last { $0["galley:conflictsWith"] != nil }?["id"])
    #expect(try desk.galley("delete", id.string ?? "", desk.article).status == 0)
    #expect(try desk.galley("check", desk.article).status == 0)
  }

  @Test("Outside a repository the merge driver is refused in one line")
  func noRepository() throws {
    let outcome = try installDriver()
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("galley: git refused"))
    #expect(!FileManager.default.fileExists(atPath: desk.folder.path(of: ".gitattributes")))
  }

  @Test("merge writes what both have, and exits with 1 when both versions had to be kept")
  func merge() throws {
    try annotate("ferries sailed", "--note", "Which?")
    let base = try desk.folder.read("harbour.txt.annotations.json")
    let paths = try ["base", "ours", "theirs"].map { name in
      try desk.folder.write(
        base.replacing("Which?", with: name == "base" ? "Which?" : name), to: name + ".json")
    }
    let clean = try desk.galley("merge", paths[0], paths[0], paths[2])
    #expect(clean.status == 0 && clean.output.contains("\"theirs\""))
    let out = desk.folder.path(of: "out.json")
    let outcome = try desk.galley("merge", paths[0], paths[1], paths[2], "-o", out)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    let sidecar = try Sidecar(parsing: Array(desk.folder.read("out.json").utf8))
    #expect(sidecar.annotations.map(\.note).sorted() == ["ours", "theirs"])
    #expect(sidecar.annotations.inConflict.count == 2)
  }

  @Test("merge of two versions alone keeps what either has, and both where they differ")
  func mergeOfTwo() throws {
    try annotate("ferries sailed", "--note", "Which?")
    let ours = try desk.folder.write(
      try desk.folder.read("harbour.txt.annotations.json"), to: "ours.json")
    try annotate("harbour office", "--note", "Whose?")
    let both = try desk.galley("merge", ours, desk.sidecar)
    #expect(both.status == 0 && both.output.contains("Which?") && both.output.contains("Whose?"))
    let other = try desk.folder.write(
      try desk.folder.read("ours.json").replacing("Which?", with: "theirs"), to: "theirs.json")
    let differing = try desk.galley("merge", ours, other)
    #expect(differing.status == 1)
    #expect(differing.output.contains("Which?") && differing.output.contains("theirs"))
    let alone = try desk.galley("merge", ours)
    #expect(alone.isOneLineError && alone.errors.contains("merge takes ours and theirs"))
  }

  @Test("diff takes an article for the sidecar beside it, and says when there is none")
  func diffOfArticles() throws {
    try annotate("ferries sailed", "--note", "Which?")
    let copy = try desk.folder.write(Desk.text, to: "copy.txt")
    let none = try desk.galley("diff", desk.article, copy)
    #expect(none.isOneLineError && none.errors.contains("there are no marks beside it"))
    try desk.folder.write(
      try desk.folder.read("harbour.txt.annotations.json"), to: "copy.txt.annotations.json")
    #expect(try desk.galley("diff", desk.article, copy).status == 0)
  }

  @Test("diff says in words what differs, and as JSON for programs")
  func diff() throws {
    try annotate("ferries sailed", "--note", "Which?")
    let first = try desk.folder.write(
      try desk.folder.read("harbour.txt.annotations.json"), to: "first.json")
    #expect(try desk.galley("diff", first, desk.sidecar).status == 0)
    try desk.folder.write(
      try desk.folder.read("first.json").replacing("Which?", with: "Whose?")
        .replacing("\"open\"", with: "\"done\""), to: "harbour.txt.annotations.json")
    try annotate("harbour office")
    let outcome = try desk.galley("diff", first, desk.sidecar)
    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        changed  question “ferries sailed”
            status: open → done
            note: Which? → Whose?
        added    question “harbour office”

        """)
    let json = try JSONValue(parsing: desk.galley("diff", "--json", first, desk.sidecar).output)
    #expect(json.elements.map { $0["change"]?.string } == ["changed", "added"])
    #expect(json[0]?["details"]?[1]?["new"]?.string == "Whose?")
  }
}
