// What the pickers of the reader offer, and what is done with the entry that is chosen.

import ArticleModel
import Interface
import NewsAnalysis

/// What is done with the entry that is chosen.
package enum PickerPurpose: Question {
  /// A new mark of that kind is made with it.
  case mark(AnnotationKind, MarkSubject)
  /// It is set on an annotation.
  case set(AnnotationID)
  /// It says which way the evidence speaks.
  case stance(Evidence, EvidenceSubject)
  /// It is shown in the browser.
  case openAddress
  /// It is the pack to choose a term from.
  case pack(MarkSubject)
  /// It is a sidecar whose marks are taken over.
  case takeOver
  /// It says which place a name means.
  case correct(FindingReference)
  /// It says what is done with a colleague's mark in place of the action.
  case ownership(AnnotationID, Action)
  /// It says who is to work on a mark.
  case assign(AnnotationID)
  /// A verification of one's own is made with it.
  case assess(MarkSubject)
  /// It says which entries of a pane are listed.
  case narrow(Pane)
  /// It says how a quotation should be.
  case quotation(QuotationDraft)
  /// It says what is wrong with a person or a place as such.
  case cast(CastMember)
  /// It says what the program missed in some words.
  case missed(TextSpan)
  /// It is the command of the user's own that is run.
  case ownCommand
  /// It says whether the quotation of that number was said, as one of its places shows.
  case said(Int, place: Int)
}

/// What an entry stands for, besides the terms and statuses of marks.
package enum ReaderChoice: Choice {
  /// A mark of the kind without a term yet.
  case noTerm
  case stance(Evidence.Stance)
  case pack(String)
  case address(String)
  /// The sidecar at that path.
  case stray(String)
  /// None of the others.
  case nothing
  /// Something is done to a quotation that is put right.
  case quotation(QuotationStep)
  /// A quotation is to be put right, with words that were selected.
  case draft(QuotationDraft)
  /// Something is wrong with a person or a place as such.
  case cast(CastStep)
  /// A person or a place is to be put right as such.
  case member(CastMember)
  /// The program missed a finding of that sort in the words.
  case missed(Correction.Finding)
  /// This place is meant.
  case place(Place)
  /// A place is meant whose name is typed.
  case otherPlace
  /// The finding begins or ends elsewhere.
  case boundaries
  /// This person is to work on the mark.
  case assignee(Creator)
  /// Somebody is to work on it whose name is typed.
  case otherAssignee
  /// Nobody in particular is to work on it.
  case noAssignee
  /// Another finding is to be corrected.
  case finding(FindingReference)
  /// The entries of a pane that a narrowing lets through, by its number; 0 for all.
  case narrowing(Int)
  /// The claims that are off the list.
  case allTakenOff
  /// The command of the user's own of that number.
  case ownCommand(Int)
  /// A sentence that is put back on the list of claims.
  case takenOff(TextSpan)
}
