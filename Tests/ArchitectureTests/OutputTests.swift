// Only a few files write to standard output and standard error: what goes to a terminal passes a gate.

import Testing

@Suite struct OutputTests {
  /// Files that may write there, and why.
  private static let gates: [String: String] = [
    "Sources/galley/Output/Output.swift": "the gate of the commands",
    "Sources/galley/Output/OutputFile.swift": "writes where -o says, through the gate",
    "Sources/Ncurses/Terminal.swift": "draws frames, which hold nothing unsafe",
    "Sources/DocumentImport/PDF/TextExtractor.swift": "takes what another program writes",
    "Sources/Session/OwnPrograms.swift": "takes what another program writes",
    "Sources/galley/Output/DivertedOutput.swift": "puts standard output aside for the screen",
    "Sources/galley/Sidecars/GitProgram.swift": "takes what git writes",
    "Sources/Session/ChildProgram.swift": "throws the output of another program away",
  ]

  /// Modules that are not installed.
  private static let tools: Set = [
    "generate", "train-attribution", "train-claims", "train-names",
  ]

  /// Calls and names by which a source would reach the two descriptors past the gate.
  private static let ways = [
    "print(", "debugPrint(", "dump(", "fputs(", "puts(", "putchar(", "printf(", "perror(",
    "vprintf(", "dprintf(", "FileHandle", "STDOUT_FILENO", "STDERR_FILENO", "stdout", "stderr",
    "/dev/tty", "write(1,", "write(2,", "TextOutputStream",
  ]

  @Test("Nothing but the gates writes to standard output and standard error")
  func gates() throws {
    let files = try SourceFile.all(under: "Sources").filter { !Self.tools.contains($0.module) }
    #expect(files.count > 100)
    for file in files where Self.gates[file.path] == nil {
      for line in file.lines {
        let way = Self.ways.first { Self.uses($0, line) }
        #expect(way == nil, "\(file.path): \(line)")
      }
    }
  }

  @Test("Every gate is there and is needed")
  func areNeeded() throws {
    let files = try SourceFile.all(under: "Sources")
    for path in Self.gates.keys {
      let file = try #require(files.first { $0.path == path }, "\(path)")
      #expect(file.lines.contains { line in Self.ways.contains { Self.uses($0, line) } }, "\(path)")
    }
  }

  @Test(
    "A way out is told from what only looks like one",
    arguments: [
      ("print(text)", true), ("  Swift.print(text)", true), ("fputs(text, stderr)", true),
      ("let out = FileHandle.standardOutput", true), ("Glibc.write(STDOUT_FILENO, a, b)", true),
      ("try Output.print(text)", false), ("// print(text)", false), ("blueprint(text)", false),
      ("static func print(_ text: String)", false), ("snprintf(a, b)", false),
    ])
  func forms(line: String, isWay: Bool) {
    #expect(Self.ways.contains { Self.uses($0, line[...]) } == isWay)
  }

  /// Whether a line of code has a word that stands alone: no part of a longer one, no method of ours, no
  /// declaration, no comment.
  private static func uses(_ way: String, _ line: Substring) -> Bool {
    let code = line.ranges(of: "//").first.map { line[..<$0.lowerBound] } ?? line
    return code.ranges(of: way).contains { range in
      let before = code[..<range.lowerBound]
      let isPart = before.last.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
      return !isPart && !before.hasSuffix("Output.") && !before.hasSuffix("func ")
    }
  }
}
