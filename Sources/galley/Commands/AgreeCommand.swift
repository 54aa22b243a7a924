// `galley agree`: how far several annotators agree.

import Agreement
import ArgumentParser
import ArticleModel
import Corpus
import Interchange
import NewsAnalysis
import Sidecars

/// Prints agreement by kind and term.
struct AgreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree",
    abstract: "Measure how far annotators agree, or score a class.",
    discussion: """
      Example: galley agree story.txt.ana.annotations.json \\
          story.txt.ben.annotations.json
      Example: galley agree --key key.json class/
      Example: galley agree --key key.json --hide-names --report reports class/
      Example: galley agree --json Examples | jq '.rows[] | {kind, alpha}'

      Each sidecar file of an article is one annotator. If an article has only one, each \
      author in it is an annotator. For each kind and term, the command prints F1 of passages \
      that are the same (exact) or overlap, Cohen's kappa and Krippendorff's alpha on whether \
      a sentence is marked, and alpha for unitizing (αu) on the characters. Below a kind, \
      kappa and alpha compare the terms of passages that two or more marked. Brackets hold 95 \
      % intervals from resampled paragraphs.

      --key scores the marks of a class against those of a key: hits, misses and extras for \
      each learner and term, and the passages that most got wrong. A hit has a term of the key \
      and shares at least half of the shorter passage. --report writes a page for each learner \
      and one for the class. Documentation/class.md explains the rules.
      """)

  @Argument(help: "Sidecar files, articles or folders.", completion: .file())
  var files: [String]

  @Option(help: ArgumentHelp("How many samples are drawn for the intervals.", valueName: "n"))
  var replicates = 1000

  @Option(help: ArgumentHelp("The seed of the random samples.", valueName: "n"))
  var seed: UInt64 = 1

  @Flag(help: "Print the figures as JSON.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Score all learners against this sidecar file; repeat for more.", valueName: "sidecar"),
    completion: .file())
  var key: [String] = []

  @Flag(help: "With --key, show numbers instead of names.")
  var hideNames = false

  @Option(
    help: ArgumentHelp(
      "With --key, write a page per learner and one for the class.", valueName: "folder"),
    completion: .directory)
  var report: String?

  @Option(help: "With --report, the format of the pages.")
  var format = ClassReport.Format.html

  @Flag(help: "With --report, replace existing pages.")
  var force = false

  func validate() throws {
    if key.isEmpty, hideNames || report != nil {
      throw ValidationError("--hide-names and --report belong to --key")
    }
    guard (0...100_000).contains(replicates) else {
      throw ValidationError("--replicates takes 0 to 100000")
    }
  }

  func run() throws {
    guard key.isEmpty else { return try score() }
    let named = Set(files)
    let articles = try SidecarSelection.openAll(at: SidecarsBeside.expanded(files)).filter {
      // Decisions are nobody's marks, unless somebody names their file.
      named.contains($0.sidecarPath) || !$0.isOfDecisions
    }
    let study: AgreementStudy
    do throws(AgreementStudy.Problem) {
      study = try AgreementStudy(articles.compared) {
        AnalyzerChoice.fast.analyze($0).sentences
      }
    } catch {
      throw CommandFailure(error.description)
    }
    let bootstrap = Bootstrap(replicates: replicates, seed: seed)
    let report = AgreementReport(of: study, bootstrap: bootstrap)
    if json {
      try Output.printJSON(report.json(bootstrap))
    } else {
      try Output.print(AgreementListing(report, Settings().taxonomies()).text)
    }
  }
}

extension ClassReport.Format: ExpressibleByArgument {}

extension AgreeCommand {
  /// Scores a class against a key.
  private func score() throws {
    var scoring = ClassScoring(key: key, paths: files)
    scoring.hidesNames = hideNames
    let outcome = try scoring.outcome()
    let shelf = Settings().taxonomies()
    if let report { try write(outcome, to: report, shelf) }
    if json {
      try Output.printJSON(outcome.score.json())
    } else {
      try Output.print(ClassListing(outcome.score, shelf).text)
    }
    outcome.remarks.forEach { Output.complain($0) }
    for learner in outcome.score.learners where !learner.unscored.sentences.isEmpty {
      Output.complain("\(learner.name): \(learner.unscored.sentences.joined(separator: " "))")
    }
    try outcome.failures.end(having: [])
  }

  private func write(
    _ outcome: ClassScoring.Outcome, to folder: String, _ shelf: TaxonomyShelf
  ) throws(CommandFailure) {
    do throws(FileError) { try PosixFileSystem().createFolder(folder) } catch {
      throw CommandFailure(error.description)
    }
    let policy = OutputFile.Policy(
      sources: outcome.sources, replaces: force, allowsStreams: false)
    let pages = ClassReport(on: outcome.score, labelledBy: shelf, as: format).files
    try pages.map { page throws(CommandFailure) in
      try OutputFile(Array(page.text.utf8), to: "\(folder)/\(page.name)", policy)
    }
    .write()
    Output.complain(
      "\(counted(pages.count, "page")) \(pages.count == 1 ? "is" : "are") in \(folder)")
  }
}
