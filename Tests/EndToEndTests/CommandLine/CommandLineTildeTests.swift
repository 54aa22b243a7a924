// Names that begin with a tilde are names like others: nobody's home is looked up for them.

import TestSupport
import Testing

@Suite struct CommandLineTildeTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  /// Runs galley in the folder of the desk; a variable that is nil is not set.
  private func galley(
    _ arguments: [String], environment: [String: String?] = [:]
  ) throws -> Program.Outcome {
    let script = "cd \"$0\" && exec \"$@\""
    var program = Program(
      path: "/bin/sh", arguments: ["-c", script, desk.folder.path, Program.galley] + arguments)
    program.environment["HOME"] = desk.folder.path
    for (name, value) in environment { program.environment[name] = value }
    return try program.run()
  }

  @Test("Keymaps and themes in folders with a tilde are read")
  func files() throws {
    try desk.folder.write("base = \"less\"\n", to: "~root/own.toml")
    #expect(try galley(["keys", "--keymap", "~root/own.toml"]).output.hasPrefix("keymap own\n"))
  }

  @Test(
    "Names with a tilde that are not there are said not to be",
    arguments: [
      ["keys", "--keymap", "~x/y.toml"], ["keys", "--check", "~x/y.toml"],
      ["read", "--theme", "~x/y.toml", "harbour.txt"],
    ])
  func missing(arguments: [String]) throws {
    let outcome = try galley(arguments)
    #expect(outcome.isOneLineError, "\(outcome)")
    #expect(outcome.errors.contains("there is no such file"), "\(outcome)")
  }

  @Test(
    "Without a home, or with a folder that is none, there are no options",
    arguments: [["HOME": nil], ["HOME": nil, "XDG_CONFIG_HOME": "~x"], ["HOME": "~root"]])
  func home(environment: [String: String?]) throws {
    let outcome = try galley(["config"], environment: environment)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("# set HOME to have options of your own\n"))
    let kept = try galley(["config", "--author", "Ana"], environment: environment)
    #expect(kept.isOneLineError, "\(kept)")
    #expect(try galley(["list", "~"], environment: environment).isOneLineError)
  }

  @Test("Options are kept in a home whose name begins with a tilde")
  func tilde() throws {
    let environment = ["HOME": desk.folder.path + "/~root"]
    #expect(try galley(["config", "--author", "Ana"], environment: environment).status == 0)
    #expect(try desk.folder.read("~root/.config/galley/config.toml").contains("\"Ana\""))
  }
}
