// What goes in and out of a review, as Effect and ReaderEvent do for the reader.

import Corpus
import ArticleModel
import Interface
import Screen

/// Something to be done outside the state of a review.
package enum ReviewEffect: Hashable, Sendable {
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
  /// Write the marks that are listed in a format, to a file.
  case export(format: String, path: String, [MarkKey])
  /// Leave the review.
  case quit
  /// Stop the program until the shell continues it.
  case suspend
  /// Draw the screen anew.
  case redraw
}

/// What reaches the reducer of a review: keys, and answers from the world.
package enum ReviewEvent: Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted.
  case paste(String)
  /// The screen has a size, or a new one.
  case resize(Size)
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
  /// A page of text to read.
  case page(title: String, lines: [String])
  /// Something is done that the reviewer wants to know.
  case told(String)
  /// Something went wrong that the reviewer should know.
  case notice(String)
}
