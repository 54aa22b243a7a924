// Everything that the reader can do by key. Keymaps, help, footer and palette speak of nothing else.

/// What a key can be bound to. The raw value is the name that keymap files use.
///
/// One grammar everywhere: an action means the same in the article, in a pane and in a list — `down`
/// goes down a line or an entry, `open` opens what is there, `quit` goes one level up.
package enum Action: String, CaseIterable, Sendable {
  // Moving
  case down, up, left, right
  case nextWord = "next-word"
  case previousWord = "previous-word"
  case wordEnd = "word-end"
  case lineStart = "line-start"
  case lineEnd = "line-end"
  case articleStart = "article-start"
  case articleEnd = "article-end"
  case nextSentence = "next-sentence"
  case previousSentence = "previous-sentence"
  case nextParagraph = "next-paragraph"
  case previousParagraph = "previous-paragraph"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case pageDown = "page-down"
  case pageUp = "page-up"

  case jumpBack = "jump-back"
  case jumpForward = "jump-forward"
  case showLabels = "show-labels"
  case setBookmark = "set-bookmark"
  case goToBookmark = "go-to-bookmark"

  // Searching
  case search
  case searchBackward = "search-backward"
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case searchWord = "search-word"

  // Selecting
  case selectCharacters = "select-characters"
  case selectSentences = "select-sentences"
  case reselect
  case otherEnd = "other-end"
  case extendLeft = "extend-left"
  case extendRight = "extend-right"
  case extendUp = "extend-up"
  case extendDown = "extend-down"
  case grow, shrink
  case selectWord = "select-word"
  case selectSentence = "select-sentence"
  case selectParagraph = "select-paragraph"
  case selectQuotation = "select-quotation"

  // Marking
  case mark
  case markArticle = "mark-article"
  case markBias = "mark-bias"
  case markVerification = "mark-verification"
  case markQuestion = "mark-question"
  case markNote = "mark-note"
  case markEvidence = "mark-evidence"
  case markHighlight = "mark-highlight"
  case markTag = "mark-tag"
  case markOtherPack = "mark-other-pack"
  case markSameKind = "mark-same-kind"
  case repeatMark = "repeat-mark"
  case markAll = "mark-all"
  case addTarget = "add-target"
  case addClaim = "add-claim"
  case reply, link

  // Working on an annotation
  case open
  case editNote = "edit-note"
  case editRecord = "edit-record"
  case setStatus = "set-status"
  case openEvidence = "open-evidence"
  case listLinks = "list-links"
  case removeTarget = "remove-target"
  case resize, delete, reviewed, dispute, undo, redo
  case editTags = "edit-tags"
  case assign

  // In the record of a mark and in a checklist
  case addEvidence = "add-evidence"
  case keepCopy = "keep-copy"
  case moveDown = "move-down"
  case moveUp = "move-up"
  case showChecklist = "show-checklist"
  case tick

  // Quotations against their sources
  case checkQuotations = "check-quotations"
  case takeAnswer = "take-answer"
  case nameSources = "name-sources"

  // Copying
  case copy
  case copyWithCitation = "copy-with-citation"

  // What the program found
  case acceptFinding = "accept-finding"
  case correctFinding = "correct-finding"
  case rejectFinding = "reject-finding"

  // Going from finding to finding
  case nextAnnotation = "next-annotation"
  case previousAnnotation = "previous-annotation"
  case nextQuotation = "next-quotation"
  case previousQuotation = "previous-quotation"
  case nextSpeaker = "next-speaker"
  case previousSpeaker = "previous-speaker"
  case nextLocation = "next-location"
  case previousLocation = "previous-location"
  case nextClaim = "next-claim"
  case previousClaim = "previous-claim"
  case nextLink = "next-link"
  case previousLink = "previous-link"
  case nextOrphan = "next-orphan"
  case previousOrphan = "previous-orphan"
  case nextUnreviewed = "next-unreviewed"
  case previousUnreviewed = "previous-unreviewed"
  case nextArticle = "next-article"
  case previousArticle = "previous-article"
  case listArticles = "list-articles"
  case repeatJump = "repeat-jump"
  case repeatJumpBackward = "repeat-jump-backward"

  // Panes
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case focusArticle = "focus-article"
  case focusQuotes = "focus-quotes"
  case focusSpeakers = "focus-speakers"
  case focusLocations = "focus-locations"
  case focusAnnotations = "focus-annotations"
  case focusClaims = "focus-claims"
  case focusCorrections = "focus-corrections"
  case showClaims = "show-claims"
  case toggleFold = "toggle-fold"

  // The map
  case showMap = "show-map"
  case zoomIn = "zoom-in"
  case zoomOut = "zoom-out"
  case zoomToFit = "zoom-to-fit"
  case toggleBorders = "toggle-borders"

  // Lists
  case review, sort, group, narrow
  case showStatistics = "show-statistics"
  case showLayers = "show-layers"
  case hideNames = "hide-names"
  case toggleSuggestions = "toggle-suggestions"
  case handIn = "hand-in"

  // Programs of the user's own
  case ownCommand = "own-command"

  // Comfort
  case nextTheme = "next-theme"
  case toggleLineNumbers = "toggle-line-numbers"
  case toggleFocusMode = "toggle-focus-mode"
  case widenMeasure = "widen-measure"
  case narrowMeasure = "narrow-measure"
  case toggleMouse = "toggle-mouse"

  // The program
  case editAnyway = "edit-anyway"
  case takeMarks = "take-marks"
  case help, command, save, quit, suspend, cancel, redraw
  case quitProgram = "quit-program"
  case author

  // Typing, in the note editor and in prompts
  case newLine = "new-line"
  case accept
  case revert
  case complete
  case nextField = "next-field"
  case previousField = "previous-field"
  case editExternally = "edit-externally"
  case undoTyping = "undo-typing"
  case yank
  case deleteBackward = "delete-backward"
  case deleteForward = "delete-forward"
  case deleteWordBackward = "delete-word-backward"
  case deleteWordForward = "delete-word-forward"
  case deleteToLineStart = "delete-to-line-start"
  case deleteToLineEnd = "delete-to-line-end"
}
