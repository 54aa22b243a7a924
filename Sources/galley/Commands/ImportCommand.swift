// `galley import`: marks that were made elsewhere.

import ArgumentParser
import ArticleModel
import Corpus
import Interchange
import LosslessJSON
import Sidecars

extension ImportFormat: ExpressibleByArgument {}

/// Takes marks of other programs into sidecars.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in marks that were made with other programs.",
    discussion: """
      Example: galley import --format hypothesis export.json --article story.txt --dry-run
      Example: galley import --format csv marks.csv
      Example: galley export --format jsonl story.txt | galley import --format w3c - --article copy.txt

      Marks that are there already, by their id or by what they say, are not taken in again. One that \
      is there and says something else stays as it is, unless --replace is given; one that somebody else \
      made, unless --replace-others is, and then a record stays of what it said. Marks whose words are \
      not found are kept and shown as such. Exits with 1 when that is so, or when something was left \
      as it is.
      """)

  @Option(help: "The format.")
  var format: ImportFormat

  @Argument(help: "The file; - is standard input.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("The article, when the file does not name it.", valueName: "file"),
    completion: .file())
  var article: String?

  @Option(
    help: ArgumentHelp(
      "Only marks on what the file calls so, when it holds several articles.", valueName: "name"))
  var source: String?

  @Option(
    help: ArgumentHelp("The sidecar, when it is not beside its article.", valueName: "file"),
    completion: .file())
  var sidecar: String?

  @Option(name: .customLong("as"), help: "Whose marks they are, where the file does not say.")
  var author: String?

  @Flag(help: "Let marks of the file take the place of your own with the same id.")
  var replace = false

  @Flag(help: "Let marks of the file take the place of anybody's with the same id.")
  var replaceOthers = false

  @Flag(help: "Say what would happen, and change nothing.")
  var dryRun = false

  @Flag(help: "Print what became of each mark as JSON.")
  var json = false

  @OptionGroup(title: "Opening") var articles: SourceOptions

  func run() throws {
    let source = ImportSource(file, format)
    let (groups, remarks) = try source.groups(knowing: Settings().taxonomies())
    remarks.forEach { Output.complain("\(file): \($0)") }
    let chosen = groups.filter { self.source == nil || $0.source == self.source }
    let targets = try source.targets(of: chosen, article: article)
    var reports: [ImportReport] = []
    for (group, path) in targets {
      reports.append(try report(taking: group.by(author), into: path))
    }
    if json {
      try Output.printJSON(.array(reports.flatMap(\.json)))
    } else {
      for report in reports { try Output.print(report.text(isDryRun: dryRun)) }
      if reports.isEmpty { try Output.print("no marks in \(file)") }
    }
    if reports.contains(where: \.hasDoubts) || !remarks.isEmpty { throw CommandFailure.findings }
  }

  /// Which marks give way.
  private var replacing: ImportPlan.Replacing {
    guard replace || replaceOthers else { return .nothing }
    let person = Settings(complaining: false).author(named: nil)
    return .marks(by: person, orOthers: replaceOthers, at: .now())
  }

  private func report(
    taking group: ImportedGroup, into path: String
  ) throws(CommandFailure) -> ImportReport {
    let article = try Documents.article(path, articles.access)
    // A sidecar that is named gets what is not in it, wherever else that may be.
    let elsewhere = sidecar == nil ? SidecarLocation.annotations(beside: path) : []
    func plan(over existing: [Annotation]) -> ImportPlan {
      ImportPlan(
        group, into: article, existing: existing, elsewhere: elsewhere, replacing: replacing)
    }
    if dryRun {
      let existing: AnnotatedArticle
      do throws(StoreError) {
        existing = try AnnotatedArticle(article, sidecarPath: sidecar)
      } catch { throw CommandFailure(error.description) }
      return ImportReport(
        article: path, sidecar: existing.sidecarPath, plan: plan(over: existing.annotations))
    }
    let editing = try SidecarEditing(of: article, sidecar: sidecar)
    let plan = plan(over: editing.annotations.annotations)
    if let change = plan.change { try editing.record(change) } else { try editing.close() }
    return ImportReport(article: path, sidecar: editing.path, plan: plan)
  }
}
