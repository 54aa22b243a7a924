// What the reader asks for in a line or a note, and what comes of a choice over the article.

import ArticleModel
import Interface

/// What a new annotation is to be about.
package enum MarkSubject: Hashable, Sendable {
  case passage(TextSpan)
  /// Several passages, each with a mark of its own, in other open articles too.
  case passages([TextSpan], elsewhere: [PlaceElsewhere])
  case article
  /// The article as a whole, for a fact about its sources; the fact begins the note.
  case sourcing(String)
}

/// What comes of the mark menu.
package enum MarkStep: Choice {
  /// A mark of the kind that the action names.
  case kind(Action, MarkSubject)
}

/// What evidence is for.
package enum EvidenceSubject: Hashable, Sendable {
  case newMark(MarkSubject)
  case annotation(AnnotationID)
  /// A claim that one has no verification of yet.
  case claim(MarkSubject)
}

/// What a line or a note that is typed is for.
package enum ReaderQuestion: Question {
  case search(backward: Bool, from: ByteOffset)
  /// Tags for a new mark, with commas between.
  case tags(MarkSubject)
  /// A note for several new marks alike.
  case sharedNote(AnnotationKind, MarkSubject)
  /// The words that entries of a pane must have; `before` comes back when it is given up.
  case paneFilter(Pane, before: String)
  /// The name of whoever says a quotation.
  case speaker(QuotationDraft)
  /// A name, or a country, for a person or a place as such.
  case cast(CastMember, CastStep)
  /// The name of somebody whom the program missed.
  case missedSpeaker(TextSpan)
  /// The name of the place that is meant.
  case place(FindingReference)
  /// The address of evidence, for a new mark or for one that exists.
  case evidence(EvidenceSubject)
  /// The sources in which the quotations are looked for.
  case sources(opensList: Bool)
  /// The name in which marks are made from now on.
  case author
  /// The name of who is to work on a mark.
  case assignee(AnnotationID)
  /// The note of an annotation, which goes with an empty one when it is nothing else.
  case note(AnnotationID, dropsWhenEmpty: Bool)
  /// The note of an annotation whose record is opened next.
  case noteBeforeRecord(AnnotationID)

  /// What stands before the line.
  var label: String {
    switch self {
    case .search(backward: false, _): "/"
    case .search(backward: true, _): "?"
    case .tags: "tags: "
    case .sharedNote(let kind, _): "\(kind.rawValue) for all of them: "
    case .paneFilter(let pane, _): "\(pane.description.title.lowercased()) with: "
    case .speaker: "who says it: "
    case .place: "which place: "
    case .cast(let member, let step): Self.label(of: step, for: member)
    case .missedSpeaker: "who is it: "
    case .evidence: "evidence – an address, or what it is: "
    case .sources: "sources of the quotations: "
    case .author: "marks are made by: "
    case .assignee: "assign to: "
    case .note, .noteBeforeRecord: ""
    }
  }

  /// What stands at the right of the line.
  var hint: String {
    switch self {
    case .paneFilter(let pane, _) where !pane.description.filterHint.isEmpty:
      "\(pane.description.filterHint) · Enter keeps"
    case .search, .paneFilter: "Enter keeps · Esc goes back"
    case .tags: "commas between tags · Enter keeps"
    case .sharedNote: "Enter marks them"
    case .speaker: "the name · Enter keeps"
    case .place, .cast(_, .otherPlace): "the name, or name and country: Georgia, GE"
    case .cast(_, .country): "two letters, such as GE · Enter keeps"
    case .cast, .missedSpeaker: "the full name · Enter keeps"
    case .evidence: "https://…, or words: call with N. N. · Enter goes on"
    case .sources: "files, folders, addresses, commas between · Tab completes"
    case .author: "your name · Enter keeps it for all articles"
    case .assignee: "the name · Enter assigns"
    case .note, .noteBeforeRecord: ""
    }
  }
}

extension ReaderQuestion {
  private static func label(of step: CastStep, for member: CastMember) -> String {
    switch step {
    case .splitToOther: "who is meant there: "
    case .country: "country of \(member.name): "
    case .otherPlace: "which place is \(member.name): "
    default: "right name of \(member.name): "
    }
  }
}

/// What was chosen over the article.
package enum ReaderTarget: Choice {
  /// A place in the text, from which the list of jumps leads back.
  case place(ByteOffset)
  /// An annotation.
  case annotation(AnnotationID)
  /// Passages that are to be marked alike.
  case occurrences([TextSpan], elsewhere: [PlaceElsewhere])
  /// The selected place of the map, by its rank.
  case onMap(rank: Int?)
  /// A letter for a bookmark here, or that of one to go to.
  case bookmark(Character, sets: Bool)
  /// Another article of the queue.
  case article(Int)
  /// A field of the note editor.
  case field(NoteEditor.Field, AnnotationID)
}
