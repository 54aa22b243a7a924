// The desk of the reader: the store of an article's marks, its analysis beside the reading, the place where
// somebody was, and the ways to other articles and to the review.

import ArticleModel
import Corpus
import Interface
import NewsAnalysis
import Reader
import Screen
import Sidecars

/// What the reader of one article works with.
package final class ReaderDesk: Desk {
  /// What a reading needs beside the article.
  package struct Options {
    /// Keeps who makes the annotations from now on; nil where nothing can be kept.
    package var keepAuthor: ((Creator) throws -> Void)?
    /// Whether the author's name was only found, so that the first mark says it.
    package var tellsAuthor = false
    /// Where the annotations are kept; nil for beside the article.
    package var sidecarPath: String?
    /// The mark to begin at; nil for the beginning of the article.
    package var firstMark: AnnotationID?
    /// Whether the lines of the text are numbered.
    package var showsLineNumbers = false
    /// Whether the mouse moves caret and text.
    package var usesMouse = false
    /// The widest that a line of text may be, in columns.
    package var measure: Column = 72
    /// What to tell the reader first, such as a fault in the configuration.
    package var greeting: String?
    /// What to tell of the article itself, such as the age of a copy.
    package var remark: String?
    /// Makes the desk of a review of the articles around; nil when the reading is itself part of one.
    package var review: (() throws -> any Desk)?
    /// The marks of other people over the article; nil when there are none.
    package var layers: Layers?
    /// The sidecars that these come from.
    package var layerPaths: [String] = []
    /// Whether what the program finds is kept from the reader.
    package var isUnaided = false
    /// The articles that are read in one go, and which of them this one is.
    package var queue = ReadingQueue()
    /// Whether the list of the articles comes first.
    package var showsQueue = false
    /// Opens another article of the queue with its marks, to be searched and marked without being shown.
    package var otherArticle: (@Sendable (Int) throws -> AnnotatedArticle)?
    /// The authority file of the desk; nil for an article that stands in no folder.
    package var authority: AuthorityAccess?
    /// Makes the desk of another article of the queue, which knows what is left in those read before.
    package var openArticle: ((Int, ReadingQueue) throws -> any Desk)?
    /// Makes the desk of the same article once more, where it turns out not to be UTF-8 beyond its beginning.
    package var openDecoded: ((Options) throws -> any Desk)?
    /// Fetches the page of an address and keeps a copy of it in a folder, unless the closure that it is given
    /// says that nobody wants it any longer; nil when there is no network to be used.
    package var keepPage:
      (
        @Sendable (
          _ address: String, _ folder: String, _ isUnwanted: @escaping @Sendable () -> Bool
        ) throws -> KeptPage
      )?
    /// The words to begin at, which are selected; nil for the beginning of the article.
    package var firstPassage: TextSpan?
    /// Looks for quotations in sources; nil where that cannot be done.
    package var searchSources: SourceSearch.Searcher?
    /// Makes the desk of a source that is opened at some words; nil when these words are not there any more.
    package var openSource:
      ((_ file: String, _ span: TextSpan, _ words: String) throws -> (any Desk)?)?
    /// What collects the marks of the sitting; nil when nobody asks for them.
    package var sitting: SittingMarks?
    /// Where files are.
    package var files: any FileSystem = PosixFileSystem()

    /// The usual options.
    package init() {}
  }

  let article: Article
  let options: Options
  let store: SidecarStore
  var draft = DraftKeeping()
  private let analysis: BackgroundAnalysis
  private let memory: PlaceMemory
  private let pages = PageKeeping()
  private let programs = OwnPrograms()
  private var strays: SearchForStrays?
  private var layers: SearchForLayers?
  /// The search for words in other articles.
  var elsewhere: SearchElsewhere?
  /// The search for quotations in their sources.
  var sourceSearch: SourceSearch?
  /// The sources that the sidecar named when that was looked at last.
  var namedSources: [QuotationSource] = []
  /// The files of the sources by the names that answers give them.
  var sourceFiles: [String: String] = [:]
  /// What lies over the reader while its sidecar is closed, as messages call it.
  var returnsFrom = "the review"
  /// Marks in other articles, by the mark of the open one that they go with.
  var marksElsewhere: [AnnotationID: [(article: Int, change: Change)]] = [:]
  /// Whether the store is open: it is not while a review has the screen.
  private var isOpen = false
  /// Around which caret the text is or was analysed, while the screen shows what is not analysed.
  private var lookedAt: ByteOffset?
  /// Whether a desk of the same article, differently decoded, takes the place of this one.
  private var isReplaced = false
  /// Why the article cannot be read after all.
  private var reasonToEnd: (any Error)?
  /// Who reads, as the store is to know; nil without a name.
  var person: Creator?
  /// Whether the first mark has said where it is kept.
  var hasToldPlace = false

  /// The desk of an article whose analysis has begun.
  package init(_ analysis: BackgroundAnalysis, options: Options) {
    self.analysis = analysis
    self.options = options
    article = analysis.article
    memory = PlaceMemory(files: options.files)
    store = SidecarStore(
      article: article, sidecarPath: options.sidecarPath, fileSystem: options.files)
  }

  package var title: String? { "\(article.source.name) – galley" }

  /// Half-typed notes are kept sooner than anything else is looked for.
  package var patience: Duration { draft.isWaiting ? .milliseconds(300) : .seconds(2) }

  package func begin(on stage: Stage) throws -> any Surface {
    person = stage.author
    let opening = try store.open(by: person)
    isOpen = true
    strays = SearchForStrays(for: article, after: opening, sidecarPath: options.sidecarPath)
    layers = SearchForLayers(
      for: article, own: store.path, opened: options.layerPaths, on: options.files)
    var reader = ReaderState(article: article, setup: setup(opening, stage.keymap), on: stage)
    if let part = analysis.firstPart() { reader.begin(with: part) }
    return reader
  }

  package func start(_ surface: any Surface) -> [Reply] {
    if let decoded = deskOfDecodedArticle() { return [decoded] }
    if let reader = surface as? ReaderState { lookBeyondAnalysis(for: reader) }
    analysis.start()
    strays?.start()
    layers?.start()
    return [.effect(.useMouse(options.usesMouse))]
  }

  /// Another desk in the place of this one, when the text does not pass its check: only its beginning has been
  /// checked when the first screen is shown. No key has been read yet, and nothing is kept of this desk.
  private func deskOfDecodedArticle() -> Reply? {
    guard !article.text.passesCheck(), let openDecoded = options.openDecoded else { return nil }
    isReplaced = true
    do {
      return .replace(try openDecoded(options))
    } catch {
      // No mark may go into a text that is none: the reading ends, and says why.
      reasonToEnd = error
      return .effect(.quit)
    }
  }

  private func setup(_ opening: Opening, _ keymap: Keymap) -> ReaderState.Setup {
    var setup = ReaderState.Setup()
    setup.annotations = opening.annotations
    setup.anchors = opening.anchors
    setup.readOnlyReason = readOnlyReason(of: opening, keymap)
    setup.showsLineNumbers = options.showsLineNumbers
    setup.usesMouse = options.usesMouse
    setup.measure = options.measure
    setup.tellsAuthor = options.tellsAuthor
    if options.review == nil {
      setup.reasonAgainstReview = "a review waits for this article to be closed"
    }
    setup.draft = opening.draft
    setup.firstMark = options.firstMark
    (setup.layers, setup.isUnaided) = (options.layers, options.isUnaided)
    let desk = options.authority?.read()
    (setup.authority, setup.authorityPath) = (desk?.authority, options.authority?.path)
    setup.handedIn = store.about?.handedIn
    namedSources = store.about?.quotationSources ?? []
    setup.quotationSources = namedSources
    setup.firstPassage = options.firstPassage
    let visit = memory.visit(to: article)
    setup.place = visit?.place
    (setup.queue, setup.showsQueue) = (options.queue, options.showsQueue)
    let isFirst = visit == nil && memory.isEmpty
    let known =
      Greeting(opening: opening, lastVisit: visit?.time, now: .now(), remark: options.remark).text
    let place = placeOfMarks.map { "marks go to \($0)" }
    // On a narrow screen the end of the line is cut off.
    let isUrgent = opening.notices.contains(where: \.needsAttention)
    let closed = whatIsClosed(handedIn: setup.handedIn, keymap)
    let said = (isUrgent ? [known, closed, place] : [closed, place, known]).compactMap(\.self)
    let greeting =
      said.isEmpty ? (isFirst ? welcome(keymap) : nil) : said.joined(separator: " · ")
    let first = options.greeting ?? setup.readOnlyReason ?? desk?.problem
    setup.greeting = first.map(Message.warning) ?? greeting.map { Message($0) }
    return setup
  }

  /// Where the marks are kept, when that is not beside the article, because the article has no file.
  var placeOfMarks: String? {
    article.source.path == nil ? SidecarStore.shortened(store.path) : nil
  }

  /// The first line that somebody sees who has never read anything here.
  private func welcome(_ keymap: Keymap) -> String {
    func keys(_ action: Action) -> String {
      keymap.keys(for: action, in: .normal).map { Key.hint(for: $0) } ?? ":\(action.rawValue)"
    }
    return "Welcome · \(keys(.mark)) marks · \(keys(.nextQuotation)) next quotation"
      + " · \(keys(.help)) signs and keys · \(keys(.quit)) quits"
  }

  private func readOnlyReason(of opening: Opening, _ keymap: Keymap) -> String? {
    guard opening.isReadOnly else { return nil }
    if let holder = opening.lockedBy {
      let keys = keymap.keys(for: .editAnyway, in: .normal).map { Key.hint(for: $0) }
      let edits = keys ?? ":edit-anyway"
      return
        "read-only: another galley has the marks open · \(edits) edits them here too · \(holder)"
    }
    return "read-only: \(opening.readOnlyReason ?? "the marks cannot be changed")"
  }

  // MARK: Requests

  package func perform(_ request: any DeskRequest, for surface: any Surface) -> [Reply] {
    guard let request = request as? ReaderRequest, let reader = surface as? ReaderState else {
      return []
    }
    switch request {
    case .record(let change): return record(change, for: reader)
    case .keepDraft(let id, let text):
      draft.note(text.map { NoteDraft(annotation: id, text: $0) })
      return []
    case .keepAuthor(let author): return keep(author)
    case .findElsewhere(let words): return find(words)
    case .markElsewhere(let mark, let places): return self.mark(places, like: mark)
    case .takeOver(let path): return takeOver(sidecarAt: path)
    case .saveNow: return saveNow(for: reader)
    case .editAnyway: return editAnyway()
    case .openArticle(let number): return open(number, leaving: reader)
    case .keepCopy(let address, let id): return keepCopy(of: address, for: id)
    case .runOwn(let command, let values, let subject): return run(command, values, on: subject)
    case .review: return review()
    case .handIn(let moment): return handIn(at: moment)
    case .takeBackHandIn: return takeBackHandIn()
    case .listFolder(let folder): return list(folder)
    case .nameSources(let names, let line, let opensList):
      return name(names, line: line, opensList: opensList, for: reader)
    case .checkQuotations: return checkQuotations(for: reader)
    case .openSource(let name, let span, let words):
      return openSource(name, span, expecting: words)
    }
  }

  /// Begins to fetch a page beside the reading.
  private func keepCopy(of address: String, for id: AnnotationID) -> [Reply] {
    guard let keep = options.keepPage else { return [.notice("no copies can be kept here")] }
    let folder = store.path.lastIndex(of: "/").map { String(store.path[..<$0]) } ?? "."
    pages.begin(address, for: id, inFolder: folder.isEmpty ? "/" : folder, keep)
    return []
  }

  /// Begins to run a command of the user's own beside the reading.
  private func run(
    _ command: OwnCommand, _ values: [OwnCommand.Value: String], on subject: OwnCommandSubject
  ) -> [Reply] {
    var values = values
    values[.file] = values[.file].map { options.files.destination(ofArticle: $0) }
    do throws(OwnCommand.Fault) {
      programs.begin(try command.words(with: values), of: command, on: subject)
    } catch { return [.notice("\(command.name): \(error)")] }
    return []
  }

  /// Goes on to another article; stays when that cannot be read.
  private func open(_ number: Int, leaving reader: ReaderState) -> [Reply] {
    guard let openArticle = options.openArticle else { return [] }
    let queue = reader.queueWithOpenArticle
    do { return [.replace(try openArticle(number, queue))] } catch { return [.notice("\(error)")] }
  }

  private func review() -> [Reply] {
    guard let review = options.review else { return [] }
    returnsFrom = "the review"
    do { return [.begin(try review())] } catch { return [.notice("\(error)")] }
  }

  // MARK: Beside the reading

  package func look(for surface: any Surface) -> [Reply] {
    guard let reader = surface as? ReaderState else { return [] }
    var replies = draft.isDue ? keepDraft() : []
    for part in analysis.finishedParts() where reader.wants(part) {
      replies.append(.answer(ReaderAnswer.findings(part)))
    }
    lookBeyondAnalysis(for: reader)
    for outcome in pages.collect() {
      switch outcome {
      case .kept(let page, let address, let id):
        replies.append(.answer(ReaderAnswer.copyKept(page, of: address, for: id)))
      case .failed(let reason): replies.append(.notice(reason))
      }
    }
    replies += programs.collect().map {
      .answer(ReaderAnswer.ownEnded($0.command, $0.ending, on: $0.subject))
    }
    replies += lookForSources() + lookForNamedSources()
    if let found = elsewhere?.result() { replies.append(.answer(found)) }
    replies += (layers?.results() ?? []).map { .answer($0) }
    if let found = strays?.result() { replies.append(.answer(ReaderAnswer.strays(found))) }
    return replies
  }

  /// Has what lies around the caret analysed, once, where the screen shows something that is not yet.
  private func lookBeyondAnalysis(for reader: ReaderState) {
    guard reader.showsBeyondAnalysis else {
      lookedAt = nil
      return
    }
    if lookedAt != reader.caret, analysis.look(around: reader.caret) { lookedAt = reader.caret }
  }

  package func rest(for surface: any Surface) -> [Reply] {
    guard let reader = surface as? ReaderState else { return [] }
    return keepDraft() + lookForOutsideChange(to: reader)
  }

  /// The sidecar goes to the review, and comes back.
  package func suspend(_ surface: any Surface) -> [Reply] {
    let kept = keepDraft()
    do {
      isOpen = false
      try store.close()
    } catch {
      return kept + [.notice(error.description)]
    }
    return kept
  }

  package func resume(_ surface: any Surface) -> [Reply] {
    do {
      let opening = try store.open(by: person)
      isOpen = true
      if let reason = readOnlyReason(of: opening, surface.stage.keymap) {
        return [
          .answer(
            ReaderAnswer.readOnly(opening.annotations, anchors: opening.anchors, reason: reason))
        ]
      }
      return [
        .answer(ReaderAnswer.editable(opening.annotations, anchors: opening.anchors)),
        .told("back from \(returnsFrom)"),
      ]
    } catch {
      return [.notice(error.description)]
    }
  }

  package func end(_ surface: any Surface) throws {
    if !isReplaced, let reader = surface as? ReaderState {
      memory.remember(reader.place, in: article, at: .now())
    }
    pages.end()
    programs.end()
    sourceSearch?.stop()
    guard isOpen else { return }
    _ = keepDraft()
    isOpen = false
    try store.close()
    if let reasonToEnd { throw reasonToEnd }
  }
}
