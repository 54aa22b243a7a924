// How the commands are called, and what they say when they are called wrongly.

import ArticleModel
import FoundationEssentials
import LosslessJSON
import Sidecars
import TestSupport
import Testing

@Suite struct CommandLineUsageTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  @Test(
    "A usage error is one line on standard error and exit code 2",
    arguments: [
      [], ["--bogus"], ["text"], ["annotate"], ["keys", "--keymap"],
      ["list", "--filter", "kind:x"],
      ["taxonomy", "no-such-pack"], ["keys", "--keymap", "nano"], ["show"], ["show", "0000"],
      ["annotate", "x.txt", "--kind", "mood", "--exact", "x"], ["read"],
    ])
  func usage(arguments: [String]) throws {
    var program = Program(path: Program.galley, arguments: arguments)
    program.environment["HOME"] = desk.folder.path
    let outcome = try program.run()
    #expect(outcome.isOneLineError, "\(outcome)")
  }

  @Test(
    "Every command has help with an example",
    arguments: [
      "read", "text", "analyze", "annotate", "list", "show", "delete", "check", "describe", "stats",
      "agree", "export", "import", "contents", "review", "claims", "verify", "diff", "merge", "map",
      "bundle", "reanchor", "taxonomy", "keys", "doctor", "config",
    ])
  func help(command: String) throws {
    let outcome = try desk.galley(command, "--help")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Example: galley"))
    #expect(try desk.galley("--help").output.contains("  \(command) "))
  }

  @Test("An example can be pasted: help and manual break it only where a shell goes on reading")
  func examples() throws {
    let listed = try desk.galley("--help").output.matches(of: /(?m)^  ([a-z]+) {2,}\S/)
    let commands = Set(listed.map { String($0.1) })
    #expect(commands.count > 20)
    let pages = try commands.map { try desk.galley($0, "--help").output }
    for page in try pages + [desk.galley("manual").output.replacing("\\e", with: "\\")] {
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
      for (line, next) in zip(lines, lines.dropFirst())
      where line.hasPrefix("Example: ") || line.hasPrefix("    ") && line.hasSuffix("\\") {
        let isWhole = next.isEmpty || next.hasPrefix("Example: ") || next.hasPrefix(".")
        #expect(line.hasSuffix("\\") ? next.hasPrefix("    ") : isWhole, "\(line)\n\(next)")
      }
    }
  }

  @Test("The version names the program, the engines and each model by the digest of its file")
  func version() throws {
    let lines = try desk.galley("--version").output.split(separator: "\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines.first?.hasPrefix("galley \(Sidecar.softwareVersion)") == true)
    #expect(lines.dropFirst().first?.hasPrefix("engines: fast ") == true)
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/EmbeddedData/Models")
    let models = [
      ("attribution", "attribution.crf"), ("claims", "claims.model"), ("encoder", "encoder.bin"),
      ("names", "names.model"),
    ]
    let named = try models.map { name, file in
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file)))
      return "\(name) \(bytes.withUnsafeBufferPointer { Digest(of: $0) }.description.prefix(8))"
    }
    #expect(lines.last == "models: " + named.joined(separator: ", "))
    #expect(try desk.galley("doctor").output.hasPrefix(lines[0] + "\n"))
  }

  @Test("What is no text is refused with what it is")
  func binary() throws {
    let picture = try desk.folder.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], to: "a.png")
    for arguments in [["text", picture], ["list", picture], ["check", picture]] {
      let outcome = try Program(path: Program.galley, arguments: arguments).run()
      #expect(outcome.isOneLineError, "\(outcome)")
      #expect(outcome.errors.contains("a PNG picture"))
    }
  }

  @Test("text prints what offsets refer to, whatever the encoding of the file")
  func text() throws {
    let wide = Desk.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let path = try desk.folder.write([0xFF, 0xFE] + wide, to: "wide.txt")
    #expect(try desk.galley("text", path).output == Desk.text)
    #expect(try desk.galley("text", "-", input: "one\r\ntwo\n").output == "one\ntwo\n")
  }

  @Test("keys --check names what is wrong with file and line, and exits with 1")
  func keys() throws {
    let bad = try desk.folder.write("[normal]\n\"x\" = \"no-such-action\"\n", to: "bad.toml")
    let outcome = try desk.galley("keys", "--check", bad)
    #expect(outcome.status == 1)
    #expect(
      outcome.output == "\(bad):2: there is no action “no-such-action”; galley keys lists "
        + "them all\n")
    let twin = try desk.folder.write("[normal]\n\"<C-i>\" = \"open\"\n", to: "twin.toml")
    let warned = try desk.galley("keys", "--check", twin)
    #expect(warned.status == 0)
    #expect(warned.output.contains(":2: warning: “<C-i>” a terminal reports <C-i> as <Tab>"))
  }

  @Test("keys prints the map that the configuration names")
  func liveMap() throws {
    #expect(try desk.galley("keys").output.hasPrefix("keymap default\n"))
    try desk.folder.write("keymap = \"less\"\n", to: ".config/galley/config.toml")
    #expect(try desk.galley("keys").output.hasPrefix("keymap less\n"))
    #expect(try desk.galley("keys", "--keymap", "vim").output.hasPrefix("keymap vim\n"))
  }

  @Test("doctor names what is wrong in the configuration and exits with 1")
  func doctor() throws {
    let well = try desk.galley("doctor")
    #expect(well.status == 0, "\(well)")
    #expect(well.output.contains("ok  keys        keymap default"))
    let path = try desk.folder.write("measure = 3\n", to: ".config/galley/config.toml")
    let ill = try desk.galley("doctor")
    #expect(ill.status == 1)
    #expect(ill.output.contains("!!  options     \(path):1: “measure” must be a whole number"))
    #expect(ill.errors.isEmpty)
  }

  @Test("doctor names every fault of the theme that is chosen, and tells checklists from terms")
  func doctorOnThemes() throws {
    try desk.folder.write("theme = \"mine\"\n", to: ".config/galley/config.toml")
    let theme = try desk.folder.write(
      "nonsense = 1\n\n[styles]\nnobody = \"bold\"\nmark = \"no-colour\"\n",
      to: ".config/galley/themes/mine.toml")
    let list = try desk.folder.write("nonsense = 1\n", to: ".config/galley/checklists/bad.toml")
    let found = try desk.galley("doctor").output
    #expect(found.components(separatedBy: "  theme       \(theme):").count > 2, "\(found)")
    #expect(found.contains("  checklists  \(list)"))
    #expect(!found.contains("  terms       \(list)"))
  }

  @Test("A filter may begin with a hyphen")
  func hyphens() throws {
    _ = try desk.galley(
      "annotate", desk.article, "--exact", "ferries sailed", "--kind", "highlight")
    let listed = try desk.galley("list", "--filter", "-is:done", desk.article)
    #expect(listed.status == 0 && listed.output.contains("1 mark\n"), "\(listed)")
    let others = try desk.galley("list", "--filter", "-kind:highlight", desk.article)
    #expect(!others.output.contains("1 mark\n"))
  }

  @Test("A stream that is no text is given up at once")
  func endlessStream() throws {
    #expect(try desk.galley("text", "/dev/zero").isOneLineError)
  }

  @Test("The author that config keeps makes the marks from then on")
  func author() throws {
    #expect(try desk.galley("config", "--author", "Ana Lopes").status == 0)
    #expect(try desk.galley("config").output.contains("author   Ana Lopes"))
    _ = try desk.galley(
      "annotate", desk.article, "--exact", "ferries sailed", "--kind", "highlight")
    let creator = try desk.annotations().first?["creator"]
    #expect(creator?["name"]?.string == "Ana Lopes")
    #expect(creator?["id"]?.string?.hasPrefix("urn:uuid:") == true)
  }

  @Test("A full disk is not taken for success")
  func fullDisk() throws {
    let command = "exec \(Program.galley) text \(desk.article) > /dev/full"
    let outcome = try Program(path: "/bin/sh", arguments: ["-c", command]).run()
    #expect(outcome.isOneLineError)
    #expect(outcome.errors.contains("standard output: No space left"))
  }
}
