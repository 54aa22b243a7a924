// A sitting without a terminal: an article, keys in keymap notation, and the screen that comes of it.

import ArticleModel
import NewsAnalysis
import Interface
import Reader
import Review
import Screen
import Testing

/// A reader with an article, as tests drive it.
struct Sitting {
  private(set) var application: Application
  private let name: SurfaceID
  /// What the world was asked to do.
  private(set) var effects: [Effect] = []
  private let saves: Bool

  init(
    _ article: Article = .harbour, analysis: Analysis? = nil, columns: Int = 120, rows: Int = 30,
    keymap: String = "default", annotations: [Annotation] = [],
    saves: Bool = true, tellsAuthor: Bool = false, place: ReadingPlace? = nil,
    queue: ReadingQueue = ReadingQueue(), showsQueue: Bool = false,
    _ change: (inout ReaderState.Setup) -> Void = { _ in }
  ) {
    var setup = ReaderState.Setup()
    setup.annotations = AnnotationSet(annotations)
    setup.anchors = Anchoring.resolve(annotations, in: article)
    setup.tellsAuthor = tellsAuthor
    (setup.place, setup.queue, setup.showsQueue) = (place, queue, showsQueue)
    change(&setup)
    let stage = Stage(
      keymap: Keymap.builtIn(keymap) ?? .standard, shelf: TaxonomyShelf([.bias, .verification]),
      author: Creator(name: "Ana"), elsewhere: [ReviewState.help],
      clock: { Timestamp("2026-01-02T03:04:05Z") }, identifiers: .counting())
    let size = Size(rows: Row(rows), columns: Column(columns))
    application = Application(on: stage, size: size)
    name = application.begin(ReaderState(article: article, setup: setup, on: stage))
    self.saves = saves
    take(.findings(Findings(analysis ?? .harbour(article))))
  }

  /// The reader, with whatever lies over it.
  var state: ReaderState {
    guard let reader = application.surface(name) as? ReaderState else {
      fatalError("the reader has left the stack")
    }
    return reader
  }

  /// What has the keys.
  var top: any Surface { application.surfaces.last ?? state }

  /// Whether nothing lies over the article.
  var isPlain: Bool { top is ReaderState }

  /// The note editor, when it is open.
  var note: NoteEditor? { application.surfaces.lazy.compactMap { $0 as? NoteEditor }.first }

  /// Presses keys, written as in keymaps: "]q", "abl", "<Enter>".
  mutating func press(_ notation: String) {
    if notation.isEmpty { return }
    guard let keys = try? Key.sequence(notation) else {
      Issue.record("not keys: \(notation)")
      return
    }
    for key in keys { take(.key(key)) }
  }

  /// Types text as it stands, blanks included.
  mutating func type(_ text: String) {
    for character in text { take(.key(.character(character))) }
  }

  mutating func resize(columns: Int, rows: Int) {
    take(.resize(Size(rows: Row(rows), columns: Column(columns))))
  }

  mutating func take(_ event: Event) { note(application.handle(event)) }

  mutating func take(_ answer: ReaderAnswer) {
    note(application.deliver(.desk(answer), to: name))
  }

  /// Takes in what the user's own editor made of a note.
  mutating func takeEdited(_ text: String) { note(application.deliver(.edited(text), to: name)) }

  private mutating func note(_ requests: [Request]) {
    for effect in requests.map(\.effect) {
      effects.append(effect)
      if effect.records, saves { take(.saved) }
    }
  }

  /// The screen.
  var frame: Frame { application.frame }

  /// The text of the screen.
  var screen: String { frame.lines.joined(separator: "\n") }

  /// The words under the caret, up to the next blank.
  var wordAtCaret: String {
    let text = state.article.text
    let rest = text.string(in: TextSpan(state.caret, state.caret + 40))
    return String(rest.prefix { !$0.isWhitespace })
  }

  /// The words that are selected.
  var selectedText: String? { state.selectedSpan.map { state.article.text.string(in: $0) } }

  /// The annotations, in the order of the sidecar.
  var annotations: [Annotation] { state.annotations.annotations }
}

extension Effect {
  /// Whether it writes a change to the sidecar.
  var records: Bool {
    if case .ask(let request) = self, case .record? = request as? ReaderRequest {
      true
    } else {
      false
    }
  }
}
