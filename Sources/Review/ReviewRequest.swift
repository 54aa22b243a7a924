// What a review asks of its desk, and what the desk answers.

import ArticleModel
import Corpus
import Interface

/// Something that the desk of a review does.
package enum ReviewRequest: DeskRequest {
  /// Do an operation to marks, sidecar by sidecar.
  case perform(ReviewOperation, on: [MarkKey])
  /// Take changes back; `isRedo` when they themselves took something back.
  case takeBack([SidecarChange], isRedo: Bool)
  /// Open the article of a mark in the reader.
  case open(MarkKey)
  /// Find out whose words the marks are about.
  case findSpeakers
  /// Count what marks come to, with the voices and places of their articles.
  case count([MarkKey])
  /// Stop looking for further sidecars.
  case stopLooking
  /// Write marks in a format, to a file.
  case export(ReviewExport)
}

/// Marks that are to be written to a file.
package struct ReviewExport: Hashable, Sendable {
  /// The name of the format.
  package var format: String
  /// The file.
  package var path: String
  /// The marks.
  package var marks: [MarkKey]
  /// How many marks of the list are left out by the filter or the selection, and why, in words; empty when
  /// none are.
  package var leftOut = ""
  /// Whether a file that is there may be replaced.
  package var isReplacing = false

  /// Describes an export.
  package init(format: String, path: String, marks: [MarkKey]) {
    (self.format, self.path, self.marks) = (format, path, marks)
  }
}

/// What the desk of a review answers.
package enum ReviewAnswer: DeskAnswer {
  /// Articles with their marks: new ones, or others than before.
  case articles([AnnotatedArticle])
  /// So many sidecars have been looked at of those found so far; at the end both are the same.
  case progress(done: Int, found: Int)
  /// All sidecars have been looked at, or the looking was stopped.
  case finished(wasStopped: Bool)
  /// An operation was done: what it changed.
  case performed([SidecarChange], operation: ReviewOperation)
  /// Changes were taken back: what that changed.
  case tookBack([SidecarChange], isRedo: Bool)
  /// Whose words the marks are about.
  case speakers([MarkKey: String])
  /// The file of an export is there already.
  case fileIsThere(ReviewExport)
  /// A page of text to read.
  case page(title: String, lines: [String])
}

extension Effect {
  /// Asks the desk of a review.
  package static func desk(_ request: ReviewRequest) -> Effect { .ask(request) }
}

/// What a review asks of the reviewer.
package enum ReviewQuestion: Question {
  /// A choice of status, verdict, order or grouping.
  case pick
  /// Conditions on marks; those before come back when they are given up.
  case filter(before: String)
  /// Tags to put on marks; those with a minus before them are taken off.
  case tags([MarkKey])
  /// The note of a mark.
  case note(MarkKey)
  /// An answer to somebody's mark.
  case reply(MarkKey)
  /// What is done in place of an action that would change a colleague's mark.
  case ownership(Action)
  /// The term, or the words, of a mark of the reviewer's own beside a colleague's.
  case beside(MarkKey)
  /// The name of who is to work on the marks.
  case assignee
  /// What becomes of a file that is there already where an export was to go.
  case replaceFile(ReviewExport)
}
