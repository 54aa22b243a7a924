// All that an adjudication is at a moment: the cases that several people's marks come to, and what was
// decided of them so far.

import AnnotationReview
import ArticleModel
import Screen

/// The state of an adjudication.
public struct AdjudicationState: Surface {
  // What is compared
  /// The cases.
  let adjudication: Adjudication
  /// The sidecar that decisions go to.
  var result: AnnotationSet
  /// The cases that are listed: indices into those of the adjudication.
  var listed: [Int] = []
  /// What was decided of each listed case, in the order of `listed`.
  var decisions: [AdjudicationRecord?] = []
  /// Whether the cases on which everybody agrees are listed too.
  var showsAgreed = false
  /// Whether the people are called by numbers.
  var hidesNames = false

  // How it is shown
  var size = Size(rows: 24, columns: 80)
  /// The listed case that the cursor is on.
  var cursor = 0
  /// The one at the top.
  var top = 0

  // What is going on
  var overlay: AdjudicationOverlay?
  /// The note of a mark that takes the place of all.
  var writing: ReplacementWriting?
  var message: Message?
  var keys = KeyReading()

  // What was configured
  let keymap: Keymap
  let theme: Theme
  let shelf: TaxonomyShelf
  let author: Creator?
  let clock: @Sendable () -> Timestamp

  /// What an adjudication starts with.
  public struct Setup {
    /// The sidecar that decisions go to, as it was opened.
    public var result = AnnotationSet()
    /// Whether the people are called by numbers.
    public var hidesNames = false
    /// The keys.
    public var keymap = Keymap.standard
    /// The packs of terms.
    public var shelf = TaxonomyShelf([])
    /// How things look.
    public var theme = Theme.terminal
    /// Who decides.
    public var author: Creator?
    /// Where the moment comes from.
    public var clock: @Sendable () -> Timestamp = { .now() }

    /// The usual setup.
    public init() {}
  }

  /// Begins to decide.
  public init(_ adjudication: Adjudication, _ setup: Setup) {
    self.adjudication = adjudication
    result = setup.result
    hidesNames = setup.hidesNames
    keymap = setup.keymap
    theme = setup.theme
    shelf = setup.shelf
    author = setup.author
    clock = setup.clock
    list()
    cursor = decisions.firstIndex { $0 == nil } ?? 0
  }

  /// What was decided so far, with its history.
  public var decided: AnnotationSet { result }

  /// The case under the cursor; nil when none is listed.
  var current: Adjudication.Case? {
    listed.indices.contains(cursor) ? adjudication.cases[listed[cursor]] : nil
  }

  /// What to call a person.
  func name(of annotator: Int) -> String {
    if hidesNames { return "reader \(annotator + 1)" }
    let name = adjudication.annotators[annotator]
    return name.split(separator: "/").last.map(String.init) ?? name
  }

  /// Lists the cases anew.
  mutating func list() {
    let cases = adjudication.cases
    listed = cases.indices.filter { showsAgreed || !adjudication.isAgreed(cases[$0]) }
    let annotations = result.annotations
    decisions = listed.map { adjudication.decision(on: cases[$0], in: annotations) }
    followCursor()
  }

  /// Keeps the cursor in the list, and the list's window around the cursor.
  mutating func followCursor() {
    cursor = min(max(cursor, 0), max(listed.count - 1, 0))
    let rows = max(plan.list.size.rows.value, 1)
    top = max(min(min(max(top, cursor - rows + 1), cursor), listed.count - rows), 0)
  }
}

/// What may lie over the list of cases.
enum AdjudicationOverlay {
  /// The choice of what to take, or of the term of another mark.
  case picker(Picker)
  /// Help, from its row `top` on.
  case help(top: Int)
}

/// A mark that is being written to take the place of all.
struct ReplacementWriting {
  var terms: [TermReference]
  var text: EditableText
}

/// Something to be done outside the state of an adjudication.
public enum AdjudicationEffect: Hashable, Sendable {
  /// Write a change to the sidecar of the result.
  case record(Change)
  case quit, suspend, redraw
}

/// What reaches the reducer of an adjudication.
public enum AdjudicationEvent: Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted.
  case paste(String)
  /// The screen has a size, or a new one.
  case resize(Size)
  /// The session has begun: what everybody agrees on goes into the result.
  case begin
  /// Something went wrong that should be known.
  case notice(String)
}
