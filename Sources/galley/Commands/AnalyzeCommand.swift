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
      Example: galley analyze --format json article.txt | jq '.quotes[].speaker_entity'
      Example: galley analyze --corrected article.txt
      Example: galley analyze --claims all speech.txt
      Example: galley analyze --ndjson < articles.ndjson > findings.ndjson

      JSON has an object a line for each article: "id" (the file), "engine", "language", "quotes", \
      "locations", "places", "persons", "organisations", "speakers", "sentences" and "claims"; \
      Documentation/analysis.md has every member. Offsets are Unicode code points of what \
      `galley text` prints, half-open. With --ndjson each line of input is {"id", "text"}; a line \
      that makes no sense is answered with {"id", "error"}.
      """)

  /// How findings are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Option(help: "text for people, json for programs.")
  var format = Format.text

  @Flag(help: "Read {\"id\", \"text\"} a line on standard input, answer a line of JSON each.")
  var ndjson = false

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
    if corrections.sidecar != nil, files.count != 1 {
      throw ValidationError("--sidecar is about one article")
    }
    if !ndjson, files.isEmpty { throw ValidationError("name an article, or say --ndjson") }
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
    var batch = NDJSONBatch(
      input: 0, output: 1, analyzer: (engine ?? .fast).analyzer, workers: cores, claims: claims
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
