// What may lie over the article and take the keys: the mark menu, a picker, a prompt, help.

import ArticleModel
import Interface

/// What a new annotation is to be about.
package enum MarkSubject: Hashable, Sendable {
  case passage(TextSpan)
  case article
  /// The article as a whole, for a fact about its sources; the fact begins the note.
  case sourcing(String)
}

/// What goes on when it is known who marks.
package enum MarkStep: Hashable, Sendable {
  /// The choice of what kind of mark to make.
  case menu(MarkSubject)
  /// A mark of the kind that the action names.
  case kind(Action, MarkSubject)
}

/// Something that lies over the article and has the keys.
package enum Overlay: Sendable {
  /// The choice of what kind of mark to make.
  case markMenu(MarkSubject)
  /// The choice of a term.
  case picker(Picker)
  /// A line to type.
  case prompt(Prompt)
  /// The list of the articles.
  case articles(ArticleList)
  /// Labels on what is on the screen.
  case labels(JumpLabels)
  /// The letter of a bookmark, to set it or to go there.
  case bookmark(sets: Bool)
  /// Help.
  case help(Help)
  /// The map of the places.
  case map(MapState)
}

/// A line that is typed at the foot of the screen.
package struct Prompt: Hashable, Sendable {
  /// What the line is for.
  package enum Purpose: Hashable, Sendable {
    case search(backward: Bool, from: ByteOffset)
    case command
    /// Tags for a new mark, with commas between.
    case tags(MarkSubject)
    /// The words that entries of a pane must have; `before` comes back when it is given up.
    case paneFilter(Pane, before: String)
    /// The name of whoever says a quotation.
    case speaker(FindingReference)
    /// The name of the place that is meant.
    case place(FindingReference)
    /// The address of evidence, for a new mark or for one that exists.
    case evidence(EvidenceSubject)
    /// The name in which marks are made, asked at the first one.
    case author(then: MarkStep)
  }

  /// What evidence is for.
  package enum EvidenceSubject: Hashable, Sendable {
    case newMark(MarkSubject)
    case annotation(AnnotationID)
  }

  /// What the line is for.
  package var purpose: Purpose
  /// What has been typed.
  package var text = EditableText()
  /// The proposal that was gone to; nil while the first one counts.
  package var choice: Int?

  /// What stands before the line.
  package var label: String {
    switch purpose {
    case .search(backward: false, _): "/"
    case .search(backward: true, _): "?"
    case .command: ":"
    case .tags: "tags: "
    case .paneFilter(let pane, _): "\(pane.description.title.lowercased()) with: "
    case .speaker: "who says it: "
    case .place: "which place: "
    case .evidence: "address of the evidence: "
    case .author: "marks are made by: "
    }
  }
}
