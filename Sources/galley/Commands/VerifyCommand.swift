// `galley verify`: were the quotations of a story said?

import ArgumentParser
import ArticleModel
import NewsAnalysis
import Screen
import Verification

/// Looks for the quotations of stories in sources.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Look for the quotations of a story in its sources.",
    discussion: """
      Example: galley verify story.txt --against council.vtt briefing.txt
      Example: galley verify --json story.txt --against recordings/ | jq '.quotations[].outcome'
      Example: galley verify report.txt --against other-report.txt
      Example: galley verify --coverage reports/ --against speech.txt

      Sorts every direct and mixed quotation: verbatim; trimmed (words were left out); altered (words \
      are others); stitched (its parts stand in places apart); another speaker (the words are there, in \
      somebody else's turn); not in these sources. For indirect speech it lists passages that may be \
      meant, and gives no verdict. Changes of the meaning come first: negations, numbers, names, modal \
      verbs, conditions, questions, tenses. Sources are transcripts, articles, folders or addresses.

      Ends with 1 when a quotation is altered, stitched, another speaker's, not in the sources, or \
      trimmed so that its meaning changes. Documentation/verify.md says more.
      """)

  @Argument(help: "The stories.", completion: .file())
  var stories: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Files, folders or addresses to look in.", valueName: "source"),
    completion: .file())
  var against: [String]

  @Flag(help: "Print the answers as JSON.")
  var json = false

  @Flag(help: "Say instead how much of each source the stories quote, and where.")
  var coverage = false

  @Flag(help: "Leave indirect speech aside.")
  var onlyVerbatim = false

  @Option(help: "careful or fast; by default stories are read with care up to 256 KB.")
  var engine: EngineName?

  @OptionGroup(title: "Opening") var source: SourceOptions

  func validate() throws {
    if stories.isEmpty { throw ValidationError("name a story") }
    if against.isEmpty { throw ValidationError("name sources: --against SOURCE…") }
  }

  func run() throws {
    let stories = try VerifiedStories(stories, source.access, engine, onlyVerbatim).all
    let index = QuotationIndex(stories.map(\.story))
    let (verification, failures) = try SearchedSources(against, source.access).search(with: index)
    try tell(verification, of: stories.map(\.name))
    if failures > 0 { throw CommandFailure.alreadySaid }
    if verification.hasProblems, !coverage { throw CommandFailure.findings }
  }

  private func tell(_ verification: Verification, of names: [String]) throws {
    let columns = Output.columns ?? 100
    let answers = VerificationListing(verification, names: names)
    let quoted = CoverageListing(verification, names: names)
    if json {
      try Output.printJSON(coverage ? quoted.json : answers.json)
    } else {
      try Output.print(coverage ? quoted.text(columns: columns) : answers.text(columns: columns))
    }
  }
}
