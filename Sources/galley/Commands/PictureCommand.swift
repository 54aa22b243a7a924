// `galley picture`: a screen of the reader as an SVG picture, for documents. Not listed in the help.

import ArgumentParser
import ArticleModel
import Configuration
import Corpus
import NewsAnalysis
import Interface
import Reader
import Screen

/// Draws what the reader shows after some keys.
struct PictureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture",
    abstract: "Print a screen of the reader as SVG, or as text.",
    discussion: """
      Example: galley picture --columns 120 --rows 34 --theme dark --keys '6]q' article.txt > a.svg

      Keys are written as in keymaps; nothing is saved. Scripts/draw-screens draws the screens of \
      README.md with it.
      """, shouldDisplay: false)

  @Option(help: "How many columns wide.")
  var columns = 120

  @Option(help: "How many rows high.")
  var rows = 34

  @Option(help: "The theme: light, dark, high-contrast, or a file.")
  var theme = "dark"

  @Option(help: "The keys that are pressed first.")
  var keys = ""

  @Flag(help: "Print the rows of the screen as text.")
  var text = false

  @Argument(help: "The article.", completion: .file())
  var file: String

  func validate() throws {
    guard (20...400).contains(columns), (5...200).contains(rows) else {
      throw ValidationError("--columns goes from 20 to 400, --rows from 5 to 200")
    }
  }

  func run() throws {
    let article = try Documents.article(file)
    let settings = Settings()
    var setup = ReaderState.Setup()
    setup.theme = try settings.theme(named: theme).theme
    setup.taxonomies = settings.taxonomies().packs
    setup.author = Creator(name: "Ana")
    if let annotated = try? AnnotatedArticle(article) {
      setup.annotations = AnnotationSet(annotated.annotations)
      setup.anchors = annotated.anchors
    }
    var state = ReaderState(article: article, setup: setup)
    let size = Size(rows: Row(rows), columns: Column(columns))
    let first: [ReaderEvent] = [
      .resize(size), .findings(Findings(NewsAnalyzer().analyze(article))),
    ]
    for event in try first + pressed() {
      for case .record in reduce(into: &state, event) { _ = reduce(into: &state, .saved) }
    }
    if text { return try Output.print(draw(state).lines.joined(separator: "\n")) }
    let page = setup.theme.base == .plain ? Theme.dark.base : setup.theme.base
    try Output.print(FramePicture(draw(state), page: page).source)
  }

  private func pressed() throws -> [ReaderEvent] {
    do {
      return try Key.sequence(keys).map { .key($0) } + [.hesitation]
    } catch {
      throw CommandFailure("--keys \(keys): \(error)")
    }
  }
}
