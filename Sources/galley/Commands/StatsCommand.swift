// `galley stats`: what articles and their marks come to.

import ArgumentParser
import ArticleModel
import Corpus
import Interchange
import Session

/// Prints statistics of a corpus.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count marks, voices, places and open claims.",
    discussion: """
      Example: galley stats articles/
      Example: galley stats --filter "kind:bias since:2026-01-01" \\
          --json articles/ | jq .byTerm
      Example: galley stats --csv articles/ > figures.csv

      Counts marks by kind, term, verdict, status, article, outlet, speaker and annotator; \
      words by speaker; places; and claims without a verification. --filter chooses the marks; \
      voices and places are always those of all articles. In a folder, only articles with a \
      sidecar file count; name the others to include them.
      """)

  @OptionGroup var selection: SidecarSelection

  @OptionGroup var conditions: FilterOption

  @Flag(help: "Print all figures as JSON.")
  var json = false

  @Flag(help: "Print all figures as comma-separated values: measure, name, value.")
  var csv = false

  @Flag(help: "Print all entries of long lists.")
  var all = false

  func validate() throws {
    if json, csv { throw ValidationError("choose one of --json and --csv") }
  }

  func run() throws {
    let filter = try conditions.filter()
    let shelf = Settings().taxonomies()
    let (sidecars, failures) = try selection.openAllOnce()
    let rows = sidecars.rows(labelledBy: shelf).map { $0.filter(filter.matches) }
    let corpus = CorpusArticle.corpus(
      sidecars, rows: rows, analyzer: AnalyzerChoice.reporting(on: sidecars)
    ) { $0.concurrentMap($1) }
    AnalyzerChoice.keepIndex()
    let statistics = CorpusStatistics(corpus, labelledBy: shelf)
    if json {
      try Output.printJSON(statistics.json)
    } else if csv {
      try Output.write(statistics.table.text)
    } else {
      try Output.print(StatisticsListing(statistics, entries: all ? .max : 10).text)
    }
    try failures.end(having: sidecars)
  }
}

/// The option that chooses marks, the same for all commands that have it.
struct FilterOption: ParsableArguments {
  @Option(
    name: .customLong("filter"), parsing: .unconditional,
    help: ArgumentHelp("Only marks that meet all conditions.", valueName: "conditions"))
  var text: String = ""

  /// What filters ask with `is:`, for the help of commands.
  static let properties =
    "Some conditions of --filter: "
    + AnnotationFilter.Property.allCases.map { "is:\($0.rawValue)" }.joined(separator: ", ") + "."

  /// The conditions that were typed.
  func filter() throws(CommandFailure) -> AnnotationFilter {
    do throws(FilterError) {
      var filter = try AnnotationFilter(parsing: text)
      if filter.asksForReader { filter.reader = Settings().author(named: nil) }
      return filter
    } catch {
      throw CommandFailure(error.description)
    }
  }
}
