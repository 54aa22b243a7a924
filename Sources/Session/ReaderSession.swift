// A sitting with one article: draws the state, waits for events, gives them to the reducer and
// performs the effects that come back. The only place where reader, store and terminal meet.

import ArticleModel
import Ncurses
import NewsAnalysis
import Interface
import Reader
import Screen

/// A sitting with one article.
package struct ReaderSession {
  /// What a sitting needs beside the article.
  package struct Options {
    /// Who makes the annotations.
    package var author: Creator?
    /// Keeps who makes the annotations, or with nil that nobody wants to say; nil when it is known.
    package var keepAuthor: ((Creator?) throws -> Void)?
    /// Where the annotations are kept; nil for beside the article.
    package var sidecarPath: String?
    /// The mark to begin at; nil for the beginning of the article.
    package var firstMark: AnnotationID?
    /// The keys.
    package var keymap: Keymap = .standard
    /// How things look.
    package var theme: Theme = .terminal
    /// Whether the lines of the text are numbered.
    package var showsLineNumbers = false
    /// Whether the mouse moves caret and text.
    package var usesMouse = false
    /// The widest that a line of text may be, in columns.
    package var measure: Column = 72
    /// Reads the packs of terms, and says what is wrong in them; called after the first screen is shown.
    package var taxonomies: () -> (packs: [Taxonomy], problem: String?) = { ([], nil) }
    /// What to tell the reader first, such as a fault in the configuration.
    package var greeting: String?
    /// Shows the marks of the articles around; nil when a review waits for the sitting to end.
    package var review: (() throws -> Void)?
    /// The marks of other people over the article; nil when there are none.
    package var layers: Layers?
    /// Whether what the program finds is kept from the reader.
    package var isUnaided = false
    /// The articles that are read in one go, and which of them this one is.
    package var shelf = Shelf()
    /// Whether the list of the articles comes first.
    package var showsShelf = false
    /// Begins with another article of the shelf.
    package var openArticle: ((Int) throws -> BackgroundAnalysis)?
    /// The keymap once more, when its file has changed since the last call; says what is wrong in it.
    package var changedKeymap: () -> (keymap: Keymap, problem: String?)? = { nil }
    /// The terminal that an earlier sitting left open.
    package var terminal: Terminal?
    /// Where keys come from.
    package var keys: Terminal.KeySource = .standardInput

    /// The usual options.
    package init() {}
  }

  let article: Article
  private let strays: SearchForStrays?
  let options: Options
  private let analysis: BackgroundAnalysis
  var terminal: Terminal
  private var ending: Ending?
  private let memory = PlaceMemory()
  private var lastKey = ContinuousClock.now
  let store: SidecarStore
  var state: ReaderState
  var draft = DraftKeeping()

  /// Opens the terminal and the annotations of an article whose analysis has begun.
  package init(_ analysis: BackgroundAnalysis, options: Options) throws(SessionError) {
    self.analysis = analysis
    self.options = options
    article = analysis.article
    do throws(TerminalError) {
      if let open = options.terminal {
        terminal = open
      } else {
        terminal = try Terminal(keysFrom: options.keys)
      }
    } catch {
      throw .terminal(error)
    }
    store = SidecarStore(article: article, sidecarPath: options.sidecarPath)
    let opening: Opening
    do { opening = try store.open() } catch {
      terminal.close()
      throw .store(error)
    }
    strays = SearchForStrays(for: article, after: opening, options)
    state = ReaderState(article: article, setup: Self.setup(options, opening, memory, article))
    if let part = analysis.firstPart() { _ = reduce(into: &state, .findings(part)) }
    _ = reduce(into: &state, .resize(terminal.size))
  }

  private static func setup(
    _ options: Options, _ opening: Opening, _ memory: PlaceMemory, _ article: Article
  ) -> ReaderState.Setup {
    var setup = ReaderState.Setup()
    setup.annotations = opening.annotations
    setup.anchors = opening.anchors
    setup.readOnlyReason = readOnlyReason(of: opening, options.keymap)
    setup.keymap = options.keymap
    setup.theme = options.theme
    setup.themes = Theme.shipped.filter { $0.name != options.theme.name } + [options.theme]
    setup.showsLineNumbers = options.showsLineNumbers
    setup.usesMouse = options.usesMouse
    setup.measure = options.measure
    setup.author = options.author
    setup.asksForAuthor = options.keepAuthor != nil
    setup.draft = opening.draft
    setup.firstMark = options.firstMark
    (setup.layers, setup.isUnaided) = (options.layers, options.isUnaided)
    let visit = memory.visit(to: article)
    setup.place = visit?.place
    (setup.shelf, setup.showsShelf) = (options.shelf, options.showsShelf)
    let isFirst = visit == nil && memory.isEmpty
    let greeting =
      Greeting(opening: opening, lastVisit: visit?.time, now: .now()).text
      ?? (isFirst ? Self.welcome(options.keymap) : nil)
    let first = options.greeting ?? setup.readOnlyReason
    setup.greeting = first.map(Message.warning) ?? greeting.map { Message($0) }
    return setup
  }

  /// The first line that somebody sees who has never read anything here.
  private static func welcome(_ keymap: Keymap) -> String {
    func keys(_ action: Action) -> String {
      keymap.keys(for: action, in: .normal).map { Key.hint(for: $0) } ?? ":\(action.rawValue)"
    }
    return "Welcome · \(keys(.mark)) marks · \(keys(.nextQuotation)) next quotation"
      + " · \(keys(.help)) all keys · \(keys(.quit)) quits"
  }

  private static func readOnlyReason(of opening: Opening, _ keymap: Keymap) -> String? {
    guard opening.isReadOnly else { return nil }
    if let holder = opening.lockedBy {
      let keys = keymap.keys(for: .editAnyway, in: .normal).map { Key.hint(for: $0) }
      return "read-only: \(holder) is editing the marks · \(keys ?? ":edit-anyway") edits anyway"
    }
    return "read-only: the marks cannot be changed"
  }

  /// How a sitting ended.
  package enum Ending {
    /// The reader quit.
    case quit
    /// Another article is to be read; the terminal is left open for it.
    case article(Int, BackgroundAnalysis, Terminal)
    /// A signal asked for the end, or the terminal went away (SIGHUP). Everything is saved.
    case signal(Int32)
  }

  /// Runs until the reader quits, goes on to another article, or the terminal goes away.
  package mutating func run() throws(SessionError) -> Ending {
    terminal.show(draw(state))
    terminal.setTitle("\(article.source.name) – galley")
    if state.usesMouse { terminal.useMouse(true) }
    let (packs, problem) = options.taxonomies()
    take(.taxonomies(packs))
    if let problem { take(.notice(problem)) }
    analysis.start()
    strays?.start()
    while ending == nil {
      terminal.show(draw(state))
      handle(terminal.nextEvent(timeout: patience))
      // Keys that have come meanwhile are all taken before the next frame.
      while ending == nil, let event = terminal.nextEvent(timeout: .zero) { handle(event) }
      for part in analysis.finishedParts() where state.wants(part) { take(.findings(part)) }
      if state.isBeyondAnalysis { analysis.look(around: state.caret) }
      if let found = strays?.result() { take(.strays(found)) }
    }
    return try end(ending ?? .quit)
  }

  private mutating func end(_ ending: Ending) throws(SessionError) -> Ending {
    keepDraft()
    memory.remember(state.place, in: article, at: .now())
    if case .article = ending {} else { terminal.close() }
    do { try store.close() } catch {
      terminal.close()
      throw .store(error)
    }
    return ending
  }

  /// Goes on to another article; stays when that cannot be read.
  private mutating func open(_ number: Int) {
    do {
      guard let analysis = try options.openArticle?(number) else { return }
      ending = .article(number, analysis, terminal)
    } catch {
      take(.notice("\(error)"))
    }
  }

  /// A sequence of keys that stays unfinished for so long means that the reader wonders what may follow.
  private static let hesitation = Duration.milliseconds(400)

  /// How long to wait for the next event.
  private var patience: Duration {
    if state.hasWork { return .zero }
    if state.awaitsKey { return max(.zero, Self.hesitation - (.now - lastKey)) }
    return draft.isWaiting ? .milliseconds(300) : .seconds(2)
  }

  private mutating func handle(_ event: InputEvent?) {
    switch event {
    case .key(let key):
      lastKey = .now
      take(.key(key))
    case .paste(let text): take(.paste(text))
    case .mouse(let event): take(.mouse(event))
    case .resize(let size): take(.resize(size))
    case .resumed: take(.resize(terminal.size))
    case .hangup(let signal): ending = .signal(signal)
    case nil where state.hasWork: take(.idle)
    case nil:
      if state.awaitsKey, .now - lastKey >= Self.hesitation { take(.hesitation) }
      keepDraft()
      lookForOutsideChange()
      if let (keymap, problem) = options.changedKeymap() {
        take(.keymap(keymap, problem: problem))
      }
    }
    if draft.isDue { keepDraft() }
  }

  mutating func take(_ event: ReaderEvent) {
    for effect in reduce(into: &state, event) { perform(effect) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .record(let change): record(change)
    case .keepDraft(let id, let text): draft.note(text.map { NoteDraft(annotation: id, text: $0) })
    case .keepAuthor(let author): keep(author)
    case .leaveAuthorUnnamed: keep(nil)
    case .takeOver(let path): takeOver(sidecarAt: path)
    case .editExternally(let text): editExternally(text)
    case .saveNow: saveNow()
    case .editAnyway: editAnyway()
    case .copy(let text): copy(text)
    case .openAddress(let address): openAddress(address)
    case .openArticle(let number): open(number)
    case .review: review()
    case .useMouse(let uses): terminal.useMouse(uses)
    case .quit: ending = .quit
    case .suspend: terminal.suspend()
    case .redraw: terminal.redraw()
    }
  }
}

/// Why a sitting could not begin or end well.
package enum SessionError: Error, CustomStringConvertible {
  /// There is no screen to read on.
  case terminal(TerminalError)
  /// The annotations could not be read or written.
  case store(StoreError)

  /// What is wrong and what to try.
  package var description: String {
    switch self {
    case .terminal(let error): error.description
    case .store(let error): error.description
    }
  }
}
