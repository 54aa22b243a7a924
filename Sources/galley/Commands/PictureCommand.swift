// `galley picture`: a screen of the reader as an SVG picture, for documents. Not listed in the help.

import ArgumentParser
import ArticleModel
import Configuration
import Corpus
import Interface
import NewsAnalysis
import Reader
import Review
import Screen

/// Draws what the reader shows after some keys.
struct PictureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture",
    abstract: "Print a screen of the reader as SVG, or as text.",
    discussion: """
      Example: galley picture --columns 120 --rows 34 --theme dark --keys '6]q' \\
          article.txt > a.svg

      Keys are written as in keymaps; nothing is saved. Scripts/draw-screens draws the screens of \
      README.md with it.
      """, shouldDisplay: false)

  @Option(help: "How many columns wide.")
  var columns = 120

  @Option(help: "How many rows high.")
  var rows = 34

  @Option(help: "The theme: light, dark, high-contrast, or a file.", completion: .themes)
  var theme = "dark"

  @Option(help: "The keys that are pressed first.")
  var keys = ""

  @Flag(help: "Print the rows of the screen as text.")
  var text = false

  @Argument(help: "The article.", completion: .file())
  var file: String

  @OptionGroup(title: "Opening") var source: SourceOptions

  func validate() throws {
    guard (20...400).contains(columns), (5...200).contains(rows) else {
      throw ValidationError("--columns must be from 20 to 400, --rows from 5 to 200")
    }
  }

  func run() throws {
    let article = try Documents.article(file, source.access)
    let settings = Settings()
    var stage = Stage(theme: try settings.theme(named: theme).theme, elsewhere: [ReviewState.help])
    stage.shelf = settings.taxonomies()
    stage.author = Creator(name: "Ana")
    let size = Size(rows: Row(rows), columns: Column(columns))
    var application = Application(on: stage, size: size)
    let name = application.begin(reader(of: article, on: stage))
    _ = application.deliver(
      .desk(ReaderAnswer.findings(Findings(AnalyzerChoice.careful.analyze(article)))), to: name)
    for event in try pressed() {
      for request in application.handle(event) {
        guard case .ask(let asked) = request.effect, case .record? = asked as? ReaderRequest
        else { continue }
        _ = application.deliver(.desk(ReaderAnswer.saved), to: name)
      }
    }
    let frame = application.frame
    if text { return try Output.print(frame.lines.joined(separator: "\n")) }
    let page = stage.theme.base == .plain ? Theme.dark.base : stage.theme.base
    try Output.print(FramePicture(frame, page: page).source)
  }

  /// The reader with the marks that the article has.
  private func reader(of article: Article, on stage: Stage) -> ReaderState {
    var setup = ReaderState.Setup()
    if let annotated = try? AnnotatedArticle(article) {
      setup.annotations = AnnotationSet(annotated.annotations)
      setup.anchors = annotated.anchors
    }
    return ReaderState(article: article, setup: setup, on: stage)
  }

  private func pressed() throws -> [Event] {
    do {
      return try Key.sequence(keys).map { .key($0) } + [.hesitation]
    } catch {
      throw CommandFailure("--keys \(keys): \(error)")
    }
  }
}
