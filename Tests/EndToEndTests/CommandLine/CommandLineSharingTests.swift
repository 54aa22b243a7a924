// Several accounts on one folder: whoever may read a sidecar sees its marks, and whoever may write in the
// folder can add to them. Only the superuser can be several people, so these tests run for nobody else.

import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite(.enabled(if: Account.canBeSeveral)) struct CommandLineSharingTests {
  private func shared(mode: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Desk.text, to: "story.txt")
    let setUp = try Program(
      path: "sh",
      arguments: [
        "-c",
        "cd \"$1\" && mkdir .home-\(Account.ana) .home-\(Account.ben) && chown -R \(Account.ana):\(Account.group) ."
          + " && chown \(Account.ben) .home-\(Account.ben) && chmod \(mode) . && chmod 644 story.txt",
        "sh", folder.path,
      ]
    ).run()
    try #require(setUp.status == 0, "\(setUp.errors)")
    return folder
  }

  private static let mark = "\"$galley\" annotate story.txt --article --kind note --note n"
  private static let count = "\"$galley\" list --json story.txt | grep -c '\"motivation\"'"

  @Test(
    "Who may only read sees the marks with every command, whatever journal and backup are",
    arguments: ["600", "644", "000"])
  func reading(mode: String) throws {
    let folder = try shared(mode: "755")
    for _ in 1...2 {
      #expect(try Account.run(as: Account.ana, folder.path, Self.mark).status == 0)
    }
    _ = try Account.run(
      as: Account.ana, folder.path,
      "touch story.txt.annotations.json.lock; chmod \(mode) *.journal *.bak *.lock")
    for command in [
      "list .", "list story.txt", "check .", "stats .", "export --format csv .",
      "reanchor --dry-run story.txt",
      "analyze --corrected story.txt",
    ] {
      let outcome = try Account.run(as: Account.ben, folder.path, "\"$galley\" \(command)")
      #expect(outcome.status == 0, "\(command): \(outcome.errors)")
      #expect(outcome.errors.split(separator: "\n").count <= 1, "\(command): \(outcome.errors)")
    }
    #expect(try Account.run(as: Account.ben, folder.path, Self.count).output == "2\n")
  }

  @Test(
    "Two who may write in a folder add to the same marks, and nobody's journal goes",
    arguments: ["022", "002", "077"])
  func writing(umask: String) throws {
    let folder = try shared(mode: "2775")
    for user in [Account.ana, Account.ben, Account.ana, Account.ben] {
      let outcome = try Account.run(as: user, folder.path, umask: umask, Self.mark)
      let canRead = umask != "077" || user == Account.ana
      #expect((outcome.status == 0) == canRead, "\(user): \(outcome.errors)")
    }
    let expected = umask == "077" ? "2\n" : "4\n"
    #expect(try Account.run(as: Account.ana, folder.path, Self.count).output == expected)
    let groups = try Program(
      path: "sh", arguments: ["-c", "stat -c %g \"$1\"/story.txt.*", "sh", folder.path]
    ).run()
    #expect(Set(groups.output.split(separator: "\n")) == [Substring(Account.group)])
  }

  @Test("The journal of an earlier version, which others cannot read, stays as it is")
  func foreignJournal() throws {
    let folder = try shared(mode: "2775")
    #expect(try Account.run(as: Account.ana, folder.path, umask: "002", Self.mark).status == 0)
    _ = try Account.run(as: Account.ana, folder.path, "chmod 600 *.journal")
    let before = try folder.read("story.txt.annotations.json.journal")
    let outcome = try Account.run(as: Account.ben, folder.path, umask: "002", Self.mark)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.read("story.txt.annotations.json.journal") == before)
    #expect(try Account.run(as: Account.ana, folder.path, Self.count).output == "2\n")
    #expect(try Account.run(as: Account.ben, folder.path, Self.count).output == "2\n")
  }

  @Test("A folder that cannot be read is said, and the exit code tells")
  func unreadableFolder() throws {
    let folder = try shared(mode: "755")
    #expect(try Account.run(as: Account.ana, folder.path, Self.mark).status == 0)
    _ = try Account.run(as: Account.ana, folder.path, "mkdir -m 700 locked; cp story.txt* locked/")
    for command in ["list .", "check .", "stats .", "export --format csv ."] {
      let outcome = try Account.run(as: Account.ben, folder.path, "\"$galley\" \(command)")
      #expect(outcome.status == 1 && outcome.errors.contains("locked"), "\(command)")
      #expect(outcome.output.isEmpty == command.hasPrefix("check"), "\(command)")
    }
    #expect(try Account.run(as: Account.ben, folder.path, "\"$galley\" list locked").status == 2)
  }
}

/// The accounts of these tests.
private enum Account {
  static let (ana, ben, group) = ("64101", "64102", "64100")

  /// Whether the tests may change the account, and other accounts may run the program.
  static var canBeSeveral: Bool {
    guard getuid() == 0 else { return false }
    let outcome = try? run(as: ben, "/", "\"$galley\" --version").status
    return outcome == 0
  }

  /// Runs a line of the shell as an account in the group of the desk.
  static func run(
    as user: String, _ folder: String, umask: String = "022", _ line: String
  ) throws -> Program.Outcome {
    var program = Program(path: "setpriv")
    program.arguments = [
      "--reuid", user, "--regid", user, "--groups", group, "sh", "-c",
      "umask \(umask) && cd \"$1\" && galley=$2 && " + line, "sh", folder, Program.galley,
    ]
    program.environment["HOME"] = folder + "/.home-" + user
    return try program.run()
  }
}
