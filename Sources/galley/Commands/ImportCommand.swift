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
    abstract: "Import marks from other programs.",
    discussion: """
      Example: galley import --format hypothesis export.json \\
          --article story.txt --dry-run
      Example: galley import --format csv marks.csv
      Example: galley import --format doccano all.jsonl --into articles
      Example: galley import --format brat corpus/
      Example: galley export --format jsonl story.txt \\
          | galley import --format w3c - --article copy.txt

      A mark that you already have, by its id or by what it says, is not imported again. If it \
      says something else, yours stays, unless you add --replace; --replace-others also \
      replaces marks that someone else made, and records what they said. Marks whose words \
      are not found are kept and shown as such. Exits with 1 if that happens, or if something \
      was left out or left unchanged.

      A file may hold many documents. Each goes to the article that it names, or to one with \
      its text beside the file; --into makes articles of the others. --source without a name \
      lists them. A folder of brat or slate is imported as a whole, and so is a file list of \
      slate.
      """)

  @Option(help: "The format.")
  var format: ImportFormat

  @Argument(
    help: "The file; - is standard input. Of brat and slate, also a folder.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("The article, when the file does not name it.", valueName: "file"),
    completion: .file())
  var article: String?

  @Option(
    defaultAsFlag: "",
    help: ArgumentHelp(
      "Only marks on the document of this name; without a name, list the documents.",
      valueName: "name"))
  var source: String?

  @Option(
    help: ArgumentHelp(
      "Make articles in this folder from documents whose text no article has.", valueName: "folder"),
    completion: .directory)
  var into: String?

  @Option(
    help: ArgumentHelp("The sidecar file, if it is not beside its article.", valueName: "file"),
    completion: .file())
  var sidecar: String?

  @Option(name: .customLong("as"), help: "The author of the marks, if the file names none.")
  var author: String?

  @Flag(help: "Replace your own marks that have the same id.")
  var replace = false

  @Flag(help: "Replace marks with the same id, even those of others.")
  var replaceOthers = false

  @Flag(help: "Show what would happen, but change nothing.")
  var dryRun = false

  @Flag(help: "Print what happened to each mark as JSON.")
  var json = false

  @OptionGroup(title: "Opening") var articles: SourceOptions

  func run() throws {
    let source = try ImportSource(file, format, knowing: Settings().taxonomies())
    if self.source == "" {
      let marked = source.groups.filter { $0.count > 0 || $0.text != nil }
      return try Output.print(DocumentListing(marked).text)
    }
    var targets = try ImportTargets(source, article: article, into: into, articles.access)
    let chosen = try targets.targets(of: documents(of: source))
    if sidecar != nil, Set(chosen.map(\.1.path)).count > 1 {
      throw CommandFailure(
        "\(file) has marks on several articles, and --sidecar names one file; choose with --source")
    }
    let remarks = source.remarks + targets.remarks.map { "\(file): \($0)" }
    remarks.forEach { Output.complain($0) }
    var reports: [ImportReport] = []
    for (group, target) in chosen {
      reports.append(try report(taking: group.by(author), into: target))
    }
    if json {
      try Output.printJSON(.array(reports.flatMap(\.json)))
    } else {
      for report in reports { try Output.print(report.text(isDryRun: dryRun)) }
      if reports.isEmpty { try Output.print("no marks in \(file)") }
    }
    if reports.contains(where: \.hasDoubts) || !remarks.isEmpty { throw CommandFailure.findings }
  }

  /// The documents that are asked for. Those without marks are, too, where articles are made of them.
  private func documents(of source: ImportSource) throws(CommandFailure) -> [ImportedGroup] {
    guard let name = self.source else {
      return source.groups.filter { $0.count > 0 || into != nil }
    }
    let chosen = source.groups.filter { $0.source == name || $0.name == name }
    guard chosen.isEmpty else { return chosen }
    throw CommandFailure(
      "\(file) has no document “\(name)”; --source without a name lists those that it has")
  }

  /// Which marks give way.
  private var replacing: ImportPlan.Replacing {
    guard replace || replaceOthers else { return .nothing }
    let person = Settings(complaining: false).author(named: nil)
    return .marks(by: person, orOthers: replaceOthers, at: .now())
  }

  private func report(
    taking group: ImportedGroup, into target: ImportTarget
  ) throws(CommandFailure) -> ImportReport {
    let path = target.path
    let article = try article(of: target)
    // A sidecar that is named gets what is not in it, wherever else that may be.
    let elsewhere = sidecar == nil ? SidecarLocation.annotations(beside: path) : []
    func plan(over existing: [Annotation]) -> ImportPlan {
      ImportPlan(
        group, into: article, existing: existing, elsewhere: elsewhere, replacing: replacing)
    }
    var report: ImportReport
    if dryRun {
      let existing: AnnotatedArticle
      do throws(StoreError) {
        existing = try AnnotatedArticle(article, sidecarPath: sidecar)
      } catch { throw CommandFailure(error.description) }
      report = ImportReport(
        article: path, sidecar: existing.sidecarPath, plan: plan(over: existing.annotations))
    } else {
      let editing = try SidecarEditing(of: article, sidecar: sidecar)
      let plan = plan(over: editing.annotations.annotations)
      if let change = plan.change { try editing.record(change) } else { try editing.close() }
      report = ImportReport(article: path, sidecar: editing.path, plan: plan)
    }
    if case .new = target { report.isNew = true }
    report.plan.remarks.forEach { Output.complain("\(path): \($0)") }
    return report
  }

  /// The article, which is written first when it is to be made.
  private func article(of target: ImportTarget) throws(CommandFailure) -> Article {
    guard case .new(let path, let text) = target else {
      return try Documents.article(target.path, articles.access)
    }
    if dryRun { return Article(text, name: path) }
    try OutputFile(Array(text.utf8), to: path, OutputFile.Policy()).write()
    return try Documents.foundArticle(path)
  }
}
