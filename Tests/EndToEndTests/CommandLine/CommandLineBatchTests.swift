// `analyze --ndjson` and texts that end the process that analyses them: an error for that line, and the rest
// goes on, in order.

import FoundationEssentials
import LosslessJSON
import TestSupport
import Testing

@Suite struct CommandLineBatchTests {
  private static let faults = ["crash", "segfault", "killed", "leave"]

  /// The program with an analyser that does as a text says, beside the one that runs the tests.
  private static var faulty: String {
    let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: tests ?? "").deletingLastPathComponent()
      .appending(path: "FaultyAnalyzer").path
  }

  private func expectAnswers(to texts: [String], _ what: String) throws {
    let input = texts.enumerated().map { #"{"id": \#($0), "text": "\#($1)"}"# + "\n" }.joined()
    let outcome = try Program(path: Self.faulty, input: input).run(within: .seconds(60))
    #expect(outcome.status == 0, "\(what): \(outcome.errors)")
    let answers = try outcome.output.split(separator: "\n").map { try JSONValue(parsing: "\($0)") }
    #expect(answers.count == texts.count, "\(what)")
    for (number, (answer, text)) in zip(answers, texts).enumerated() {
      #expect(answer["id"]?.int == number, "\(what), line \(number)")
      let isFault = Self.faults.contains(text) || text == "hang"
      #expect((answer["error"]?.string != nil) == isFault, "\(what), line \(number): \(text)")
    }
  }

  @Test("A text that ends its worker becomes an error, and no other line does", arguments: 1...8)
  func faults(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let texts = (0..<Int.random(in: 1...120, using: &chance)).map { _ in
      let isFault = Int.random(in: 0..<6, using: &chance) == 0
      let filling = String(repeating: "word ", count: Int.random(in: 0...9000, using: &chance))
      return isFault ? chance.pick(Self.faults) : filling
    }
    try expectAnswers(to: texts, "seed \(seed)")
  }

  @Test("Nothing but texts that end their workers is answered too")
  func allFaults() throws {
    try expectAnswers(to: Array(repeating: "crash", count: 12), "all")
  }

  @Test("A text that takes too long becomes an error")
  func hanging() throws {
    try expectAnswers(to: ["a", "hang", "b", "c", "hang", "d"], "hanging")
  }

  @Test("The real program answers in order, however many lines there are and whatever they hold")
  func order() throws {
    let desk = try Desk()
    let lines = (0..<300).map {
      $0 % 50 == 9 ? "nonsense" : #"{"id": \#($0), "text": "Anna Weber said: “No \#($0).”"}"#
    }
    let outcome = try desk.galley("analyze", "--ndjson", input: lines.joined(separator: "\n"))
    let answers = outcome.output.split(separator: "\n")
    #expect(answers.count == 300)
    for (number, answer) in answers.enumerated() {
      let isFault = number % 50 == 9
      let error = isFault ? #"null,"version":2,"error":""# : #"\#(number),"version":2,"title""#
      #expect(answer.hasPrefix(#"{"id":\#(error)"#))
    }
  }
}
