// Two people in one repository: what git does with sidecars and with what stands beside them.

import FoundationEssentials
import LosslessJSON
import TestSupport
import Testing

@Suite struct CommandLineGitTests {
  let desk: Desk
  private static let journal = "harbour.txt.annotations.json.journal"

  init() throws {
    desk = try Desk()
    try desk.folder.write(
      "[user]\nname = Ana\nemail = ana@example.org\n[init]\ndefaultBranch = main\n",
      to: "gitconfig")
    try git("init", "-q")
    try desk.folder.write("/gitconfig\n/.local\n/.config\n/.cache\n", to: ".git/info/exclude")
  }

  @discardableResult
  private func run(_ path: String, _ arguments: [String]) throws -> Program.Outcome {
    var program = Program(path: path, arguments: arguments)
    program.environment["HOME"] = desk.folder.path
    program.environment["GIT_CONFIG_GLOBAL"] = desk.folder.path(of: "gitconfig")
    program.environment["GIT_EDITOR"] = "true"
    return try program.run()
  }

  /// Runs git, which is to succeed.
  @discardableResult
  private func git(_ arguments: String...) throws -> String {
    let outcome = try run("git", ["-C", desk.folder.path] + arguments)
    try #require(
      outcome.status == 0,
      "git \(arguments.joined(separator: " ")): \(outcome.output)\(outcome.errors)")
    return outcome.output
  }

  @discardableResult
  private func install(in folder: String = ".") throws -> Program.Outcome {
    let outcome = try run(
      "/bin/sh",
      [
        "-c", "umask 022; cd \"$1\" && exec \"$2\" merge --install-git", "sh",
        desk.folder.path(of: folder),
        Program.galley,
      ])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome
  }

  private func mark(_ words: String, as name: String) throws {
    let outcome = try run(
      Program.galley,
      ["annotate", desk.article, "--exact", words, "--kind", "highlight", "--as", name])
    try #require(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
  }

  private func commit(_ message: String) throws {
    try git("add", "-A", ".")
    try git("commit", "-q", "-m", message)
  }

  private func words() throws -> Set<String> {
    Set(try desk.annotations().compactMap { $0["target"]?["selector"]?[0]?["exact"]?.string })
  }

  /// A mark of Ana's on one branch, of Ben's on the other, which is checked out.
  private func makeBranches() throws {
    try mark("ferries sailed", as: "Ana")
    try commit("the article")
    try git("checkout", "-q", "-b", "ana")
    try mark("officials said", as: "Ana")
    try commit("Ana's mark")
    try git("checkout", "-q", "main")
    try mark("harbour office", as: "Ben")
    try commit("Ben's mark")
  }

  private let all: Set = ["ferries sailed", "officials said", "harbour office"]

  @Test(
    "--install-git says what it writes, at the top of the repository, with the usual permissions")
  func installation() throws {
    try FileManager.default.createDirectory(
      atPath: desk.folder.path(of: "deep/down"), withIntermediateDirectories: true)
    try desk.folder.write("*.o", to: ".gitignore")
    let told = try install(in: "deep/down").output
    #expect(told.contains("ignores their journals, backups and locks"))
    #expect(told.contains("commit .gitattributes and .gitignore"))
    let ignored = try desk.folder.read(".gitignore")
    #expect(ignored.hasPrefix("*.o\n*.annotations.json.journal\n"))
    try install()
    #expect(try desk.folder.read(".gitignore") == ignored)
    let modes = try run("stat", ["-c", "%a", desk.folder.path(of: ".gitattributes")])
    #expect(modes.output == "644\n")
    try mark("ferries sailed", as: "Ana")
    #expect(try !git("status", "--porcelain").contains("annotations.json."))
  }

  @Test("A merge of two branches has the marks of both, and no journal stands in the way")
  func merge() throws {
    try install()
    try makeBranches()
    try git("merge", "-q", "-m", "both", "ana")
    #expect(try words() == all)
    #expect(try git("ls-files").contains("harbour.txt.annotations.json\n"))
    #expect(try !git("ls-files").contains("journal"))
    #expect(try git("status", "--porcelain").isEmpty)
  }

  @Test("A rebase and a cherry-pick bring marks over, and an abort brings back what was there")
  func rebase() throws {
    try install()
    try makeBranches()
    try git("checkout", "-q", "-b", "picked")
    try git("cherry-pick", "ana")
    #expect(try words() == all)
    try git("checkout", "-q", "ana")
    try git("rebase", "-q", "main")
    #expect(try words() == all)
    #expect(try run(Program.galley, ["check", desk.article]).status == 0)
    try git("checkout", "-q", "main")
    try git("merge", "--no-commit", "--no-ff", "ana")
    #expect(try words() == all)
    try git("merge", "--abort")
    #expect(try words() == ["ferries sailed", "harbour office"])
    try mark("officials said", as: "Ben")
    #expect(try words() == all)
  }

  @Test("What is stashed is gone until it is applied again: no journal restores it before")
  func stash() throws {
    try install()
    try makeBranches()
    try mark("officials said", as: "Ben")
    try git("stash", "-q")
    #expect(try words() == ["ferries sailed", "harbour office"])
    try mark("closed on Monday", as: "Ben")
    #expect(try words() == ["ferries sailed", "harbour office", "closed on Monday"])
    try commit("another mark")
    try git("stash", "pop", "-q")
    #expect(try words() == all.union(["closed on Monday"]))
  }

  @Test("A journal that is tracked already merges, rebases and checks out without a conflict")
  func trackedJournal() throws {
    try makeBranches()
    #expect(try git("ls-files").contains(Self.journal))
    let told = try install().errors
    #expect(told.contains("tracked already: ") && told.contains(Self.journal))
    #expect(told.contains("The next commit empties what is tracked"))
    try mark("closed on Monday", as: "Ben")
    try commit("with galley")
    #expect(try git("cat-file", "-s", "HEAD:\(Self.journal)") == "0\n")
    try git("merge", "-q", "-m", "both", "ana")
    #expect(try words() == all.union(["closed on Monday"]))
    #expect(try git("cat-file", "-s", "HEAD:\(Self.journal)") == "0\n")
    try git("checkout", "-q", "ana")
    try mark("closed on Monday", as: "Ana")
    try commit("Ana's other mark")
    try git("rebase", "-q", "main")
    #expect(try git("status", "--porcelain").isEmpty)
    #expect(try run(Program.galley, ["check", desk.article]).status == 0)
  }

  @Test("Nothing that was deleted comes into the history, even when a journal is added by force")
  func forcedJournal() throws {
    try install()
    try mark("officials said", as: "Ana")
    let id = try #require(try desk.annotations().first?["id"]?.string)
    #expect(try run(Program.galley, ["delete", id, desk.article, "--not-mine"]).status == 0)
    #expect(try desk.folder.read(Self.journal).contains("officials said"))
    try git("add", "-f", Self.journal)
    try commit("all of it")
    #expect(
      try git("log", "-p", "--all", "--text", "-S", "officials said", "--", "*annot*").isEmpty)
    #expect(try desk.folder.read(Self.journal).contains("officials said"))
  }
}
