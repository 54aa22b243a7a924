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
    abstract: "Export marks as a report, as a table, or for other programs.",
    discussion: """
      Example: galley export --format html -o report.html articles/
      Example: galley export --format csv --filter "kind:bias" story.txt \\
          > bias.csv
      Example: galley export --format brat -o brat/ articles/

      An existing file is replaced only with --force, and an article or a sidecar file that is \
      being exported is never replaced. Private marks stay out unless you add \
      --include-private. Standard error says what was left out or is missing. \
      Documentation/export.md describes each format.

      \(FilterOption.properties) \
      To export the decisions of a comparison, name \
      their file: galley export --format markdown --sidecar story.txt.decided.annotations.json \
      story.txt (with --filter is:agreed, only what all agreed on). A mark that is in several \
      files of an article is exported once.
      """)

  @Option(help: "The format.")
  var format: ExportFormat

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, - for standard output, or for brat, cas and readium a folder.",
      valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Replace existing files.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "For claimreview: the address of the page that you publish the report on.",
      valueName: "address"))
  var url: String?

  @OptionGroup var conditions: FilterOption

  @Flag(help: "Export private marks too.")
  var includePrivate = false

  @OptionGroup var selection: SidecarSelection

  func run() throws {
    let filter = try conditions.filter()
    try checkURL()
    let shelf = Settings().taxonomies()
    let (all, failures) = try selection.openAll()
    let sidecars = all.withEachMarkOnce
    if sidecars.isEmpty { try failures.end(having: sidecars) }
    // What a private correction says of speakers and places is as private as its words.
    let shared = includePrivate ? sidecars : sidecars.map(\.withoutPrivateMarks)
    let rows = shared.rows(labelledBy: shelf).map { $0.filter(filter.matches) }
    let corpus = CorpusArticle.corpus(
      shared, rows: rows,
      analyzer: format.needsAnalysis ? AnalyzerChoice.reporting(on: shared) : nil)
    AnalyzerChoice.keepIndex()
    let export = Export(format, of: corpus, labelledBy: shelf, generated: .now(), publishedAt: url)
    try write(export, sparing: all.flatMap(\.files))
    export.remarks.forEach { Output.complain($0) }
    complain(decisions: all.filter(\.isOfDecisions), besides: sidecars)
    if !includePrivate {
      let all = sidecars.rows(labelledBy: shelf).joined().filter(filter.matches)
      complain(held: all.count { !$0.isPublic }, all: all.count - rows.joined().count)
    }
    try failures.end(having: sidecars)
  }

  private func checkURL() throws(CommandFailure) {
    guard let url else { return }
    guard format == .claimreview else {
      throw CommandFailure("--url is the address of the reviews that --format claimreview makes")
    }
    guard PublishedAddress.isOne(url) else {
      throw CommandFailure("--url \(url): not an address that begins with https:// or http://")
    }
  }

  /// Says that decisions are no marks of a person, and how they are exported.
  private func complain(decisions: [AnnotatedArticle], besides exported: [AnnotatedArticle]) {
    let paths = Set(exported.map(\.sidecarPath))
    for left in decisions where !paths.contains(left.sidecarPath) {
      Output.complain(
        "\(left.sidecarPath): what was decided stays out; to export it, name that file alone")
    }
  }

  /// Says how many private marks stay out, and how many answers to them.
  private func complain(held: Int, all: Int) {
    if held > 0 {
      Output.complain(
        counted(held, "private mark stays", plural: "private marks stay")
          + " out (--include-private)")
    }
    if all > held {
      Output.complain(
        counted(
          all - held, "answer to private marks stays", plural: "answers to private marks stay")
          + " out too")
    }
  }

  private func write(
    _ export: Export, sparing sources: [String]
  ) throws(CommandFailure) {
    let folder = try folder()
    guard let output, folder != nil || output != "-" else {
      if format.isBinary {
        throw CommandFailure("\(format.rawValue) is an archive; name its file with -o")
      }
      for file in export.files { try Output.write(file.text, as: format.content) }
      return
    }
    let policy = OutputFile.Policy(
      sources: sources, replaces: force, allowsStreams: folder == nil)
    // What a program has to be told of the file goes beside it, and nowhere when that is no file.
    let isFile = FileIdentity(of: output).map { $0.kind == .file } ?? true
    let settings = isFile && NamedDescriptor.number(of: output) == nil ? export.settings : []
    let files = export.files.map { file in (folder.map { $0 + file.name } ?? output, file.bytes) }
    try
      (files
      + settings.map { (Self.stem(of: output) + $0.name, Array($0.text.utf8)) })
      .map { path, bytes throws(CommandFailure) in
        try OutputFile(bytes, to: path, as: format.content, policy)
      }
      .write()
  }

  /// A path without the ending of its name.
  private static func stem(of path: String) -> String {
    guard let dot = path.lastIndex(of: "."), dot > path.startIndex,
      !path[dot...].contains("/"), path[path.index(before: dot)] != "/"
    else { return path }
    return String(path[..<dot])
  }

  /// The folder of a format that makes several files, with a slash at its end; it is made when there is
  /// none.
  private func folder() throws(CommandFailure) -> String? {
    guard format.makesFolder else { return nil }
    guard let output, output != "-" else {
      throw CommandFailure("\(format.rawValue) makes several files; name their folder with -o")
    }
    do throws(FileError) { try PosixFileSystem().createFolder(output) } catch {
      throw CommandFailure(error.description)
    }
    return output.hasSuffix("/") ? output : output + "/"
  }
}

extension ExportFormat {
  /// How a terminal is shown it.
  fileprivate var content: TerminalGate.Content {
    switch self {
    case .jsonl, .w3c, .claimreview, .doccano, .labelstudio, .prodigy, .cas, .readium, .csl: .json
    case .markdown, .html, .csv, .brat, .conll, .qdpx, .bibtex: .text
    }
  }
}

extension AnnotatedArticle {
  /// The files that it was read from.
  var files: [String] {
    let path = article?.source.path
    return [path, path.flatMap { MemberPath($0)?.file }, sidecarPath].compactMap(\.self)
      + [".journal", ".bak", ".lock"].map { sidecarPath + $0 }
  }
}
