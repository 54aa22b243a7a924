// The commands in the documents print what the documents show, and what the documents name exists.

import FoundationEssentials
import TestSupport
import Testing

@Suite struct DocumentTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func check(_ pages: [String]) throws -> Program.Outcome {
    let script = Self.root.appending(path: "Scripts/test-docs").path
    let arguments = ["--program", Program.galley, "--quick"] + pages
    return try Program(path: script, arguments: arguments).run(within: .seconds(300))
  }

  @Test("Every command in the documents does what they say, and every name in them exists")
  func documents() throws {
    let outcome = try check([])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test("Another output, a command that fails, and names that do not exist are found")
  func faults() throws {
    let folder = try TemporaryFolder()
    let page = try folder.write(
      """
      See [here](nowhere.md), `make nothing`, `galley list --no-such-option` and `Sources/Nothing.swift`.

      ```console
      $ galley --version
      not this
      ```

      ```sh
      galley text no-such-file.txt
      ```

      <!-- not run: only names count -->
      ```sh
      galley analyze --no-such-engine
      ```
      """, to: "page.md")
    let outcome = try check([page])
    #expect(outcome.status == 1)
    for fault in [
      "the link nowhere.md leads nowhere", "make has no target nothing",
      "galley list has no option --no-such-option", "there is no Sources/Nothing.swift", "not this",
      "ends with 2", "galley analyze has no option --no-such-engine",
    ] {
      #expect(outcome.output.contains(fault), "\(fault): \(outcome.output)")
    }
    #expect(outcome.output.contains("7 faults"), "\(outcome.output)")
  }
}
