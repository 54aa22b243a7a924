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
      Example: galley review --compare story.txt.ana.annotations.json story.txt.ben.annotations.json

      x says that you went through a mark and goes on to the next, Enter opens its article, \
      / filters, ? shows the keys. Without a terminal, use galley list.

      With --compare, the sidecars of several people lie side by side; what they agree on is taken \
      over, the rest is decided case by case, and the outcome is a sidecar of its own.
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

  @Flag(help: "Compare sidecars of one article and decide between them.")
  var compare = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where decisions go (by default ARTICLE.decided.annotations.json).", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "With --compare, call people by numbers.")
  var anonymous = false

  @Option(help: "The keymap: default, vim, less, emacs, or a file.")
  var keymap: String?

  func run() throws {
    let settings = Settings()
    if compare {
      var comparison = Comparing(sidecars: path, output: output, settings: settings)
      (comparison.author, comparison.keymap) = (author, keymap)
      comparison.hidesNames = anonymous
      return try comparison.start()
    }
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
}

extension ReviewOrder: ExpressibleByArgument {}
extension ReviewGrouping: ExpressibleByArgument {}
