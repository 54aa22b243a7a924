// Commands of the user's own in whole sittings: real programs, and what becomes of what they print.

import ArticleModel
import Interface
import LosslessJSON
import Screen
import Session
import Sidecars
import TestSupport
import Testing

@Suite struct OwnCommandSessionTests {
  let room: Room

  init() throws { room = try Room() }

  private func command(
    _ output: OwnCommand.Output, _ program: String, _ arguments: OwnCommand.Part...
  ) -> OwnCommand {
    OwnCommand(
      name: "look up", keys: [], program: program, arguments: arguments.map { [$0] },
      output: output)
  }

  private func sit(
    _ commands: [OwnCommand], _ steps: [Step],
    _ change: (inout ReaderDesk.Options) -> Void = { _ in }
  ) throws -> ScriptedTerminal {
    let terminal = ScriptedTerminal(rows: 24, columns: 100, steps)
    var stage = room.stage
    stage.ownCommands = commands
    var session = Session(at: terminal, on: stage)
    _ = try session.run(from: room.reading(change))
    #expect(terminal.missed.isEmpty, "\(terminal.missed)\n\(terminal.screen)")
    return terminal
  }

  @Test("What a program prints is shown, word for word as it was given the words")
  func show() throws {
    let words = command(
      .show, "printf", .text("[%s]\n"), .value(.quote), .value(.start), .value(.end), .value(.file))
    _ = try sit(
      [words],
      [
        .waitFor("Harbour"), .press("g!"), .waitFor("[Harbour stays shut]"), .waitFor("[0]"),
        .waitFor("[18]"), .waitFor("one.txt]"), .press("qq"),
      ])
    #expect(!room.sidecar.contains("annotations"))
  }

  @Test("Lines with addresses become evidence of the mark here, and undo takes them back")
  func evidence() throws {
    let search = command(
      .evidence, "printf",
      .text("https://example.org/1\\tThe minutes\\nnothing\\nhttps://example.org/2\\n"))
    _ = try sit(
      [search],
      [
        .waitFor("Harbour"), .press("ah"), .waitFor("marked highlight"), .press("g!"),
        .waitFor("added 2 sources to"), .press("g!"),
        .waitFor("nothing new"),
        .press("q"),
      ])
    #expect(room.sidecar.contains("https://example.org/2") && room.sidecar.contains("The minutes"))
    _ = try sit([search], [.waitFor("Harbour"), .press("u"), .rest, .press("q")])
    let sidecar = try room.folder.read("one.txt.annotations.json")
    #expect(!sidecar.contains("example.org/2") && sidecar.contains("Harbour stays shut"))
  }

  @Test("A note is made of what a program prints, on the words that were meant when it was run")
  func note() throws {
    let slow = command(.note, "sh", .text("-c"), .text("sleep 0.3; echo seen twice"))
    _ = try sit(
      [slow],
      [
        .waitFor("Harbour"), .press("g!"), .waitFor("is running"), .press("G"),
        .waitFor("marked note"), .press("q"),
      ])
    let sidecar = try room.folder.read("one.txt.annotations.json")
    #expect(sidecar.contains("seen twice") && sidecar.contains("\"exact\": \"Harbour stays shut\""))
  }

  @Test(
    "A program that is not there, fails, prints nothing or never ends is named, and nothing is marked",
    arguments: [
      ("no-such-program-here", "", "there is no program"),
      ("false", "", "it ended with 1"),
      ("true", "", "printed nothing"),
      ("sh", "echo no luck >&2; exit 3", "it ended with 3 · no luck"),
      ("sh", "kill -9 $$", "a signal stopped it"),
    ])
  func failures(_ program: String, _ script: String, _ wanted: String) throws {
    let failing =
      script.isEmpty
      ? command(.note, program) : command(.note, program, .text("-c"), .text(script))
    _ = try sit(
      [failing], [.waitFor("Harbour"), .press("g!"), .waitFor(wanted), .press("q")])
    #expect(room.sidecar.isEmpty)
  }

  @Test("Several commands are picked from a list, or run by their number")
  func several() throws {
    let first = command(.show, "echo", .text("one has run"))
    let second = command(.show, "echo", .text("two has run"))
    _ = try sit(
      [first, second],
      [
        .waitFor("Harbour"), .press("g!"), .waitFor("own commands"), .press("2"),
        .waitFor("two has run"), .press("q1g!"), .waitFor("one has run"), .press("q3g!"),
        .waitFor("There is no command 3"), .press("q"),
      ])
    _ = try sit(
      [], [.waitFor("Harbour"), .press("g!"), .waitFor("no commands of your own"), .press("q")])
  }

  @Test("The marks of a sitting are those that are left of it, as they are left")
  func sitting() throws {
    let marks = SittingMarks()
    _ = try sit(
      [],
      [
        .waitFor("Harbour"), .press("ah"), .waitFor("marked highlight"), .press("}ah"),
        .waitFor("marked highlight"), .press("u"), .rest, .press("q"),
      ]
    ) { $0.sitting = marks }
    #expect(marks.marks.map { $0.targets.first?.passage?.exact } == ["Harbour stays shut"])
    let later = SittingMarks()
    _ = try sit([], [.waitFor("Harbour"), .press("an"), .paste("why?"), .press("<Esc>q")]) {
      $0.sitting = later
    }
    #expect(later.marks.map(\.note) == ["why?"])
  }
}
