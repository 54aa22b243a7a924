// `galley agree`: how far several annotators agree.

import Agreement
import ArgumentParser
import ArticleModel
import Corpus
import NewsAnalysis

/// Prints agreement by kind and term.
struct AgreeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agree",
    abstract: "Say how far annotators agree on the same articles.",
    discussion: """
      Example: galley agree story.txt.ana.annotations.json story.txt.ben.annotations.json
      Example: galley agree --json Examples | jq '.rows[] | {kind, alpha}'

      Each sidecar of an article is an annotator; of an article with one sidecar, everybody who made \
      marks in it. For each kind and term: F1 of passages that are the same (exact) or overlap; Cohen's \
      kappa and Krippendorff's alpha on whether a sentence is marked; alpha for unitizing (αu) on the \
      characters. Below a kind, kappa and alpha on the terms of passages that two or more marked. \
      Intervals hold 95 % of figures worked out on drawn paragraphs.
      """)

  @Argument(help: "Sidecars, articles or folders.", completion: .file())
  var files: [String]

  @Option(help: ArgumentHelp("How many samples are drawn for the intervals.", valueName: "n"))
  var replicates = 1000

  @Option(help: ArgumentHelp("Where chance starts.", valueName: "n"))
  var seed: UInt64 = 1

  @Flag(help: "Print the figures as JSON.")
  var json = false

  func validate() throws {
    guard (0...100_000).contains(replicates) else {
      throw ValidationError("--replicates takes 0 to 100000")
    }
  }

  func run() throws {
    let articles = try SidecarSelection.openAll(at: files)
    let study: AgreementStudy
    do throws(AgreementStudy.Problem) {
      study = try AgreementStudy(articles.map { SidecarMarks($0) }) {
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
