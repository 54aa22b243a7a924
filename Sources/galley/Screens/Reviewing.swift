// Opens the list of marks: the one place where the command line hands over to a review.

import ArticleModel
import Configuration
import Corpus
import Interchange
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

  init(paths: [String]) { self.paths = paths.isEmpty ? ["."] : paths }

  /// Shows the list until the reviewer quits.
  func start() throws {
    let settings = Settings(complaining: false)
    var showing = Showing(settings)
    try showing.choose(keymap: keymap, theme: theme)
    showing.loadTerms()
    showing.stage.author = settings.author(named: author)
    try showing.show(desk(on: settings, showing.stage.shelf))
  }

  /// The desk of the review.
  func desk(on settings: Settings, _ shelf: TaxonomyShelf) throws -> any Desk {
    var setup = ReviewState.Setup()
    setup.title = paths == ["."] ? "this folder" : paths.joined(separator: " ")
    do throws(FilterError) { setup.filter = try AnnotationFilter(parsing: filter) } catch {
      throw CommandFailure(error.description)
    }
    (setup.filterText, setup.order, setup.grouping) = (filter, order, grouping)
    return ReviewDesk(paths, setup, services: services(settings, shelf))
  }

  private func services(_ settings: Settings, _ shelf: TaxonomyShelf) -> ReviewDesk.Services {
    ReviewDesk.Services(
      open: { location in
        do throws(SidecarSelection.Failure) {
          return .success(
            try SidecarSelection.open(location) { line throws(SidecarSelection.Failure) in
              throw .article(line)
            })
        } catch {
          return .failure(SidecarFault(error.message))
        }
      },
      read: { article, mark in try read(article, mark, settings) },
      export: { format, path, isReplacing, marks in
        let policy = OutputFile.Policy(
          sources: marks.sidecars.flatMap(\.files), replaces: isReplacing, allowsStreams: false,
          remedy: ":export! replaces it")
        return try Self.export(marks, format, path, policy, shelf)
      },
      statistics: { marks in
        let corpus = CorpusArticle.corpus(
          marks.sidecars, rows: marks.rows(labelledBy: shelf), analyzer: AnalyzerChoice.fast)
        let statistics = CorpusStatistics(corpus, labelledBy: shelf)
        let text = StatisticsListing(statistics, entries: 20).text
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      }, analyzer: AnalyzerChoice.fast)
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
    reading.firstMark = mark
    reading.sidecar = article.sidecarPath
    return try reading.desk(on: settings)
  }

  /// Writes marks to a file, private ones left out, and says so.
  private static func export(
    _ marks: ChosenMarks, _ name: String, _ path: String, _ policy: OutputFile.Policy,
    _ shelf: TaxonomyShelf
  ) throws -> String {
    guard let format = ExportFormat(rawValue: name), !format.makesFolder else {
      let names = ExportFormat.allCases.filter { !$0.makesFolder }.map(\.rawValue)
      throw CommandFailure(
        "there is no format “\(name)”; there are \(names.joined(separator: ", "))")
    }
    let rows = marks.rows(labelledBy: shelf).map { $0.filter(\.isPublic) }
    let corpus = CorpusArticle.corpus(
      marks.sidecars, rows: rows, analyzer: format.needsAnalysis ? AnalyzerChoice.fast : nil)
    let export = Export(format, of: corpus, labelledBy: shelf, generated: .now())
    for file in export.files { try OutputFile(Array(file.text.utf8), to: path, policy).write() }
    let count = rows.joined().count
    let remark = export.remarks.first.map { " · \($0)" } ?? ""
    return counted(count, "mark is", plural: "marks are") + " in \(path)\(remark)"
  }
}
