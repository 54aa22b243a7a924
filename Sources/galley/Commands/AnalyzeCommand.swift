// `galley analyze`: what the analysis finds, for people, for programs, and as a filter.

import ArgumentParser
import ArticleModel
import DocumentImport
import NewsAnalysis

#if canImport(Glibc)
  import Glibc
#endif

/// Prints quotations, speakers, places and claims.
struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Print who is quoted, who speaks, where it happens, and what can be checked.",
    discussion: """
      Example: galley analyze article.txt
      Example: galley analyze --format json article.txt \\
          | jq '.quotes[].speaker_entity'
      Example: galley analyze --corrected article.txt
      Example: galley analyze --claims all speech.txt
      Example: galley analyze --ndjson < articles.ndjson > findings.ndjson
      Example: galley analyze --ndjson --text-field body --keep \\
          --rows quotations < articles.ndjson

      --format json prints one object a line for each article: "id" (the file), "engine", \
      "language", "quotes", "locations", "places", "persons", "organisations", "speakers", \
      "sentences" and "claims". Documentation/analysis.md describes every member. Positions \
      are half-open and count the Unicode code points of what `galley text` prints.

      With --ndjson, each line of input is {"id", "text"}. Every record has the same members \
      of the same types; if a line cannot be analysed, one more, "error", gives the reason. --keep \
      returns the other members of a line with its answer; a member with a name that the \
      answer uses gets kept_ in front. --rows writes flat rows instead of records.
      """)

  /// How findings are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Option(help: "text for people, json for programs.")
  var format = Format.text

  @Flag(
    help: "Read an object with \"id\" and \"text\" a line, and answer each with a line of JSON.")
  var ndjson = false

  @Option(
    help: ArgumentHelp("With --ndjson, the member that has the text.", valueName: "name"))
  var textField: String?

  @Flag(help: "With --ndjson, give the other members of each line back with its answer.")
  var keep = false

  @Option(help: "With --ndjson, write a flat row for each of these instead of records.")
  var rows: NDJSONForm.Rows?

  @Option(
    help: ArgumentHelp(
      "With --ndjson, the most processes at a time; by default one for each core.",
      valueName: "number"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "likely: the sentences that are likely worth checking; all: every sentence, with its score."))
  var claims = ClaimListing.likely

  @Option(
    help: ArgumentHelp(
      "careful reads whole paragraphs with a neural encoder; fast has a sequence model.",
      discussion: "By default articles are read with care up to 256 KB, and --ndjson is fast."))
  var engine: EngineName?

  @OptionGroup var corrections: CorrectionOptions

  @Argument(help: "The articles, or files with several; - is standard input.", completion: .file())
  var files: [String] = []

  @OptionGroup(title: "Opening") var source: SourceOptions

  func validate() throws {
    if ndjson, !files.isEmpty {
      throw ValidationError("--ndjson reads standard input and takes no files")
    }
    if !ndjson, keep || textField != nil || rows != nil || jobs != nil {
      throw ValidationError("--text-field, --keep, --rows and --jobs belong to --ndjson")
    }
    if textField == "id" { throw ValidationError("--text-field id: that is the identifier") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    if corrections.sidecar != nil, files.count != 1 {
      throw ValidationError("--sidecar is about one article")
    }
    if !ndjson, files.isEmpty { throw ValidationError("name an article, or use --ndjson") }
  }

  func run() throws {
    if ndjson { return try filter() }
    for file in files {
      try Documents.forEachArticle(at: file, source.access) { article in
        try report(article, as: article.source.path ?? file)
      }
    }
  }

  private func report(_ article: Article, as name: String) throws {
    let analyzer = engine?.analyzer ?? AnalyzerChoice.analyzer(for: article)
    let analysis = try corrections.analysis(of: article, by: analyzer)
    switch format {
    case .json:
      let encoder = AnalysisEncoder(analysis, of: article, claims: claims)
      try Output.writeJSON { encoder.write(identifier: name, to: $0) }
    case .text:
      let isMember = MemberPath(article.source.path ?? article.source.name) != nil
      if files.count > 1 || isMember && files != [name] {
        try Output.print("== \(article.source.name) ==\n")
      }
      try Output.print(AnalysisReport(analysis, of: article, claims: claims).text)
    }
  }

  private func filter() throws {
    let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var form = NDJSONForm()
    (form.claims, form.keepsMembers, form.rows) = (claims, keep, rows)
    form.textField = textField ?? form.textField
    var batch = NDJSONBatch(
      input: 0, output: 1, analyzer: (engine ?? .fast).analyzer, workers: jobs ?? cores, form: form
    ) { text in
      Article(plainText: text, source: Article.Source(name: "text"))
    }
    do {
      try batch.run()
    } catch {
      throw CommandFailure("analyze --ndjson: \(error.description)")
    }
  }
}

extension ClaimListing: ExpressibleByArgument {}
extension NDJSONForm.Rows: ExpressibleByArgument {}
