// What the reader asks of its desk, and what the desk answers.

import ArticleModel
import Interface
import Sidecars

/// Something that the desk of the reader does.
package enum ReaderRequest: DeskRequest {
  /// Write a change of the annotations to the sidecar.
  case record(Change)
  /// Keep the half-typed note of an annotation; nil when it has been kept or dropped.
  case keepDraft(AnnotationID, String?)
  /// Open the sidecar for editing although another program has it open.
  case editAnyway
  /// Keep who makes the marks from now on, in every article.
  case keepAuthor(Creator)
  /// Look for words in the other articles that are read in one go.
  case findElsewhere(String)
  /// Make marks like this one, which was made here, at places in other articles.
  case markElsewhere(Annotation, [PlaceElsewhere])
  /// Take over the sidecar at that path.
  case takeOver(String)
  /// Fold everything into the sidecar now.
  case saveNow
  /// Open another of the articles, by its index in the queue.
  case openArticle(Int)
  /// Keep a copy of the page behind an address beside the marks, for the evidence of a mark.
  case keepCopy(of: String, for: AnnotationID)
  /// Run a command of the user's own with these values.
  case runOwn(OwnCommand, [OwnCommand.Value: String], on: OwnCommandSubject)
  /// Show the marks of the articles around.
  case review
  /// Write down when the marks were handed in.
  case handIn(Timestamp)
  /// Write down that handing in was taken back.
  case takeBackHandIn
  /// Say which names are in a folder, as it was typed.
  case listFolder(String)
  /// Look sources up, write their names to the sidecar, and search them; `line` is what was typed.
  case nameSources([SourceName], line: String, opensList: Bool)
  /// Look for the quotations in the sources.
  case checkQuotations
  /// Open a source at words that are expected there.
  case openSource(String, TextSpan, expecting: String)
}

/// What the desk of the reader answers.
package enum ReaderAnswer: DeskAnswer {
  /// The analysis of a part of the article has come.
  case findings(Findings)
  /// The half-typed note is on the disk.
  case draftKept
  /// The annotations are on the disk.
  case saved
  /// The sidecar could not be written; the journal at that path has them.
  case keptInJournal(String)
  /// They could not be written.
  case saveFailed(String)
  /// The sidecar is open for editing now.
  case editable(AnnotationSet, anchors: [AnnotationID: [Anchor]])
  /// The sidecar is open for reading only; the reason is said.
  case readOnly(AnnotationSet, anchors: [AnnotationID: [Anchor]], reason: String)
  /// Sidecars were found that may belong to the article.
  case strays([StraySidecar])
  /// Colleagues have marks on the article in sidecars of their own.
  case layersBeside([Layer])
  /// A comparison of the marks decided this.
  case decisions([Annotation])
  /// A sidecar was taken over.
  case takenOver(AnnotationSet, anchors: [AnnotationID: [Anchor]])
  /// A copy of the page behind an address was kept, for the evidence of a mark.
  case copyKept(KeptPage, of: String, for: AnnotationID)
  /// A command of the user's own has ended.
  case ownEnded(OwnCommand, OwnCommandEnding, on: OwnCommandSubject)
  /// The words stand in other articles too.
  case occurrences(words: String, [Occurrence])
  /// The authority file of the desk says this now.
  case authority(Authority)
  /// Somebody else changed the sidecar, and the changes were merged.
  case merged(AnnotationSet, anchors: [AnnotationID: [Anchor]], notice: String)
  /// The marks were handed in at that moment, which is on the disk.
  case handedIn(Timestamp)
  /// Handing in was taken back, which is on the disk.
  case handInTakenBack
  /// Something has come of the sources of quotations.
  case sources(SourcesAnswer)
}

/// A page of which a copy was kept, and what it says of itself.
package struct KeptPage: Hashable, Sendable {
  /// Where the copy is, as seen from the folder of the sidecar.
  package var copy: KeptCopy
  /// The title of the page; nil when it has none.
  package var title: String?
  /// Who published it; nil when it does not say.
  package var publisher: String?

  /// Describes a page.
  package init(copy: KeptCopy, title: String? = nil, publisher: String? = nil) {
    (self.copy, self.title, self.publisher) = (copy, title, publisher)
  }
}

extension Effect {
  /// Asks the desk of the reader.
  package static func desk(_ request: ReaderRequest) -> Effect { .ask(request) }
}
