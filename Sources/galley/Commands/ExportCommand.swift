// `galley export`: marks in the formats of others.

import ArgumentParser
import ArticleModel
import Corpus
import Interchange
import Sidecars

extension ExportFormat: ExpressibleByArgument {}

/// Writes marks in another format.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write marks as a report, a table, or for other programs.",
    discussion: """
      Example: galley export --format html -o report.html articles/
      Example: galley export --format csv --filter "kind:bias" story.txt > bias.csv
      Example: galley export --format brat -o brat/ articles/

      Documentation/export.md says what each format holds and what it has no place for. Private marks \
      stay out unless --include-private is given. What is left out or missing is said on standard \
      error.
      """)

  @Option(help: "The format.")
  var format: ExportFormat

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, - for standard output, or for brat a folder.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var conditions: FilterOption

  @Flag(help: "Export private marks too.")
  var includePrivate = false

  @OptionGroup var selection: SidecarSelection

  func run() throws {
    let filter = try conditions.filter()
    let shelf = Settings().taxonomies()
    let (sidecars, failures) = try selection.openAll()
    if !failures.isEmpty { throw CommandFailure.alreadySaid }
    let rows = sidecars.rows(labelledBy: shelf).map { rows in
      rows.filter { filter.matches($0) && (includePrivate || $0.isPublic) }
    }
    let corpus = CorpusArticle.corpus(
      sidecars, rows: rows, analyzer: format.needsAnalysis ? AnalyzerChoice.analyzer : nil)
    let export = Export(format, of: corpus, labelledBy: shelf, generated: .now())
    try write(export.files)
    export.remarks.forEach { Output.complain($0) }
    if !includePrivate {
      let held = sidecars.rows(labelledBy: shelf).joined()
        .count { filter.matches($0) && !$0.isPublic }
      if held > 0 {
        Output.complain(
          counted(held, "private mark stays", plural: "private marks stay")
            + " out (--include-private)")
      }
    }
  }

  private func write(_ files: [ExportedFile]) throws(CommandFailure) {
    if format.makesFolder { return try writeFolder(files) }
    guard let output, output != "-" else {
      for file in files { try Output.write(file.text) }
      return
    }
    for file in files { try SidecarFile.write(Array(file.text.utf8), to: output) }
  }

  private func writeFolder(_ files: [ExportedFile]) throws(CommandFailure) {
    guard let output, output != "-" else {
      throw CommandFailure("\(format.rawValue) makes several files; name their folder with -o")
    }
    do throws(FileError) { try PosixFileSystem().createFolder(output) } catch {
      throw CommandFailure(error.description)
    }
    let folder = output.hasSuffix("/") ? output : output + "/"
    for file in files { try SidecarFile.write(Array(file.text.utf8), to: folder + file.name) }
  }
}
