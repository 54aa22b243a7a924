// Opens the reader: the one place where the command line hands over to the session.

import ArticleModel
import Configuration
import DocumentImport
import Ncurses
import Reader
import Screen
import Session

/// What is to be read, and how.
struct Reading {
  var paths: [String]
  /// Who makes the annotations; nil for whom the configuration names.
  var author: String?
  /// The sidecar's path; nil for the usual one.
  var sidecar: String?
  /// The name or path of the keymap; nil for the one that the configuration names.
  var keymap: String?

  /// The mark to begin at; nil for the beginning of the article.
  var firstMark: AnnotationID?

  init(paths: [String]) { self.paths = paths }

  /// Reads the articles one after the other.
  func start() throws {
    if paths.count == 1, let path = paths.first, Self.isKeptByUs(path) {
      throw CommandFailure("\(path) holds marks, not an article; name the article itself")
    }
    // A pattern such as *.txt* names the sidecars beside the articles too.
    for path in paths where !Self.isKeptByUs(path) { try read(path) }
  }

  /// Whether the file is a sidecar, or one of those that come with it.
  private static func isKeptByUs(_ path: String) -> Bool {
    let endings = ["", ".journal", ".lock", ".bak"]
    return endings.contains { path.hasSuffix(".annotations.json" + $0) }
  }

  private func read(_ path: String) throws {
    let article = try Documents.article(path, checking: .beginning)
    let analysis = BackgroundAnalysis(of: article)
    let options = try options(for: path)
    do throws(SessionError) {
      var session = try ReaderSession(analysis, options: options)
      try session.run()
    } catch {
      throw CommandFailure(error.description)
    }
  }

  private func options(for path: String) throws -> ReaderSession.Options {
    let settings = Settings(complaining: false)
    var options = ReaderSession.Options()
    options.greeting = settings.problems.first?.description
    options.sidecarPath = sidecar
    options.firstMark = firstMark
    options.keys = path == "-" ? .controllingTerminal : .standardInput
    options.author = settings.author(named: author)
    if author == nil, settings.isAuthorOpen { options.keepAuthor = settings.keepAuthor }
    options.taxonomies = {
      let (shelf, problems) = TaxonomyShelf.load(userFolder: settings.folders.taxonomies)
      return (shelf.packs, problems.first?.description)
    }
    if let measure = settings.configuration.measure { options.measure = Column(measure) }
    if let name = keymap ?? settings.configuration.keymap {
      let loaded = try settings.keymap(named: name)
      options.keymap = loaded.keymap
      options.greeting = options.greeting ?? loaded.problems.first?.description
    }
    return options
  }
}
