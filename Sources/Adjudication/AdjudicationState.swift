// All that an adjudication is at a moment: the cases that several people's marks come to, and what was
// decided of them so far.

import Agreement
import ArticleModel
import Interface
import Screen

/// The state of an adjudication.
package struct AdjudicationState: Surface {
  package var stage: Stage

  // What is compared
  /// The cases.
  let collation: Collation
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

  /// Whether the reader has asked once more for another decision than a colleague's, while it is made.
  var isInsisting = false
  /// Decisions since the comparison was opened that undo takes back.
  var changesHere = 0

  // How it is shown
  /// The listed case that the cursor is on.
  var cursor = 0
  /// The one at the top.
  var top = 0

  /// What an adjudication starts with.
  package struct Setup {
    /// The sidecar that decisions go to, as it was opened.
    package var result = AnnotationSet()
    /// Whether the people are called by numbers.
    package var hidesNames = false
    /// The usual setup.
    package init() {}
  }

  /// Begins to decide.
  package init(_ collation: Collation, _ setup: Setup, on stage: Stage) {
    self.stage = stage
    self.collation = collation
    result = setup.result
    hidesNames = setup.hidesNames
    list()
    cursor = decisions.firstIndex { $0 == nil } ?? 0
  }

  /// What was decided so far, with its history.
  package var decided: AnnotationSet { result }

  /// The case under the cursor; nil when none is listed.
  var current: Collation.Case? {
    listed.indices.contains(cursor) ? collation.cases[listed[cursor]] : nil
  }

  /// What to call a person.
  func name(of annotator: Int) -> String {
    if hidesNames { return "reader \(annotator + 1)" }
    let name = collation.annotators[annotator]
    return name.split(separator: "/").last.map(String.init) ?? name
  }

  /// Lists the cases anew.
  mutating func list() {
    let cases = collation.cases
    listed = cases.indices.filter { showsAgreed || !collation.isAgreed(cases[$0]) }
    let annotations = result.annotations
    decisions = listed.map { collation.decision(on: cases[$0], in: annotations) }
    followCursor()
  }

  /// Keeps the cursor in the list, and the list's window around the cursor.
  mutating func followCursor() {
    cursor = min(max(cursor, 0), max(listed.count - 1, 0))
    let rows = max(plan.list.size.rows.value, 1)
    top = max(min(min(max(top, cursor - rows + 1), cursor), listed.count - rows), 0)
  }
}

/// What an adjudication asks of its desk.
package enum AdjudicationRequest: DeskRequest {
  /// Write a change to the sidecar of the result.
  case record(Change)
  /// Say how far the people agree.
  case measure
  /// Write what came of it in a format, to a file; one that is there stays unless it may be replaced.
  case export(AgreedExport)
}

/// What came of a comparison, on its way to a file.
package struct AgreedExport: Hashable, Sendable {
  /// How much of it is exported.
  package enum Extent: Hashable, Sendable {
    /// What all agreed on.
    case agreed
    /// That, and every case that was decided.
    case everythingDecided
  }

  /// How much is exported.
  package var extent = Extent.agreed
  /// The name of the format.
  package var format: String
  /// The file.
  package var path: String
  /// What is left out and why, in words; empty when nothing is.
  package var leftOut: String
  /// Whether a file that is there may be replaced.
  package var isReplacing = false
}

/// What the desk of an adjudication says.
package enum AdjudicationAnswer: DeskAnswer {
  /// The session has begun: what everybody agrees on goes into the result.
  case begin
  /// A page of text to read.
  case page(title: String, lines: [String])
  /// The file of an export is there already.
  case fileIsThere(AgreedExport)
}

extension Effect {
  /// Asks the desk of an adjudication.
  package static func desk(_ request: AdjudicationRequest) -> Effect { .ask(request) }
}

/// What an adjudication asks.
package enum AdjudicationQuestion: Question {
  /// What to take, or the term of another mark.
  case decide
  /// The note of a mark that takes the place of all, with these terms.
  case replacement([TermReference])
  /// Whether a decision that somebody else made gives way to this one.
  case overrule(AdjudicationChoice)
  /// What becomes of a file that is there where an export was to go.
  case replaceFile(AgreedExport)
  /// Whether what all agreed on is exported alone.
  case exportWhat(AgreedExport)
}

/// What can be taken in a case.
package enum VersionChoice: Choice {
  /// The mark of a person, by index.
  case version(Int)
  case allVersions, anotherVersion, noVersion
  /// A colleague's decision stays, or gives way.
  case keepDecision, overrule
  /// A file is replaced, or another one is named.
  case replaceFile, otherFile
  /// What all agreed on is exported, or every decision with it.
  case exportAgreed, exportDecided
}
