// Articles that were moved or renamed: commands say where the marks are and take them when told to.

import ArticleModel
import FoundationEssentials
import LosslessJSON
import TestSupport
import Testing

@Suite struct CommandLineMovedTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    let outcome = try desk.galley(
      "annotate", desk.article, "--exact", "ferries sailed", "--kind", "question")
    try #require(outcome.status == 0, "\(outcome.errors)")
    try FileManager.default.moveItem(atPath: desk.article, toPath: renamed)
  }

  private var renamed: String { desk.folder.path(of: "new name.txt") }

  @Test("list and check say where the marks are and what to run, and take nothing")
  func told() throws {
    let command = "galley reanchor --from \(desk.sidecar) '\(renamed)'"
    let list = try desk.galley("list", renamed)
    #expect(list.output.contains("0 marks"))
    #expect(list.errors.contains("1 mark on the same text: \(command)"))
    let check = try desk.galley("check", desk.folder.path)
    #expect(check.status == 1)
    let finding = "its article is not there; \(renamed) has the same text: \(command)"
    #expect(check.output.contains(finding))
    #expect(!FileManager.default.fileExists(atPath: renamed + ".annotations.json"))
  }

  @Test("reanchor --from takes the marks over, and --dry-run only looks")
  func takeOver() throws {
    let look = try desk.galley("reanchor", "--dry-run", "--from", desk.sidecar, renamed)
    #expect(look.status == 0 && look.output.contains("exact"), "\(look.errors)")
    #expect(desk.hasSidecar)
    let taken = try desk.galley("reanchor", "--json", "--from", desk.sidecar, renamed)
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(try JSONValue(parsing: taken.output).elements.map { $0["state"]?.string } == ["exact"])
    #expect(!desk.hasSidecar)
    #expect(try desk.galley("list", renamed).output.contains("“ferries sailed”"))
    #expect(try desk.galley("check", desk.folder.path).status == 0)
  }

  @Test("A sidecar elsewhere knows its article by the path from there")
  func elsewhere() throws {
    let sidecar = desk.folder.path(of: "marks/ana.annotations.json")
    let made = try desk.galley(
      "annotate", renamed, "--sidecar", sidecar, "--exact", "harbour office", "--kind", "note",
      "--note", "Which?")
    #expect(made.status == 0, "\(made.errors)")
    let text = try desk.folder.read("marks/ana.annotations.json")
    #expect(text.contains("\"galley:path\": \"../new name.txt\""))
    let list = try desk.galley("list", desk.folder.path(of: "marks"))
    #expect(list.output.hasPrefix("\(renamed)  1 mark"), "\(list.output)")
    #expect(try desk.galley("check", sidecar).status == 0)
  }
}
