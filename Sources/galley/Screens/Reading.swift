// Opens the reader: the one place where the command line hands over to the session.

import Agreement
import ArticleModel
import Configuration
import Corpus
import DocumentImport
import Ncurses
import Interface
import Reader
import Screen
import Session

#if canImport(Glibc)
  import Glibc
#endif

/// What is to be read, and how.
struct Reading {
  var paths: [String]
  /// Who makes the annotations; nil for whom the configuration names.
  var author: String?
  /// The sidecar's path; nil for the usual one.
  var sidecar: String?
  /// The name or path of the keymap; nil for the one that the configuration names.
  var keymap: String?
  /// The name or path of the theme; nil for the one that the configuration names.
  var theme: String?

  /// The mark to begin at; nil for the beginning of the article.
  var firstMark: AnnotationID?

  /// Whether a review opened the article, and quitting goes back to it.
  var isWithinReview = false
  /// Sidecars whose marks are laid over the article.
  var layers: [String] = []
  /// Whether their makers stay unnamed.
  var hidesNames = false
  /// Whether what the program finds is kept from the reader.
  var isUnaided = false

  init(paths: [String]) { self.paths = paths }

  /// Reads the articles, in whichever order the reader goes through them. A signal that ends the
  /// reading becomes the exit status that shells expect, after everything is saved.
  func start() throws {
    let list = try ReadingList(paths)
    var (number, analysis) = try firstReadable(of: list)
    var terminal: Terminal?
    var isFirst = true
    while true {
      var options = try options(for: list.paths[number])
      options.shelf = list.shelf(current: number)
      options.showsShelf = isFirst && list.hasFolder
      options.terminal = terminal
      options.openArticle = { try Self.begin(list.paths[$0]) }
      isFirst = false
      switch try sit(with: analysis, options) {
      case .quit: return
      case .signal(let signal): exit(128 + signal)
      case .article(let next, let begun, let open):
        (number, analysis, terminal) = (next, begun, open)
      }
    }
  }

  private func sit(
    with analysis: BackgroundAnalysis, _ options: ReaderSession.Options
  ) throws(CommandFailure) -> ReaderSession.Ending {
    do throws(SessionError) {
      var session = try ReaderSession(analysis, options: options)
      return try session.run()
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// The first article that can be read; throws when none can.
  private func firstReadable(of list: ReadingList) throws -> (Int, BackgroundAnalysis) {
    for number in list.paths.indices.dropLast() {
      if let begun = try? Self.begin(list.paths[number]) { return (number, begun) }
    }
    let last = list.paths.count - 1
    return (last, try Self.begin(list.paths[last]))
  }

  /// Opens an article and begins to analyse it.
  private static func begin(_ path: String) throws(CommandFailure) -> BackgroundAnalysis {
    BackgroundAnalysis(of: try Documents.article(path, checking: .beginning))
  }

  /// Reviews the folder of an article; nil when a review waits for the reader to end.
  private func reviewing(beside path: String) -> (() throws -> Void)? {
    guard !isWithinReview else { return nil }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    var review = Reviewing(paths: [folder.isEmpty ? "/" : folder])
    (review.author, review.keymap, review.theme) = (author, keymap, theme)
    return { [review] in try review.start() }
  }

  /// The marks of other people, as the sidecars that were named have them.
  private func layers(over path: String) throws -> Layers? {
    guard !layers.isEmpty else { return nil }
    let article = try Documents.article(path)
    let sidecars = try layers.map { layer throws(CommandFailure) in
      do throws(StoreError) {
        return try AnnotatedArticle(article, sidecarPath: layer)
      } catch {
        throw CommandFailure(error.description)
      }
    }
    let missing = zip(layers, sidecars).first { !$0.1.hasSidecar }
    if let missing { throw CommandFailure("there is no sidecar \(missing.0)") }
    let names = SidecarMarks.annotators(of: sidecars.map { SidecarMarks($0) })
    var all = Layers(
      zip(names, sidecars).map { Layer(name: $0, $1.annotations, anchors: $1.anchors) })
    all.hidesNames = hidesNames
    return all
  }

  private func options(for path: String) throws -> ReaderSession.Options {
    let settings = Settings(complaining: false)
    var options = ReaderSession.Options()
    options.greeting = settings.problems.first?.description
    options.sidecarPath = sidecar
    options.firstMark = firstMark
    options.layers = try layers(over: path)
    options.isUnaided = isUnaided
    options.review = reviewing(beside: path)
    options.keys = path == "-" ? .controllingTerminal : .standardInput
    options.author = settings.author(named: author)
    if author == nil, settings.isAuthorOpen { options.keepAuthor = settings.keepAuthor }
    options.taxonomies = {
      let (shelf, problems) = TaxonomyShelf.load(userFolder: settings.folders.taxonomies)
      return (shelf.packs, problems.first?.description)
    }
    if let measure = settings.configuration.measure { options.measure = Column(measure) }
    options.showsLineNumbers = settings.configuration.lineNumbers ?? false
    options.usesMouse = settings.configuration.mouse ?? false
    if let name = theme ?? settings.configuration.theme {
      let loaded = try settings.theme(named: name)
      options.theme = loaded.theme
      options.greeting = options.greeting ?? loaded.problems.first?.description
    }
    if let name = keymap ?? settings.configuration.keymap {
      let loaded = try settings.keymap(named: name)
      options.keymap = loaded.keymap
      if let file = loaded.file {
        let watch = KeymapWatch(file) { try settings.keymap(named: name) }
        options.changedKeymap = { watch.change() }
      }
      options.greeting = options.greeting ?? loaded.problems.first?.description
    }
    return options
  }
}
