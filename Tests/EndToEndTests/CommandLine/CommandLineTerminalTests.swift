// What commands send to a terminal when everything that they are given is hostile.

import ArticleModel
import LosslessJSON
import Screen
import TestSupport
import Testing

@Suite struct CommandLineTerminalTests {
  /// What a terminal would act on, or what makes a text look like another one.
  private static let unsafe = [
    "\u{1B}]0;title\u{7}", "\u{1B}[31m", "\u{1B}]52;c;eA==\u{7}", "\u{9B}31m", "\u{9D}0;x\u{9C}",
    "\u{7F}", "\u{8}", "\r", "\u{202E}", "\u{2066}", "\u{200F}", "\u{61C}", "\u{2028}", "\u{2029}",
    "\u{E0041}\u{E007F}", "\u{85}", "\u{206E}", "\u{1}",
  ]

  /// Commands that draw screens of their own, or set up what lies outside of a test.
  private static let exempt: Set = ["read", "review", "doctor"]

  private static func poison(_ chance: inout Chance) -> String {
    "x" + (0..<3).map { _ in chance.pick(unsafe) }.joined() + "y"
  }

  @Test(
    "No command sends a terminal what it would act on, whatever stands in articles, sidecars and names",
    arguments: [1, 2])
  func terminal(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let room = try HostileRoom(&chance, poison: Self.poison)
    var used: Set<String> = []
    for arguments in room.commandLines(&chance, poison: Self.poison) {
      var program = Program(path: Program.galley, arguments: arguments)
      program.environment["HOME"] = room.folder.path
      let (status, bytes) = try program.runAtTerminal()
      used.insert(arguments[0])
      let shown = String(decoding: bytes, as: UTF8.self)
      let leaked = shown.unicodeScalars.first {
        $0 != "\n" && $0 != "\t" && $0.terminalStandIn != nil
      }
      #expect(
        leaked == nil && (0...2).contains(status),
        "seed \(seed), \(arguments): \(status), \(leaked.debugDescription)")
      // Two equal versions differ in nothing.
      #expect(!bytes.isEmpty || arguments[0] == "diff", "seed \(seed), \(arguments)")
    }
    let help = try Program(path: Program.galley, arguments: ["--help"]).run().output
    let commands = try #require(help.split(separator: "SUBCOMMANDS:\n").last)
      .split(separator: "\n")
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(commands.count > 15)
    for command in commands where !Self.exempt.contains(command) {
      #expect(used.contains(command), "no line tries \(command)")
    }
  }

  @Test("JSON that goes to a terminal is the JSON that goes to a file")
  func json() throws {
    var chance = Chance(seed: 3)
    let room = try HostileRoom(&chance, poison: Self.poison)
    for arguments in [
      ["list", "--json", room.article], ["stats", "--json", room.article],
      ["analyze", "--format", "json", room.article],
      ["merge", room.sidecar, room.sidecar, room.sidecar],
      ["export", "--format", "w3c", room.article],
    ] {
      var program = Program(path: Program.galley, arguments: arguments)
      program.environment["HOME"] = room.folder.path
      let shown = try JSONValue(parsing: program.runAtTerminal().bytes)
      var written = try JSONValue(parsing: program.run().output)
      if case .object(var object) = written, object["generated"] != nil {
        object["generated"] = shown["generated"]
        written = .object(object)
      }
      #expect(shown == written, "\(arguments)")
    }
  }
}

/// A folder in which every name and every text is hostile.
private struct HostileRoom {
  let folder: TemporaryFolder
  let article: String
  let sidecar: String
  let mailbox: String
  private let folderName: String

  typealias Poison = (inout Chance) -> String

  init(_ chance: inout Chance, poison: Poison) throws {
    folder = try TemporaryFolder()
    folderName = "dir" + poison(&chance)
    let name = "\(folderName)/a\(poison(&chance)).txt"
    let text = """
      Title \(poison(&chance)) of it

      “We \(poison(&chance)) will pay 5 million,” said Mayor Ana \(poison(&chance)) in Cork \
      \(poison(&chance)).

      """
    article = try folder.write(text, to: name)
    sidecar = article + ".annotations.json"
    try folder.write(Self.sidecar(&chance, poison: poison), to: name + ".annotations.json")
    try folder.write(
      Self.sidecar(&chance, poison: poison), to: name + ".\(poison(&chance)).annotations.json")
    try folder.write("x = \"\(poison(&chance))\n[\(poison(&chance))]\n", to: "bad.toml")
    mailbox = try folder.write(
      (1...2).map { Self.mail($0, &chance, poison: poison) }.joined(), to: "\(folderName)/a.mbox")
  }

  private static func mail(_ number: Int, _ chance: inout Chance, poison: Poison) -> String {
    """
    From ana@post.example Tue Nov  3 14:42:0\(number) 2026
    From: Ana\(poison(&chance)) <ana@post.example>
    Subject: Gate \(number)\(poison(&chance))
    Date: Tue, 3 Nov 2026 14:42:0\(number) +0100
    Message-ID: <\(number)@post.example>

    The gate\(poison(&chance)) is shut.


    """
  }

  /// A sidecar with a mark of each sort, as another program might write it: without escapes.
  private static func sidecar(_ chance: inout Chance, poison: Poison) -> String {
    func quoted(_ text: String) -> String {
      // Only what JSON forbids is escaped.
      let escaped = text.unicodeScalars.map { scalar in
        let digits = String(scalar.value, radix: 16)
        let zeroes = String(repeating: "0", count: max(4 - digits.count, 0))
        return scalar.value < 0x20 ? "\\u\(zeroes)\(digits)" : String(scalar)
      }
      return "\"\(escaped.joined())\""
    }
    func item(_ number: Int) -> String {
      """
      {"id": "urn:uuid:0000000\(number)-0000-4000-8000-000000000000", "type": "Annotation",
       "motivation": "commenting", "creator": {"type": "Person", "name": \(quoted(poison(&chance)))},
       "created": "2026-01-01T00:00:00Z", "galley:claim": \(quoted(poison(&chance))),
       "galley:unknown": \(quoted(poison(&chance))),
       "body": [{"type": "TextualBody", "purpose": "commenting", "value": \(quoted(poison(&chance)))},
        {"type": "TextualBody", "purpose": "tagging", "value": \(quoted(poison(&chance)))},
        {"type": "SpecificResource", "purpose": "linking",
         "source": \(quoted("https://e.example/" + poison(&chance)))},
        {"type": "SpecificResource", "purpose": "classifying",
         "source": \(quoted("galley:bias/wording/" + poison(&chance)))}],
       "target": {"type": "SpecificResource", "source": "urn:uuid:0", "selector":
        [{"type": "TextQuoteSelector", "exact": \(quoted(poison(&chance) + "5 million"))}]}}
      """
    }
    let items = (1...3).map(item).joined(separator: ",\r\n")
    return """
      {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationCollection",
       "galley:formatVersion": "1.0", "about": {"schema:headline": \(quoted(poison(&chance)))},
       "items": [\(items)]}
      """
  }

  /// Every command, in the ways that print something.
  func commandLines(_ chance: inout Chance, poison: Poison) -> [[String]] {
    let id = "00000001"
    let folder = self.folder.path(of: folderName)
    let bad = poison(&chance)
    let toml = self.folder.path(of: "bad.toml")
    return [
      ["text", article], ["text", bad], ["text", "--metadata", article], ["analyze", article],
      ["contents", mailbox], ["contents", "--json", mailbox], ["analyze", mailbox],
      ["analyze", "--format", "json", article],
      ["map", article], ["map", "--json", article], ["map", "--place", bad, article],
      ["annotate", article, "--exact", bad, "--kind", "note"],
      [
        "annotate", article, "--article", "--kind", "note", "--note", bad, "--as", bad, "--tag",
        bad,
      ],
      ["annotate", article, "--article", "--kind", "note", "--note", bad, "--json"],
      ["annotate", article, "--exact", "x", "--kind", bad], ["annotate", bad, "--exact", "x"],
      ["list", article], ["list", "--json", folder], ["list", "--filter", bad, article],
      ["list", "--filter", "kind:\(bad)", article], ["show", id, article],
      ["show", "--json", id, article], ["show", bad, article], ["check", folder],
      ["check", "--json", folder],
      ["describe", article, "--outlet", bad, "--byline", bad], ["describe", "--json", article],
      ["describe", article, "--published", bad],
      ["reanchor", "--dry-run", article], ["reanchor", "--dry-run", "--json", article],
      ["stats", folder], ["stats", "--csv", folder], ["stats", "--json", folder],
      ["agree", folder], ["agree", sidecar, bad], ["agree", "--key", sidecar, folder],
      ["claims", folder], ["claims", "--json", article], ["claims", bad],
      ["claims", "--as", bad, "--only", "mine", article],
      ["verify", article, "--against", folder], ["verify", article, "--against", bad],
      ["verify", "--json", article, "--against", article], ["verify", bad, "--against", article],
      ["verify", "--coverage", folder, "--against", article],
      ["bundle", bad], ["bundle", folder, "-o", self.folder.path(of: "desk.zip"), "--force"],
      ["bundle", "--unpack", bad], ["bundle", "--unpack", article],
      ["export", "--format", "markdown", folder], ["export", "--format", "html", folder],
      ["export", "--format", "csv", folder], ["export", "--format", "jsonl", folder],
      ["export", "--format", "w3c", folder], ["export", "--format", "claimreview", folder],
      ["export", "--format", "doccano", folder], ["export", "--format", "labelstudio", folder],
      ["export", "--format", "csv", folder, "-o", "/dev/stdout"],
      ["export", "--format", "jsonl", folder, "-o", "/dev/fd/1"],
      ["export", "--format", bad, folder],
      ["import", "--format", "w3c", sidecar, "--article", article, "--dry-run"],
      ["import", "--format", "w3c", sidecar, "--article", article, "--dry-run", "--json"],
      ["import", "--format", "csv", article], ["import", "--format", "w3c", bad],
      ["merge", sidecar, sidecar, sidecar], ["merge", bad, bad, bad],
      ["merge", sidecar, sidecar, sidecar, "-o", "/dev/stderr"],
      ["diff", sidecar, article], ["diff", bad, sidecar], ["purge", bad], ["purge", sidecar],
      ["taxonomy"], ["taxonomy", bad], ["taxonomy", "--check", toml], ["keys"],
      ["keys", "--keymap", bad], ["keys", "--check", toml], ["keys", "--check", bad],
      ["config"], ["config", "--author", bad], ["config", "--json"],
      ["config", "--author", "\u{1B}"],
      ["manual"], ["help", bad], ["--" + bad], [bad + bad], ["picture", "--text", article],
      ["picture", article], ["picture", "--theme", bad, article],
      ["delete", "--json", id, article], ["delete", "00000002", article],
    ]
  }
}
