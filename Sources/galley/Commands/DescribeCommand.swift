// `galley describe`: where an article was published, by whom and when, kept in its sidecar.

import ArgumentParser
import ArticleModel
import Sidecars

/// Keeps or prints what an article's text does not say of it.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Record where, when and by whom an article was published.",
    discussion: """
      Example: galley describe article.txt --outlet "Harbour Post" \\
          --byline "Mara Quill" --published 2026-03-02 \\
          --url https://harbourpost.example/levy
      Example: galley describe article.txt

      Statistics count by outlet, and exported fact-checks name it. Without options, the \
      command prints what is known.
      """)

  @Argument(help: "The article.", completion: .file())
  var file: String

  @Option(help: "The outlet that published it.")
  var outlet: String?

  @Option(help: "Who wrote it.")
  var byline: String?

  @Option(help: ArgumentHelp("When it was published.", valueName: "yyyy-mm-dd"))
  var published: String?

  @Option(help: "Where it is published.")
  var url: String?

  @Option(
    help: ArgumentHelp("The sidecar file, if it is not beside its article.", valueName: "file"),
    completion: .file())
  var sidecar: String?

  @Flag(help: "Print what is known as JSON.")
  var json = false

  @OptionGroup(title: "Opening") var source: SourceOptions

  func run() throws {
    if let published, CalendarDate(published) == nil {
      throw CommandFailure("--published “\(published)” is not a day; write it as 2026-01-02")
    }
    let about = try described(try Documents.article(file, source.access))
    if json {
      try Output.printJSON(about.json)
    } else {
      try Output.print(Self.lines(of: about).joined(separator: "\n"))
    }
  }

  private func described(_ article: Article) throws(CommandFailure) -> ArticleDescription {
    let isChange = [outlet, byline, published, url].contains { $0 != nil }
    let store = SidecarStore(article: article, sidecarPath: sidecar)
    do throws(StoreError) {
      _ = try store.open(isChange ? .waiting(seconds: 5) : .readOnly)
      if isChange {
        try store.describe { about in
          about.publisher = outlet ?? about.publisher
          about.byline = byline ?? about.byline
          about.published = published.map { DateAsWritten($0) } ?? about.published
          about.identifier = url ?? about.identifier
        }
      }
      let about = store.about ?? ArticleDescription(of: article)
      try store.close()
      return about
    } catch {
      throw CommandFailure(error.description)
    }
  }

  private static func lines(of about: ArticleDescription) -> [String] {
    let known = [
      ("headline", about.title), ("outlet", about.publisher), ("byline", about.byline),
      ("published", about.published?.description), ("language", about.language),
      ("url", about.identifier), ("file", about.path),
    ]
    return known.map { "\($0.0)\(String(repeating: " ", count: 11 - $0.0.count))\($0.1 ?? "–")" }
  }
}
