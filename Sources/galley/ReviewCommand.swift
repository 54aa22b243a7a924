// `galley review`: all marks below the paths in one list.

import AnnotationReview
import ArgumentParser
import ArticleModel
import Configuration
import Reader
import Session

/// Opens the list of marks across articles.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Go through the marks of many articles.",
    discussion: """
      Example: galley review articles/
      Example: galley review --filter "kind:verification status:open" --group article .

      x says that you went through a mark and goes on to the next, Enter opens its article, \
      / filters, ? shows the keys. Without a terminal, use galley list.
      """)

  @Argument(
    help: "Articles, sidecars or folders; by default this folder.", completion: .file())
  var path: [String] = []

  @Option(
    name: .customLong("as"), help: ArgumentHelp("Review in this name.", valueName: "name"))
  var author: String?

  @Option(help: ArgumentHelp("Only marks that meet all conditions.", valueName: "conditions"))
  var filter = ""

  @Option(name: .customLong("sort"), help: "Sort the list.")
  var order = ReviewOrder.place

  @Option(name: .customLong("group"), help: "Group the list.")
  var grouping = ReviewGrouping.none

  @Option(help: "The keymap: default, vim, less, emacs, or a file.")
  var keymap: String?

  func run() throws {
    let settings = Settings()
    var setup = ReviewState.Setup()
    setup.title = path.isEmpty ? "this folder" : path.joined(separator: " ")
    setup.filter = filter
    setup.order = order
    setup.grouping = grouping
    setup.keymap = try settings.keymap(named: keymap).keymap
    setup.shelf = settings.taxonomies()
    setup.author = settings.author(named: author)
    do throws(ReviewError) {
      var session = try ReviewSession(path.isEmpty ? ["."] : path, setup, services: services)
      try session.run()
    } catch {
      throw CommandFailure(error.description)
    }
  }

  private var services: ReviewSession.Services {
    let (author, keymap) = (self.author, self.keymap)
    return ReviewSession.Services(
      open: { location in
        do throws(SidecarSelection.Failure) {
          return .success(try SidecarSelection.open(location))
        } catch {
          return .failure(SidecarFault(error.message))
        }
      },
      read: { article, mark in
        guard let path = article.article?.source.path else {
          throw CommandFailure("the article of \(article.sidecarPath) is not there")
        }
        var reading = Reading(paths: [path])
        (reading.author, reading.keymap, reading.firstMark) = (author, keymap, mark)
        reading.sidecar = article.sidecarPath
        try reading.start()
      },
      export: { _, _, _ in throw CommandFailure("there is no such format") })
  }
}

extension ReviewOrder: ExpressibleByArgument {}
extension ReviewGrouping: ExpressibleByArgument {}
