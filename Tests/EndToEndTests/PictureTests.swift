// The screens of README.md, as pictures and as text, are those that the program draws.

import FoundationEssentials
import TestSupport
import Testing

@Suite struct PictureTests {
  private let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test("No screen of the README is stale")
  func pictures() throws {
    let recorded = root.appending(path: "Documentation/Screens").path
    let scratch = try TemporaryFolder()
    let script = root.appending(path: "Scripts/draw-screens").path
    let arguments = [Program.galley, scratch.path]
    let outcome = try Program(path: script, arguments: arguments, input: "")
      .run(within: .seconds(180))
    #expect(outcome.status == 0, "\(outcome.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: recorded).sorted()
    #expect(names.count >= 9)
    for name in names {
      let (old, new) = (
        FileManager.default.contents(atPath: "\(recorded)/\(name)"),
        FileManager.default.contents(atPath: scratch.path(of: name))
      )
      #expect(old == new, "\(name) is stale: make generate")
      #expect(old?.isEmpty == false)
    }
  }
}
