// Commands of the user's own: how config.toml writes them, and what they are given.

import Configuration
import FoundationEssentials
import Interface
import Screen
import TestSupport
import Testing

@Suite struct OwnCommandTests {
  private func parse(_ text: String) -> (commands: [OwnCommand], problems: [String]) {
    let (configuration, problems) = UserConfiguration.parse(text, file: "config.toml")
    return (configuration.commands, problems.map(\.description))
  }

  private func command(_ run: String) throws -> OwnCommand {
    let (commands, problems) = parse("[[command]]\nrun = [\(run)]\n")
    #expect(problems == [])
    return try #require(commands.first)
  }

  @Test("A command has a name, keys, a program with its arguments, and an output")
  func whole() throws {
    let (commands, problems) = parse(
      """
      [[command]]
      name = "search"
      key = "gx"
      run = ["search", "--in={file}", "{start}-{end}", "{quote}"]
      output = "evidence"
      [[command]]
      run = ["/usr/bin/env", "{ x }", "{}", "a{b c}"]
      """)
    #expect(problems == [])
    let first = try #require(commands.first)
    #expect(first.name == "search" && first.output == .evidence)
    #expect(Key.notation(of: first.keys) == "gx")
    #expect(first.values == [.file, .start, .end, .quote])
    let words = try first.words(with: [.file: "/a b", .start: "3", .end: "9", .quote: "it; rm x"])
    #expect(words == ["search", "--in=/a b", "3-9", "it; rm x"])
    let second = try #require(commands.last)
    #expect(second.name == "/usr/bin/env" && second.output == .show && second.keys.isEmpty)
    #expect(try second.words(with: [:]) == ["/usr/bin/env", "{ x }", "{}", "a{b c}"])
  }

  @Test("No value becomes an option, wherever it comes from")
  func options() throws {
    let values: [OwnCommand.Value: String] = [
      .quote: "--exec=rm", .speaker: "-x", .url: "https://x",
    ]
    for run in [
      "\"p\", \"{quote}\"", "\"p\", \"{speaker}\"", "\"p\", \"{quote}{url}\"",
      "\"p\", \"--\\u0000\", \"{quote}\"", "\"p\", \"{quote}\", \"--\"",
    ] {
      let command = try command(run)
      #expect(throws: OwnCommand.Fault.self) { try command.words(with: values) }
    }
    #expect(
      try command("\"p\", \"-q\", \"--\", \"{quote}\"").words(with: values)
        == ["p", "-q", "--", "--exec=rm"])
    #expect(
      try command("\"p\", \"--for={quote}\", \"{url}\"").words(with: values)
        == ["p", "--for=--exec=rm", "https://x"])
  }

  @Test("A zero byte ends no argument, and does not hide a hyphen behind it")
  func zeroBytes() throws {
    let command = try command("\"p\", \"{quote}\"")
    #expect(try command.words(with: [.quote: "a\0b"]) == ["p", "ab"])
    #expect(throws: OwnCommand.Fault.option(.quote, "-b")) {
      try command.words(with: [.quote: "\0-b"])
    }
  }

  @Test("A value that is not there keeps the command from being run")
  func missing() throws {
    let command = try command("\"p\", \"by {speaker}\"")
    #expect(throws: OwnCommand.Fault.missing(.speaker)) { try command.words(with: [:]) }
  }

  @Test(
    "What cannot be run is named with its line and left out",
    arguments: [
      ("run = []", "“run” names the program"),
      ("run = [\"./tool\"]", "must be the name of a program in PATH"),
      ("run = [\"bin/tool\"]", "must be the name of a program in PATH"),
      ("run = [\"{quote}\"]", "must be the name of a program in PATH"),
      ("run = [\"-x\"]", "must be the name of a program in PATH"),
      ("run = \"tool {quote}\"", "must be a list of strings"),
      ("run = [\"p\", \"{qoute}\"]", "there is no value {qoute}"),
      ("run = [\"p\"]\noutput = \"mail\"", "there is no output “mail”"),
      ("run = [\"p\"]\nkey = \"<Nokey>\"", "“<Nokey>”"),
    ])
  func faults(_ lines: String, _ wanted: String) {
    let (commands, problems) = parse("[[command]]\n\(lines)\n")
    #expect(commands.isEmpty)
    #expect(
      problems.contains { $0.contains(wanted) && $0.hasPrefix("config.toml:") }, "\(problems)")
  }

  @Test("Commands count only in a file that nobody else may write")
  func ownFile() throws {
    let folder = try TemporaryFolder()
    let folders = UserFolders(environment: ["XDG_CONFIG_HOME": folder.path])
    let path = try folder.write("[[command]]\nrun = [\"p\"]\n", to: "galley/config.toml")
    #expect(UserConfiguration.load(from: folders).configuration.commands.count == 1)
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: path)
    let (configuration, problems) = UserConfiguration.load(from: folders)
    #expect(configuration.commands.isEmpty)
    #expect(problems.map(\.description).first?.contains("[[command]] takes effect only") == true)
  }

  @Test("The keys of a command come before those of the keymap, and bring its number along")
  func keys() throws {
    let (commands, _) = parse(
      "[[command]]\nrun = [\"p\"]\n[[command]]\nrun = [\"q\"]\nkey = \"gx\"\n")
    let keymap = Keymap.standard.binding(commands)
    let keys = try Key.sequence("gx")
    #expect(keymap.match(keys, in: .normal) == .action(.ownCommand))
    #expect(keymap.count(of: keys, in: .pane) == 2)
    var reading = KeyReading()
    #expect(reading.read(.character("g"), keymap, in: .normal) == .pending)
    #expect(
      reading.read(.character("x"), keymap, in: .normal) == .action(.ownCommand, count: 2))
  }
}
