// Opens the reader: the one place where the command line hands over to the session.

import Agreement
import Archive
import ArticleModel
import Configuration
import Corpus
import DocumentImport
import Interface
import Ncurses
import Reader
import Screen
import Session
import Sidecars

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
  /// The words to begin at; nil for the beginning of the article.
  var firstPassage: TextSpan?

  /// Sidecars whose marks are laid over the article.
  var layers: [String] = []
  /// Whether their makers stay unnamed.
  var hidesNames = false
  /// Whether what the program finds is kept from the reader.
  var isUnaided = false
  /// What collects the marks of the sitting; nil when they are not asked for.
  var sitting: SittingMarks?
  /// How the articles are opened.
  var access = SourceAccess()

  /// What there is to say of copies of pages, by their paths.
  private var remarks: [String: String] = [:]

  init(paths: [String]) { self.paths = paths }

  /// Reads the articles, in whichever order the reader goes through them.
  func start() throws {
    BackgroundAnalysis.prepare(EngineName.fast.analyzer)
    var reading = self
    try reading.openPages()
    try reading.startOnFiles()
  }

  /// Puts the copies of pages in the place of their addresses.
  private mutating func openPages() throws(CommandFailure) {
    for index in paths.indices {
      guard let address = LinkedPages.address(of: paths[index], access) else { continue }
      let page = try LinkedPages(access).page(at: address)
      paths[index] = page.path
      remarks[page.path] = page.remark
    }
  }

  private func startOnFiles() throws {
    let list = try ReadingList(paths)
    if list.isShelf, let sidecar {
      throw CommandFailure(
        "--sidecar \(sidecar) belongs to one article, and these are \(list.paths.count); name one")
    }
    let (number, analysis) = try firstReadable(of: list)
    let settings = Settings(complaining: false)
    var showing = Showing(settings)
    try showing.choose(keymap: keymap, theme: theme)
    showing.stage.author = settings.author(named: author)
    var options = try self.options(for: number, of: list, settings)
    options.showsQueue = list.isShelf
    options.greeting = showing.problem ?? Documents.remark(on: analysis.article)
    let isPiped = paths.contains { $0 == "-" || $0.hasPrefix("/dev/stdin#") }
    if isPiped { showing.keys = .controllingTerminal }
    try showing.show(ReaderDesk(analysis, options: options))
  }

  /// The desk of an article that is read within a review.
  func desk(on settings: Settings) throws -> any Desk {
    let list = try ReadingList(paths)
    var options = try self.options(for: list.start, of: list, settings)
    options.review = nil
    return ReaderDesk(try begin(list.paths[list.start]), options: options)
  }

  /// The desk of a source of quotations that is read within the reading; nil when the words that were found there
  /// are not there any more.
  private func source(
    _ file: String, _ span: TextSpan, _ words: String, _ settings: Settings
  ) throws -> (any Desk)? {
    let text = try Documents.article(file, access, as: .mapping).text
    guard span.end.value <= text.count, text.string(in: span) == words else { return nil }
    var reading = Reading(paths: [file])
    (reading.author, reading.access, reading.firstPassage) = (author, access, span)
    reading.remarks[file] = "these are the quoted words · q goes back"
    return try reading.desk(on: settings)
  }

  /// The first article that can be read; throws when none can.
  private func firstReadable(of list: ReadingList) throws -> (Int, BackgroundAnalysis) {
    let others = list.paths.indices.filter { $0 != list.start }
    let order = [list.start] + others
    for number in order.dropLast() {
      if let begun = try? begin(list.paths[number]) { return (number, begun) }
    }
    let last = order[order.count - 1]
    return (last, try begin(list.paths[last]))
  }

  /// Opens an article and begins to analyse it.
  /// - Parameter checked: whether all of a long one has to be checked, rather than what the first screen shows.
  private func begin(
    _ path: String, checked: Bool = false
  ) throws(CommandFailure) -> BackgroundAnalysis {
    var article = try Documents.article(path, access, as: checked ? .mapping : .glance)
    // Marks are found again, and journals read, in nothing but the text itself.
    if article.text.awaitsCheck, SidecarStore(article: article, sidecarPath: sidecar).hasTraces() {
      article = try Documents.article(path, access, as: .mapping)
    }
    return BackgroundAnalysis(
      of: article, by: EngineName.fast.analyzer, then: EngineName.careful.analyzer,
      upTo: AnalyzerChoice.longestReadWithCare, rows: Terminal.expectedRows)
  }

  /// The desk of a review of the folder of an article.
  private func review(beside path: String, _ settings: Settings) throws -> any Desk {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let review = Reviewing(paths: [folder.isEmpty ? "/" : folder])
    return try review.desk(on: settings, settings.taxonomies())
  }

  /// The marks of other people, as the sidecars that were named have them.
  private func layers(over path: String) throws -> Layers? {
    guard !layers.isEmpty else { return nil }
    let article = try Documents.article(path, access, as: .copy)
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

  private func options(
    for number: Int, of list: ReadingList, _ settings: Settings
  ) throws -> ReaderDesk.Options {
    let path = list.paths[number]
    var options = ReaderDesk.Options()
    options.sidecarPath = sidecar
    (options.firstMark, options.firstPassage) = (firstMark, firstPassage)
    options.sitting = sitting
    options.remark = remarks[path] ?? ArchivedCopy(at: path)?.remark
    (options.layers, options.layerPaths) = (try layers(over: path), layers)
    options.authority = DeskAuthority.access(forArticleAt: path)
    options.isUnaided = isUnaided
    options.queue = list.queue(current: number)
    let copies = EvidenceCopies(allowsPrivate: access.allowsPrivate)
    options.keepPage = { try copies.keep(pageAt: $0, inFolder: $1, isUnwanted: $2) }
    options.review = { try review(beside: path, settings) }
    options.searchSources = { sources, index, isUnwanted in
      SearchedSources.search(sources, access, with: index, isUnwanted: isUnwanted)
    }
    options.openSource = { file, span, words in try source(file, span, words, settings) }
    options.otherArticle = { other in
      try AnnotatedArticle(try Documents.article(list.paths[other], access, as: .copy))
    }
    options.openArticle = { next, known in
      let analysis = try begin(list.paths[next])
      var options = try self.options(for: next, of: list, settings)
      options.queue.learnClaims(from: known)
      options.greeting = Documents.remark(on: analysis.article)
      return ReaderDesk(analysis, options: options)
    }
    options.openDecoded = { former in
      let analysis = try begin(path, checked: true)
      var options = former
      options.greeting = former.greeting ?? Documents.remark(on: analysis.article)
      return ReaderDesk(analysis, options: options)
    }
    if settings.folders.configurationFile != nil {
      options.keepAuthor = { try settings.keepAuthor($0) }
    }
    options.tellsAuthor = author == nil && settings.configuration.author == nil
    if let measure = settings.configuration.measure { options.measure = Column(measure) }
    options.showsLineNumbers = settings.configuration.lineNumbers ?? false
    options.usesMouse = settings.configuration.mouse ?? false
    return options
  }
}
