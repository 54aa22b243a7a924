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
      Example: galley verify --json story.txt --against recordings/ \\
          | jq '.quotations[].outcome'
      Example: galley verify report.txt --against other-report.txt
      Example: galley verify --coverage reports/ --against speech.txt
      Example: galley verify --side-by-side report.txt other-report.txt

      Sorts every direct and mixed quotation: verbatim; trimmed (words were left out); altered (words \
      were replaced, added or moved); stitched (parts come from different passages); another speaker \
      (someone else says the words); not in these sources. For reported speech it lists passages that \
      may be meant, without a verdict. Changes of meaning come first: negations, numbers, names, modal \
      verbs, conditions, questions, tenses. Sources are transcripts, articles, folders or addresses.

      Without --against, Galley uses the sources that you named in the reader (gq), if they are in the \
      story's folder.

      Exits with 1 if a quotation is altered, stitched, another speaker's, not in the sources, or \
      trimmed with a changed meaning. Documentation/verify.md says more.
      """)

  @Argument(help: "The stories.", completion: .file())
  var stories: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Files, folders or addresses to look in; by default those in the story's sidecar file.",
      valueName: "source"),
    completion: .file())
  var against: [String] = []

  @Flag(help: "Print the results as JSON.")
  var json = false

  @Flag(help: "Print how much of each source the stories quote, and where.")
  var coverage = false

  @Flag(help: "Compare the quotations of two stories: which both have, and who cut what.")
  var sideBySide = false

  @Flag(help: "Leave out reported speech.")
  var onlyVerbatim = false

  @Option(help: "careful or fast; by default the careful engine for stories up to 256 KB.")
  var engine: EngineName?

  @OptionGroup(title: "Opening") var source: SourceOptions

  func validate() throws {
    if stories.isEmpty { throw ValidationError("name a story") }
    guard sideBySide else { return }
    if coverage || !against.isEmpty {
      throw ValidationError("--side-by-side takes two stories, and no sources or --coverage")
    }
  }

  func run() throws {
    let stories = try VerifiedStories(stories, source.access, engine, onlyVerbatim).all
    if sideBySide { return try compare(stories) }
    let index = QuotationIndex(stories.map(\.story))
    let sources = against.isEmpty ? try NamedSources(of: stories.map(\.story)).paths : against
    let (verification, failures) = try SearchedSources(sources, source.access).search(with: index)
    try tell(verification, of: stories.map(\.name))
    if failures > 0 { throw CommandFailure.alreadySaid }
    if verification.hasProblems, !coverage { throw CommandFailure.findings }
  }

  private func compare(_ stories: [VerifiedStories.Named]) throws {
    guard stories.count == 2, let first = stories.first, let second = stories.last else {
      throw CommandFailure("--side-by-side takes two stories; these are \(stories.count)")
    }
    let listing = SharedListing(first, second)
    if json {
      try Output.printJSON(listing.json)
    } else {
      try Output.print(listing.text(columns: Output.columns ?? 100))
    }
    if listing.hasProblems { throw CommandFailure.findings }
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
