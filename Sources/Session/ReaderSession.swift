// A sitting with one article: draws the state, waits for events, gives them to the reducer and
// performs the effects that come back. The only place where reader, store and terminal meet.

import ArticleModel
import Ncurses
import NewsAnalysis
import Reader
import Screen

/// A sitting with one article.
public struct ReaderSession {
  /// What a sitting needs beside the article.
  public struct Options {
    /// Who makes the annotations.
    public var author: Creator?
    /// Keeps who makes the annotations, or with nil that nobody wants to say; nil when it is known.
    public var keepAuthor: ((Creator?) throws -> Void)?
    /// Where the annotations are kept; nil for beside the article.
    public var sidecarPath: String?
    /// The mark to begin at; nil for the beginning of the article.
    public var firstMark: AnnotationID?
    /// The keys.
    public var keymap: Keymap = .standard
    /// The widest that a line of text may be, in columns.
    public var measure: Column = 72
    /// Reads the packs of terms, and says what is wrong in them; called after the first screen is shown.
    public var taxonomies: () -> (packs: [Taxonomy], problem: String?) = { ([], nil) }
    /// What to tell the reader first, such as a fault in the configuration.
    public var greeting: String?
    /// Where keys come from.
    public var keys: Terminal.KeySource = .standardInput

    /// The usual options.
    public init() {}
  }

  let article: Article
  private let strays: SearchForStrays?
  let options: Options
  private let analysis: BackgroundAnalysis
  var terminal: Terminal
  private var isOver = false
  private var lastKey = ContinuousClock.now
  let store: SidecarStore
  var state: ReaderState
  var draft = DraftKeeping()

  /// Opens the terminal and the annotations of an article whose analysis has begun.
  public init(_ analysis: BackgroundAnalysis, options: Options) throws(SessionError) {
    self.analysis = analysis
    self.options = options
    article = analysis.article
    do { terminal = try Terminal(keysFrom: options.keys) } catch { throw .terminal(error) }
    store = SidecarStore(article: article, sidecarPath: options.sidecarPath)
    let opening: Opening
    do { opening = try store.open() } catch {
      terminal.close()
      throw .store(error)
    }
    strays = SearchForStrays(for: article, after: opening, options)
    state = ReaderState(article: article, setup: Self.setup(options, opening))
    if let part = analysis.firstPart() { _ = reduce(into: &state, .findings(part)) }
    _ = reduce(into: &state, .resize(terminal.size))
  }

  private static func setup(_ options: Options, _ opening: Opening) -> ReaderState.Setup {
    var setup = ReaderState.Setup()
    setup.annotations = opening.annotations
    setup.anchors = opening.anchors
    setup.readOnlyReason = readOnlyReason(of: opening, options.keymap)
    setup.keymap = options.keymap
    setup.measure = options.measure
    setup.author = options.author
    setup.asksForAuthor = options.keepAuthor != nil
    setup.draft = opening.draft
    setup.firstMark = options.firstMark
    let greeting = Greeting(opening: opening, now: .now()).text
    let first = options.greeting ?? setup.readOnlyReason
    setup.greeting = first.map(Message.warning) ?? greeting.map { Message($0) }
    return setup
  }

  private static func readOnlyReason(of opening: Opening, _ keymap: Keymap) -> String? {
    guard opening.isReadOnly else { return nil }
    if let holder = opening.lockedBy {
      let keys = keymap.keys(for: .editAnyway, in: .normal).map { Key.hint(for: $0) }
      return "read-only: \(holder) is editing the marks · \(keys ?? ":edit-anyway") edits anyway"
    }
    return "read-only: the marks cannot be changed"
  }

  /// Runs until the reader quits or the terminal goes away.
  public mutating func run() throws(SessionError) {
    terminal.show(draw(state))
    let (packs, problem) = options.taxonomies()
    take(.taxonomies(packs))
    if let problem { take(.notice(problem)) }
    analysis.start()
    strays?.start()
    while !isOver {
      terminal.show(draw(state))
      handle(terminal.nextEvent(timeout: patience))
      // Keys that have come meanwhile are all taken before the next frame.
      while !isOver, let event = terminal.nextEvent(timeout: .zero) { handle(event) }
      for part in analysis.finishedParts() { take(.findings(part)) }
      if let found = strays?.result() { take(.strays(found)) }
    }
    keepDraft()
    terminal.close()
    do { try store.close() } catch { throw .store(error) }
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
    case .resize(let size): take(.resize(size))
    case .resumed: take(.resize(terminal.size))
    case .hangup: isOver = true
    case nil where state.hasWork: take(.idle)
    case nil:
      if state.awaitsKey, .now - lastKey >= Self.hesitation { take(.hesitation) }
      keepDraft()
      lookForOutsideChange()
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
    case .saveNow: saveNow()
    case .editAnyway: editAnyway()
    case .copy(let text): copy(text)
    case .openAddress(let address): openAddress(address)
    case .quit: isOver = true
    case .suspend: terminal.suspend()
    case .redraw: terminal.redraw()
    }
  }
}

/// Why a sitting could not begin or end well.
public enum SessionError: Error, CustomStringConvertible {
  /// There is no screen to read on.
  case terminal(TerminalError)
  /// The annotations could not be read or written.
  case store(StoreError)

  /// What is wrong and what to try.
  public var description: String {
    switch self {
    case .terminal(let error): error.description
    case .store(let error): error.description
    }
  }
}
