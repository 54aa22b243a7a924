// All that the reader is at a moment. Only the reducer changes it; views read it.

import ArticleModel
import Interface
import NewsAnalysis
import Screen

/// The state of the reader.
package struct ReaderState {
  // What is read
  /// The article.
  package let article: Article
  /// What the program found in it, with what readers put right; nil until the analysis comes.
  package internal(set) var findings: Findings?
  /// What the program found, before any correction.
  var found: Findings?
  /// Whether `findings` are kept from the reader, who is to mark unaided.
  package internal(set) var isUnaided: Bool
  /// The marks of other people over the article; nil when there are none.
  package internal(set) var layers: Layers?
  /// The corrections that `findings` went through; nil when there are none.
  var corrected: CorrectedAnalysis?
  /// The annotations that these came from.
  var appliedCorrections: [Annotation] = []
  /// The annotations with their history.
  package internal(set) var annotations: AnnotationSet
  /// Where the targets of each annotation stand.
  package internal(set) var anchors: [AnnotationID: [Anchor]]
  /// The annotations by place; follows from the two above.
  package internal(set) var index: AnnotationIndex

  // How it is shown
  /// Blocks that were wrapped lately.
  let wrappedBlocks = LayoutMemory()
  /// Numbers of lines that were counted lately.
  let countedLines = LineNumbers()
  /// The size of the screen.
  package internal(set) var size = Size(rows: 24, columns: 80)
  /// The row at the top of the text.
  package internal(set) var top = RowAddress.first
  /// The cluster that the caret stands on.
  package internal(set) var caret = ByteOffset.zero
  /// The column that the caret strives for when it goes up and down.
  package internal(set) var goalColumn: Column?
  /// What has the keys.
  package internal(set) var focus = Focus.article
  /// Whether the lines of the text are numbered in the margin.
  package internal(set) var showsLineNumbers = false
  /// Whether only the paragraph of the caret is lit.
  package internal(set) var focusesParagraph = false
  /// Whether the mouse is ours; the terminal has it otherwise, for its own selection.
  package internal(set) var usesMouse = false
  /// How the panes stand.
  package internal(set) var panes = PanesState()
  /// The rows of those that are sorted, filtered or grouped.
  var paneRows: [Pane: PaneRows] = [:]

  // What is going on
  /// What is selected.
  package internal(set) var selection: Selection?
  /// Where the mouse was pressed; nil while it is not.
  var pressedAt: ByteOffset?
  /// What was selected last.
  package internal(set) var lastSelection: (selection: Selection, caret: ByteOffset)?
  /// Selections that `shrink` goes back to, the smallest first.
  package internal(set) var grown: [TextSpan] = []
  /// What Enter does with the selection, when it is not marking.
  package internal(set) var purpose: SelectionPurpose?
  /// What lies over the article.
  package internal(set) var overlay: Overlay?
  /// The mark that was stepped to, when several lie under the caret.
  var chosenMark: AnnotationID?
  /// The note that is being written.
  package internal(set) var note: NoteEditing?
  /// The search that is going on.
  package internal(set) var search: SearchState?
  /// What the reader is told.
  package internal(set) var message: Message?
  /// Whether the annotations are on the disk.
  package internal(set) var saveState: SaveState

  // Keys
  /// How far a sequence of keys and the count before it have come.
  var keys = KeyReading()
  /// Keys that are the beginning of a sequence.
  package var pendingKeys: [Key] { keys.pending }
  /// The count that has been typed.
  package var count: Int? { keys.count }
  /// Whether the reader has waited since the last key, so that menus show what may follow.
  package internal(set) var hesitates = false
  /// Where jumps began.
  package internal(set) var jumps = JumpList()
  /// The bookmarks by their letters.
  package internal(set) var bookmarks: [Character: ByteOffset] = [:]
  /// What was jumped to last.
  package internal(set) var lastJump: Jump?
  /// The kind and term that were marked last.
  package internal(set) var lastMark: (kind: AnnotationKind, term: TermReference?)?
  /// Whether the reader has been told that quitting now loses work.
  var hasWarnedOfLoss = false
  /// Presses of Ctrl-C in a row.
  package internal(set) var interrupts = 0

  /// The articles that are read in one go.
  package internal(set) var shelf: Shelf

  // What was configured
  /// The keys.
  package internal(set) var keymap: Keymap
  /// The packs of terms.
  package internal(set) var taxonomies: [Taxonomy]
  /// How things look.
  package internal(set) var theme: Theme
  /// The themes that a key goes round.
  package let themes: [Theme]
  /// The widest that a line of text may be, in columns.
  package internal(set) var measure: Column
  /// Who makes the annotations.
  package internal(set) var author: Creator?
  /// Whether the author's name is asked for at the first mark.
  var asksForAuthor: Bool
  /// Sidecars nearby that may belong to the article.
  package internal(set) var strays: [StraySidecar] = []
  /// Where the moment comes from; tests hold it still.
  package let clock: @Sendable () -> Timestamp

  /// What the reader starts with.
  package struct Setup {
    /// The annotations as the store opened them.
    package var annotations = AnnotationSet()
    /// Where they stand.
    package var anchors: [AnnotationID: [Anchor]] = [:]
    /// Why the sidecar must not be written; nil when it may.
    package var readOnlyReason: String?
    /// What to tell the reader first.
    package var greeting: Message?
    /// A note that was being typed when the last session ended early.
    package var draft: NoteDraft?
    /// The mark to begin at; nil for the beginning of the article.
    package var firstMark: AnnotationID?
    /// Where somebody was in the article; nil when nobody has read it.
    package var place: ReadingPlace?
    /// The marks of other people over the article; nil when there are none.
    package var layers: Layers?
    /// Whether what the program finds is kept from the reader.
    package var isUnaided = false
    /// The articles that are read in one go.
    package var shelf = Shelf()
    /// Whether the list of the articles comes first.
    package var showsShelf = false
    /// The keys.
    package var keymap = Keymap.standard
    /// The packs of terms.
    package var taxonomies: [Taxonomy] = []
    /// How things look.
    package var theme = Theme.terminal
    /// The themes that a key goes round.
    package var themes = Theme.shipped
    /// The widest that a line of text may be, in columns.
    package var measure: Column = 72
    /// Whether the lines of the text are numbered.
    package var showsLineNumbers = false
    /// Whether the mouse moves caret and text.
    package var usesMouse = false
    /// Who makes the annotations.
    package var author: Creator?
    /// Whether nobody has said who the author is, so that the first mark asks.
    package var asksForAuthor = false
    /// Where the moment comes from.
    package var clock: @Sendable () -> Timestamp = { .now() }

    /// The usual setup, without annotations.
    package init() {}
  }

  /// Opens an article.
  package init(article: Article, setup: Setup = Setup()) {
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
