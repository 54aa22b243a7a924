// Opens the list of marks: the one place where the command line hands over to a review.

import ArticleModel
import Configuration
import Corpus
import Interface
import Review
import Session

/// What is to be reviewed, and how.
struct Reviewing {
  var paths: [String]
  /// Who reviews; nil for whom the configuration names.
  var author: String?
  /// The name or path of the keymap; nil for the one that the configuration names.
  var keymap: String?
  /// The name or path of the theme; nil for the one that the configuration names.
  var theme: String?
  var filter = ""
  var order = ReviewOrder.place
  var grouping = ReviewGrouping.none
  /// Whether only what is the reviewer's own to work on is listed.
  var isMine = false

  init(paths: [String]) { self.paths = paths.isEmpty ? ["."] : paths }

  /// Shows the list until the reviewer quits.
  func start() throws {
    let settings = Settings(complaining: false)
    var showing = Showing(settings)
    try showing.choose(keymap: keymap, theme: theme)
    showing.loadTerms()
    showing.stage.author = settings.author(named: author)
    defer {
      AnalyzerChoice.keepIndex()
      SidecarSelection.memory(for: .max)?.save()
    }
    try showing.show(desk(on: settings, showing.stage.shelf))
  }

  /// The desk of the review.
  func desk(on settings: Settings, _ shelf: TaxonomyShelf) throws -> any Desk {
    var setup = ReviewState.Setup()
    setup.title = paths == ["."] ? "this folder" : paths.joined(separator: " ")
    let filter = ([isMine ? "is:mine" : "", self.filter]).filter { !$0.isEmpty }
      .joined(separator: " ")
    do throws(FilterError) { setup.filter = try AnnotationFilter(parsing: filter) } catch {
      throw CommandFailure(error.description)
    }
    (setup.filterText, setup.order, setup.grouping) = (filter, order, grouping)
    return ReviewDesk(paths, setup, services: services(settings, shelf))
  }

  private func services(_ settings: Settings, _ shelf: TaxonomyShelf) -> ReviewDesk.Services {
    ReviewDesk.Services(
      open: { location, count in
        do throws(SidecarSelection.Failure) {
          let memory = SidecarSelection.memory(for: count)
          let marks = try SidecarSelection.open(location, memory) {
            line throws(SidecarSelection.Failure) in
            throw .article(line)
          }
          return .success(marks)
        } catch {
          return .failure(SidecarFault(error.message))
        }
      },
      read: { article, mark in try read(article, mark, settings) },
      export: { export, marks in try ListExport(export, marks, shelf).write() },
      statistics: { marks in
        let corpus = CorpusArticle.corpus(
          marks.sidecars, rows: marks.rows(labelledBy: shelf), analyzer: AnalyzerChoice.fastAndQuiet
        )
        let statistics = CorpusStatistics(corpus, labelledBy: shelf)
        let text = StatisticsListing(statistics, entries: 20).text
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      }, analyzer: AnalyzerChoice.fastAndQuiet)
  }

  /// The desk of an article that is opened at a mark.
  private func read(
    _ article: AnnotatedArticle, _ mark: AnnotationID, _ settings: Settings
  ) throws -> any Desk {
    guard let path = article.article?.source.path else {
      throw CommandFailure("the article of \(article.sidecarPath) is not there")
    }
    var reading = Reading(paths: [path])
    reading.author = author
    if article.isColleagues(of: settings.author(named: author)) {
      // What the reader marks now belongs into a file of their own.
      reading.layers = [article.sidecarPath]
      reading.firstPassage = article.anchors[mark]?.first?.span
    } else {
      reading.firstMark = mark
      reading.sidecar = article.sidecarPath
    }
    return try reading.desk(on: settings)
  }
}
