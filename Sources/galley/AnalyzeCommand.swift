// `galley analyze`: what the analysis finds, for people, for programs, and as a filter.

import ArgumentParser
import NewsAnalysis

/// Prints quotations, speakers, places and claims.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Print who is quoted, who speaks, where it happens, and what can be checked.",
    discussion: """
      Example: galley analyze article.txt
      Example: galley analyze --ndjson < articles.ndjson > findings.ndjson
      """)

  @Flag(help: "Read {\"id\", \"text\"} a line on standard input, answer a line of JSON each.")
  var ndjson = false

  func run() throws {
    guard ndjson else { throw CommandFailure("name an article, or say --ndjson") }
    var filter = NDJSONFilter(input: 0, output: 1)
    do {
      try filter.run()
    } catch {
      throw CommandFailure("analyze --ndjson: \(error.description)")
    }
  }
}
