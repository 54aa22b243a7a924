// A sitting without a terminal: an article, keys in keymap notation, and the screen that comes of it.

import ArticleModel
import NewsAnalysis
import Interface
import Reader
import Screen
import Testing

/// A reader with an article, as tests drive it.
struct Sitting {
  private(set) var state: ReaderState
  /// What the world was asked to do.
  private(set) var effects: [Effect] = []

  init(
    _ article: Article = .harbour, analysis: Analysis? = nil, columns: Int = 120, rows: Int = 30,
    keymap: String = "default", annotations: [Annotation] = [],
    saves: Bool = true, asksForAuthor: Bool = false, place: ReadingPlace? = nil,
    shelf: Shelf = Shelf(), showsShelf: Bool = false
  ) {
    var setup = ReaderState.Setup()
    setup.keymap = Keymap.builtIn(keymap) ?? .standard
    setup.taxonomies = [.bias, .verification]
    setup.annotations = AnnotationSet(annotations)
    setup.anchors = Anchoring.resolve(annotations, in: article)
    setup.author = Creator(name: "Ana")
    setup.asksForAuthor = asksForAuthor
    setup.clock = { Timestamp("2026-01-02T03:04:05Z") }
    (setup.place, setup.shelf, setup.showsShelf) = (place, shelf, showsShelf)
    state = ReaderState(article: article, setup: setup)
    self.saves = saves
    resize(columns: columns, rows: rows)
    take(.findings(Findings(analysis ?? .harbour(article))))
  }

  private let saves: Bool

  /// Presses keys, written as in keymaps: "]q", "abl", "<Enter>".
  mutating func press(_ notation: String) {
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

  mutating func take(_ event: ReaderEvent) {
    let asked = reduce(into: &state, event)
    effects += asked
    for case .record in asked where saves { take(.saved) }
  }

  /// The screen.
  var frame: Frame { draw(state) }

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
