// All that the reader is at a moment. Only the reducer changes it; views read it.

import ArticleModel
import Interface
import NewsAnalysis
import Screen
import Sidecars

/// The state of the reader.
package struct ReaderState: Surface {
  package var stage: Stage

  // What is read
  /// The article.
  package let article: Article
  /// What the program found in it, with what readers put right; nil until the analysis comes.
  package internal(set) var findings: Findings? { didSet { edition = Edition() } }
  /// What the program found, before any correction.
  var found: Findings?
  /// Whether `findings` are kept from the reader, who is to mark unaided.
  package internal(set) var isUnaided: Bool { didSet { edition = Edition() } }
  /// The marks of other people over the article; nil when there are none.
  package internal(set) var layers: Layers? { didSet { edition = Edition() } }
  /// The layers that were named when the article was opened.
  var namedLayers: [Layer] { didSet { edition = Edition() } }
  /// The sidecars of colleagues that lie beside that of the reader.
  var layersBeside: [Layer] = [] { didSet { edition = Edition() } }
  /// Whether these lie over the article.
  var showsLayersBeside = false { didSet { edition = Edition() } }
  /// What reviews come to with those in the layers; nil without layers.
  var shownJudgements: Judgements? { didSet { edition = Edition() } }
  /// What comparisons of the marks decided.
  var decisions: [Annotation] = [] { didSet { edition = Edition() } }
  /// The claims to check, those that were found and those that were marked.
  package internal(set) var claims = ListedClaims() { didSet { edition = Edition() } }
  /// Those that open when the reader has handed in.
  var closedLayers: Layers? { didSet { edition = Edition() } }
  /// When the reader handed the marks in; nil before.
  package internal(set) var handedIn: Timestamp? { didSet { edition = Edition() } }
  /// Whether what was found and what others marked stays closed until then.
  package internal(set) var awaitsHandIn: Bool { didSet { edition = Edition() } }
  /// How many marks the reader was asked about before handing in; nil when nobody asked.
  var marksToHandIn: Int?
  /// The corrections that `findings` went through; nil when there are none.
  var corrected: CorrectedAnalysis? { didSet { edition = Edition() } }
  /// The annotations that these came from.
  var appliedCorrections: [Annotation] = []
  /// What the desk knows of persons and places; nil where the article belongs to no desk.
  var authority: Authority? { didSet { edition = Edition() } }
  /// Where that is written, as people write the path; nil where nothing is.
  let authorityPath: String?
  /// The part of it that `findings` went through.
  var appliedAuthority = Authority()
  /// The annotations with their history.
  package internal(set) var annotations: AnnotationSet { didSet { edition = Edition() } }
  /// Where the targets of each annotation stand.
  package internal(set) var anchors: [AnnotationID: [Anchor]] { didSet { edition = Edition() } }
  /// The annotations by place; follows from the two above.
  package internal(set) var index: AnnotationIndex { didSet { edition = Edition() } }

  /// What sources say to the quotations.
  package internal(set) var quotationCheck: QuotationCheck { didSet { edition = Edition() } }

  /// Another one whenever something of the above changes, or what has the keys.
  private(set) var edition = Edition()

  // How it is shown
  /// What was drawn lately.
  let drawn: DrawingMemory
  /// Blocks that were wrapped lately.
  let wrappedBlocks = LayoutMemory()
  /// Numbers of lines that were counted lately.
  let countedLines = LineNumbers()
  /// The row at the top of the text.
  package internal(set) var top = RowAddress.first
  /// The cluster that the caret stands on.
  package internal(set) var caret = ByteOffset.zero
  /// The column that the caret strives for when it goes up and down.
  package internal(set) var goalColumn: Column?
  /// What has the keys.
  package internal(set) var focus = Focus.article {
    didSet { if focus != oldValue { edition = Edition() } }
  }
  /// Whether the lines of the text are numbered in the margin.
  package internal(set) var showsLineNumbers = false
  /// Whether only the paragraph of the caret is lit.
  package internal(set) var focusesParagraph = false
  /// Whether the mouse is ours; the terminal has it otherwise, for its own selection.
  package internal(set) var usesMouse = false
  /// How the panes stand.
  package internal(set) var panes = PanesState()
  /// The rows of those that are sorted, filtered or grouped.
  var paneRows: [Pane: PaneRows] = [:] { didSet { edition = Edition() } }

  // What is going on
  /// What is selected.
  package internal(set) var selection: Selection?
  /// What was selected when the article was opened at a passage; nil otherwise.
  private(set) var openedAt: (selection: Selection, caret: ByteOffset)?
  /// Where the mouse was pressed; nil while it is not.
  var pressedAt: ByteOffset?
  /// What was selected last.
  package internal(set) var lastSelection: (selection: Selection, caret: ByteOffset)?
  /// Selections that `shrink` goes back to, the smallest first.
  package internal(set) var grown: [TextSpan] = []
  /// What Enter does with the selection, when it is not marking.
  package internal(set) var purpose: SelectionPurpose?
  /// The colleague's mark that the reader asked for once more, while that is done; nil otherwise.
  var waiver: AnnotationID?
  /// Changes since the article was opened that undo takes back.
  var changesHere = 0
  /// Changes undone since then that redo brings back.
  var undoneHere = 0
  /// The mark that was stepped to, when several lie under the caret.
  var chosenMark: AnnotationID?
  /// The search that is going on.
  package internal(set) var search: SearchState?
  /// Whether the annotations are on the disk.
  package internal(set) var saveState: SaveState {
    didSet { if saveState != oldValue { edition = Edition() } }
  }

  /// Legends of signs that the caret has been at, so that they no longer take the room of hints.
  var metLegends: Set<String> = []
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

  /// The articles that are read in one go.
  package internal(set) var queue: ReadingQueue { didSet { edition = Edition() } }

  // What was configured
  /// The widest that a line of text may be, in columns.
  package internal(set) var measure: Column
  /// Why a review cannot be begun from here; nil when it can.
  let reasonAgainstReview: String?
  /// What lies directly over the reader while it is drawn.
  var above: (any Surface)?
  /// Whether the next mark says in whose name it is made.
  var tellsAuthor: Bool
  /// Sidecars nearby that may belong to the article.
  package internal(set) var strays: [StraySidecar] = [] { didSet { edition = Edition() } }

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
    /// What the desk knows of persons and places; nil where the article belongs to no desk.
    package var authority: Authority?
    /// Where that is written, as people write the path; nil where nothing is.
    package var authorityPath: String?
    /// When the marks were handed in; nil when they were not.
    package var handedIn: Timestamp?
    /// The sources of the quotations, as the sidecar names them.
    package var quotationSources: [QuotationSource] = []
    /// Words to begin at, which are selected; nil for the beginning of the article.
    package var firstPassage: TextSpan?
    /// The articles that are read in one go.
    package var queue = ReadingQueue()
    /// Whether the list of the articles comes first.
    package var showsQueue = false
    /// The widest that a line of text may be, in columns.
    package var measure: Column = 72
    /// Whether the lines of the text are numbered.
    package var showsLineNumbers = false
    /// Whether the mouse moves caret and text.
    package var usesMouse = false
    /// Why a review cannot be begun from here; nil when it can.
    package var reasonAgainstReview: String?
    /// Whether the author's name was only found, so that the first mark says it.
    package var tellsAuthor = false

    /// The usual setup, without annotations.
    package init() {}
  }

  /// Opens an article.
  package init(article: Article, setup: Setup = Setup(), on stage: Stage) {
    self.article = article
    drawn = DrawingMemory(compares: !article.text.mayBeCut)
    self.stage = stage
    isUnaided = setup.isUnaided
    (authority, authorityPath) = (setup.authority, setup.authorityPath)
    handedIn = setup.handedIn
    awaitsHandIn = setup.isUnaided && setup.handedIn == nil
    namedLayers = setup.layers?.all ?? []
    layers = awaitsHandIn ? nil : setup.layers
    closedLayers = awaitsHandIn ? setup.layers : nil
    quotationCheck = QuotationCheck(setup.quotationSources)
    annotations = setup.annotations
    anchors = setup.anchors
    index = AnnotationIndex(setup.annotations, anchors: setup.anchors)
    saveState =
      setup.readOnlyReason.map { .readOnly($0) }
      ?? (setup.annotations.annotations.isEmpty ? .untouched : .saved)
    queue = setup.queue
    measure = setup.measure
    showsLineNumbers = setup.showsLineNumbers
    usesMouse = setup.usesMouse
    tellsAuthor = setup.tellsAuthor
    reasonAgainstReview = setup.reasonAgainstReview
    message = setup.greeting
    begin(setup)
  }

  /// Goes to where the reading begins, and opens what comes first.
  private mutating func begin(_ setup: Setup) {
    caret = article.block(atOrAfter: .zero)?.span.start ?? .zero
    if let place = setup.place { restore(place) }
    let first = setup.firstMark.flatMap { setup.anchors[$0]?.lazy.compactMap(\.span).first }
    if let first { (caret, focus) = (first.start, .article) }
    if let passage = setup.firstPassage { begin(at: passage) }
    updateClaims()
    if setup.showsQueue, queue.isPlural { listArticles() }
    if let draft = setup.draft { resume(draft) }
  }

  /// Goes to a passage and selects it.
  private mutating func begin(at passage: TextSpan) {
    let span = article.text.roundedToGraphemes(article.text.clamp(passage))
    guard !span.isEmpty else { return }
    (focus, caret) = (.article, span.start)
    select(span)
    openedAt = selection.map { ($0, caret) }
  }

  /// Whether the passage is selected still at which the article was opened.
  var isAtFirstPassage: Bool {
    openedAt.map { $0.selection == selection && $0.caret == caret } ?? false
  }

  /// Opens the note again that was being typed. One that is being typed on a colleague's mark stays theirs.
  private mutating func resume(_ draft: NoteDraft) {
    if let annotation = annotations[draft.annotation], !isOwn(annotation) {
      let name = annotation.creator?.name ?? ""
      message = Message("An unfinished note on a mark by \(name) is kept for them")
      return
    }
    message = Message("Your unfinished note is open again")
    if annotations[draft.annotation] != nil {
      open(
        NoteEditor(draft.annotation, on: stage, text: draft.text, dropsWhenEmpty: false))
    }
  }

  /// The packs of terms.
  var taxonomies: [Taxonomy] { stage.shelf.packs }
}
