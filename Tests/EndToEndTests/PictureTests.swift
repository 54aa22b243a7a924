// The pictures of README.md are those that the program draws. `RECORD=1 swift test --filter PictureTests`
// draws them anew, and fails, so that nobody records by mistake.

import FoundationEssentials
import TestSupport
import Testing

@Suite struct PictureTests {
  private let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test("The pictures of the README are up to date")
  func pictures() throws {
    let recorded = root.appending(path: "Documentation/Screens").path
    let records = ProcessInfo.processInfo.environment["RECORD"] != nil
    let scratch = try TemporaryFolder()
    let folder = records ? recorded : scratch.path
    let script = root.appending(path: "Scripts/draw-screens").path
    let outcome = try Program(path: script, arguments: [Program.galley, folder], input: "")
      .run(within: .seconds(180))
    #expect(outcome.status == 0, "\(outcome.errors)")
    if records { Issue.record("recorded the pictures") }
    let names = try FileManager.default.contentsOfDirectory(atPath: recorded).sorted()
    #expect(names.count >= 8)
    for name in names where name.hasSuffix(".svg") {
      let (old, new) = (
        FileManager.default.contents(atPath: "\(recorded)/\(name)"),
        FileManager.default.contents(atPath: "\(folder)/\(name)")
      )
      #expect(old == new, "\(name)")
      #expect(old?.isEmpty == false)
    }
  }
}
