// All that the reader is at a moment. Only the reducer changes it; views read it.

import AnnotationReview
import ArticleModel
import NewsAnalysis
import Screen

/// The state of the reader.
public struct ReaderState {
  // What is read
  /// The article.
  public let article: Article
  /// What the program found in it, with what readers put right; nil until the analysis comes.
  public internal(set) var findings: Findings?
  /// What the program found, before any correction.
  var found: Findings?
  /// Whether `findings` are kept from the reader, who is to mark unaided.
  public internal(set) var isUnaided: Bool
  /// The marks of other people over the article; nil when there are none.
  public internal(set) var layers: Layers?
  /// The corrections that `findings` went through; nil when there are none.
  var corrected: CorrectedAnalysis?
  /// The annotations that these came from.
  var appliedCorrections: [Annotation] = []
  /// The annotations with their history.
  public internal(set) var annotations: AnnotationSet
  /// Where the targets of each annotation stand.
  public internal(set) var anchors: [AnnotationID: [Anchor]]
  /// The annotations by place; follows from the two above.
  public internal(set) var index: AnnotationIndex

  // How it is shown
  /// Blocks that were wrapped lately.
  let wrappedBlocks = LayoutMemory()
  /// Numbers of lines that were counted lately.
  let countedLines = LineNumbers()
  /// The size of the screen.
  public internal(set) var size = Size(rows: 24, columns: 80)
  /// The row at the top of the text.
  public internal(set) var top = RowAddress.first
  /// The cluster that the caret stands on.
  public internal(set) var caret = ByteOffset.zero
  /// The column that the caret strives for when it goes up and down.
  public internal(set) var goalColumn: Column?
  /// What has the keys.
  public internal(set) var focus = Focus.article
  /// Whether the lines of the text are numbered in the margin.
  public internal(set) var showsLineNumbers = false
  /// Whether only the paragraph of the caret is lit.
  public internal(set) var focusesParagraph = false
  /// Whether the mouse is ours; the terminal has it otherwise, for its own selection.
  public internal(set) var usesMouse = false
  /// How the panes stand.
  public internal(set) var panes = PanesState()
  /// The rows of those that are sorted, filtered or grouped.
  var paneRows: [Pane: PaneRows] = [:]

  // What is going on
  /// What is selected.
  public internal(set) var selection: Selection?
  /// Where the mouse was pressed; nil while it is not.
  var pressedAt: ByteOffset?
  /// What was selected last.
  public internal(set) var lastSelection: (selection: Selection, caret: ByteOffset)?
  /// Selections that `shrink` goes back to, the smallest first.
  public internal(set) var grown: [TextSpan] = []
  /// What Enter does with the selection, when it is not marking.
  public internal(set) var purpose: SelectionPurpose?
  /// What lies over the article.
  public internal(set) var overlay: Overlay?
  /// The mark that was stepped to, when several lie under the caret.
  var chosenMark: AnnotationID?
  /// The note that is being written.
  public internal(set) var note: NoteEditing?
  /// The search that is going on.
  public internal(set) var search: SearchState?
  /// What the reader is told.
  public internal(set) var message: Message?
  /// Whether the annotations are on the disk.
  public internal(set) var saveState: SaveState

  // Keys
  /// How far a sequence of keys and the count before it have come.
  var keys = KeyReading()
  /// Keys that are the beginning of a sequence.
  public var pendingKeys: [Key] { keys.pending }
  /// The count that has been typed.
  public var count: Int? { keys.count }
  /// Whether the reader has waited since the last key, so that menus show what may follow.
  public internal(set) var hesitates = false
  /// Where jumps began.
  public internal(set) var jumps = JumpList()
  /// The bookmarks by their letters.
  public internal(set) var bookmarks: [Character: ByteOffset] = [:]
  /// What was jumped to last.
  public internal(set) var lastJump: Jump?
  /// The kind and term that were marked last.
  public internal(set) var lastMark: (kind: AnnotationKind, term: TermReference?)?
  /// Whether the reader has been told that quitting now loses work.
  var hasWarnedOfLoss = false
  /// Presses of Ctrl-C in a row.
  public internal(set) var interrupts = 0

  /// The articles that are read in one go.
  public internal(set) var shelf: Shelf

  // What was configured
  /// The keys.
  public internal(set) var keymap: Keymap
  /// The packs of terms.
  public internal(set) var taxonomies: [Taxonomy]
  /// How things look.
  public internal(set) var theme: Theme
  /// The themes that a key goes round.
  public let themes: [Theme]
  /// The widest that a line of text may be, in columns.
  public internal(set) var measure: Column
  /// Who makes the annotations.
  public internal(set) var author: Creator?
  /// Whether the author's name is asked for at the first mark.
  var asksForAuthor: Bool
  /// Sidecars nearby that may belong to the article.
  public internal(set) var strays: [StraySidecar] = []
  /// Where the moment comes from; tests hold it still.
  public let clock: @Sendable () -> Timestamp

  /// What the reader starts with.
  public struct Setup {
    /// The annotations as the store opened them.
    public var annotations = AnnotationSet()
    /// Where they stand.
    public var anchors: [AnnotationID: [Anchor]] = [:]
    /// Why the sidecar must not be written; nil when it may.
    public var readOnlyReason: String?
    /// What to tell the reader first.
    public var greeting: Message?
    /// A note that was being typed when the last session ended early.
    public var draft: NoteDraft?
    /// The mark to begin at; nil for the beginning of the article.
    public var firstMark: AnnotationID?
    /// Where somebody was in the article; nil when nobody has read it.
    public var place: ReadingPlace?
    /// The marks of other people over the article; nil when there are none.
    public var layers: Layers?
    /// Whether what the program finds is kept from the reader.
    public var isUnaided = false
    /// The articles that are read in one go.
    public var shelf = Shelf()
    /// Whether the list of the articles comes first.
    public var showsShelf = false
    /// The keys.
    public var keymap = Keymap.standard
    /// The packs of terms.
    public var taxonomies: [Taxonomy] = []
    /// How things look.
    public var theme = Theme.terminal
    /// The themes that a key goes round.
    public var themes = Theme.shipped
    /// The widest that a line of text may be, in columns.
    public var measure: Column = 72
    /// Whether the lines of the text are numbered.
    public var showsLineNumbers = false
    /// Whether the mouse moves caret and text.
    public var usesMouse = false
    /// Who makes the annotations.
    public var author: Creator?
    /// Whether nobody has said who the author is, so that the first mark asks.
    public var asksForAuthor = false
    /// Where the moment comes from.
    public var clock: @Sendable () -> Timestamp = { .now() }

    /// The usual setup, without annotations.
    public init() {}
  }

  /// Opens an article.
  public init(article: Article, setup: Setup = Setup()) {
    self.article = article
    layers = setup.layers
    isUnaided = setup.isUnaided
    annotations = setup.annotations
    anchors = setup.anchors
    index = AnnotationIndex(setup.annotations, anchors: setup.anchors)
    saveState =
      setup.readOnlyReason.map { .readOnly($0) }
      ?? (setup.annotations.annotations.isEmpty ? .untouched : .saved)
    message = setup.greeting
    if setup.draft != nil { message = Message("Your unfinished note is open again") }
    note = setup.draft.flatMap { draft in
      setup.annotations[draft.annotation].map { _ in
        NoteEditing(id: draft.annotation, text: EditableText(draft.text), dropsWhenEmpty: false)
      }
    }
    shelf = setup.shelf
    keymap = setup.keymap
    taxonomies = setup.taxonomies
    theme = setup.theme
    themes = setup.themes
    measure = setup.measure
    showsLineNumbers = setup.showsLineNumbers
    usesMouse = setup.usesMouse
    author = setup.author
    asksForAuthor = setup.asksForAuthor
    clock = setup.clock
    caret = article.block(atOrAfter: .zero)?.span.start ?? .zero
    if let place = setup.place { restore(place) }
    let first = setup.firstMark.flatMap { setup.anchors[$0]?.lazy.compactMap(\.span).first }
    if let first { (caret, focus) = (first.start, .article) }
    if setup.showsShelf, shelf.isPlural { listArticles() }
  }
}
