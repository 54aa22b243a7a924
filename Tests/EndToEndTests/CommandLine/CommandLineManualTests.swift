// The manual page is made of what the commands and the keymap say of themselves.

import TestSupport
import Testing

@Suite struct CommandLineManualTests {
  @Test("The manual has every command, every key and no line that roff would take for its own")
  func manual() throws {
    let desk = try Desk()
    let page = try desk.galley("manual").output
    let lines = page.split(separator: "\n")
    for command in ["read", "text", "annotate", "list", "check", "keys"] {
      #expect(lines.contains(".SS \(command)"))
    }
    #expect(page.contains("article\\-start"))
    let macros: Set<Substring> = [
      ".TH", ".SH", ".SS", ".PP", ".TP", ".EX", ".EE", ".B", ".I", ".br", ".RI",
    ]
    for line in lines where line.first == "." {
      #expect(macros.contains(line.prefix { $0 != " " }))
    }
  }

  @Test(
    "A misspelt command is no missing article",
    arguments: [("anotate", "annotate"), ("lst", "list")])
  func misspelt(word: String, command: String) throws {
    let outcome = try Desk().galley(word, "--exact", "x")
    #expect(outcome.isOneLineError)
    #expect(outcome.errors.contains("did you mean \(command)?"))
  }
}
