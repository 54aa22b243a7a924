// `galley claims`: what is left to check in articles before they are published.

import ArgumentParser
import ArticleModel
import Corpus
import LosslessJSON
import NewsAnalysis

/// Prints the claims of articles, and which of them somebody has checked.
struct ClaimsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "List the claims to check, and who has checked them.",
    discussion: """
      Example: galley claims article.txt
      Example: galley claims --only unchecked articles/
      Example: galley claims --json article.txt \\
          | jq '.[].claims[] | select(.checked | not).text'

      Lists the sentences that are likely worth checking and the passages that someone marked \
      for verification, in the order of the text. A claim is checked when someone answered \
      “is it true?” or set the status to done. A verdict does not count if its status is in \
      progress or needs a second source, or if the words have changed since. In a folder, the \
      command reads all articles, marked or not. In the reader, gC opens the list.
      """)

  @Argument(
    help: "Articles, sidecar files or folders; by default this folder.", completion: .file())
  var file: [String] = []

  @Option(
    help:
      "all, or only those that are unchecked, mine (verified by me or assigned to me) or disputed.")
  var only = ClaimChoice.all

  @Option(
    name: .customLong("as"), help: ArgumentHelp("Your name, for --only mine.", valueName: "name"))
  var author: String?

  @Option(help: "careful or fast; by default articles are read with care up to 256 KB.")
  var engine: EngineName?

  @Flag(help: "Print the claims as JSON, an object for each article.")
  var json = false

  @OptionGroup(title: "Opening") var source: LinkOptions

  func run() throws {
    let settings = Settings()
    let shelf = settings.taxonomies()
    let (sidecars, failures) = try ClaimSources(file.isEmpty ? ["."] : file, source.access).open()
    let articles = ArticleClaims.all(of: sidecars) {
      AnalyzerChoice.indexed(engine?.analyzer ?? AnalyzerChoice.analyzer(for: $0))
    }
    AnalyzerChoice.keepIndex()
    let author = settings.author(named: author)
    if json {
      try Output.printJSON(
        .array(articles.map { ClaimsListing($0, only, author, shelf).json }))
    } else {
      let columns = Output.columns
      let listings = articles.map { ClaimsListing($0, only, author, shelf, columns: columns) }
      let texts = listings.map(\.text) + ClaimsListing.total(of: articles)
      if !texts.isEmpty || failures.isEmpty {
        try Output.print(texts.isEmpty ? "no articles here" : texts.joined(separator: "\n\n"))
      }
    }
    try failures.end(having: sidecars)
  }
}

extension ClaimChoice: ExpressibleByArgument {}
