// All that an adjudication is at a moment: the cases that several people's marks come to, and what was
// decided of them so far.

import Agreement
import ArticleModel
import Interface
import Screen

/// The state of an adjudication.
package struct AdjudicationState: Surface {
  // What is compared
  /// The cases.
  package let adjudication: Adjudication
  /// The sidecar that decisions go to.
  package var result: AnnotationSet
  /// The cases that are listed: indices into those of the adjudication.
  package var listed: [Int] = []
  /// What was decided of each listed case, in the order of `listed`.
  package var decisions: [AdjudicationRecord?] = []
  /// Whether the cases on which everybody agrees are listed too.
  package var showsAgreed = false
  /// Whether the people are called by numbers.
  package var hidesNames = false

  // How it is shown
  package var size = Size(rows: 24, columns: 80)
  /// The listed case that the cursor is on.
  package var cursor = 0
  /// The one at the top.
  package var top = 0

  // What is going on
  package var overlay: AdjudicationOverlay?
  /// The note of a mark that takes the place of all.
  package var writing: ReplacementWriting?
  package var message: Message?
  package var keys = KeyReading()

  // What was configured
  package let keymap: Keymap
  package let theme: Theme
  package let shelf: TaxonomyShelf
  package let author: Creator?
  package let clock: @Sendable () -> Timestamp

  /// What an adjudication starts with.
  package struct Setup {
    /// The sidecar that decisions go to, as it was opened.
    package var result = AnnotationSet()
    /// Whether the people are called by numbers.
    package var hidesNames = false
    /// The keys.
    package var keymap = Keymap.standard
    /// The packs of terms.
    package var shelf = TaxonomyShelf([])
    /// How things look.
    package var theme = Theme.terminal
    /// Who decides.
    package var author: Creator?
    /// Where the moment comes from.
    package var clock: @Sendable () -> Timestamp = { .now() }

    /// The usual setup.
    package init() {}
  }

  /// Begins to decide.
  package init(_ adjudication: Adjudication, _ setup: Setup) {
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
  package var decided: AnnotationSet { result }

  /// The case under the cursor; nil when none is listed.
  package var current: Adjudication.Case? {
    listed.indices.contains(cursor) ? adjudication.cases[listed[cursor]] : nil
  }

  /// What to call a person.
  package func name(of annotator: Int) -> String {
    if hidesNames { return "reader \(annotator + 1)" }
    let name = adjudication.annotators[annotator]
    return name.split(separator: "/").last.map(String.init) ?? name
  }

  /// Lists the cases anew.
  package mutating func list() {
    let cases = adjudication.cases
    listed = cases.indices.filter { showsAgreed || !adjudication.isAgreed(cases[$0]) }
    let annotations = result.annotations
    decisions = listed.map { adjudication.decision(on: cases[$0], in: annotations) }
    followCursor()
  }

  /// Keeps the cursor in the list, and the list's window around the cursor.
  package mutating func followCursor() {
    cursor = min(max(cursor, 0), max(listed.count - 1, 0))
    let rows = max(plan.list.size.rows.value, 1)
    top = max(min(min(max(top, cursor - rows + 1), cursor), listed.count - rows), 0)
  }
}

/// What may lie over the list of cases.
package enum AdjudicationOverlay {
  /// The choice of what to take, or of the term of another mark.
  case picker(Picker)
  /// Help, from its row `top` on.
  case help(top: Int)
}

/// A mark that is being written to take the place of all.
package struct ReplacementWriting {
  package var terms: [TermReference]
  package var text: EditableText
}

/// Something to be done outside the state of an adjudication.
package enum AdjudicationEffect: Hashable, Sendable {
  /// Write a change to the sidecar of the result.
  case record(Change)
  case quit, suspend, redraw
}

/// What reaches the reducer of an adjudication.
package enum AdjudicationEvent: Sendable {
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

/// What an adjudication asks.
package enum AdjudicationQuestion: Question {
  /// What to take, or the term of another mark.
  case decide
}

/// What can be taken in a case.
package enum VersionChoice: Choice {
  /// The mark of a person, by index.
  case version(Int)
  case allVersions, anotherVersion, noVersion
}
