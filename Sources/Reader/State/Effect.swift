// What the reducer asks of the world. `Session` performs it; nothing else does.

import ArticleModel
import Interface
import NewsAnalysis
import Screen

/// Something to be done outside the state.
package enum Effect: Hashable, Sendable {
  /// Write a change of the annotations to the sidecar.
  case record(Change)
  /// Give the text of the note to the user's own editor.
  case editExternally(String)
  /// Keep the half-typed note of an annotation; nil when it has been kept or dropped.
  case keepDraft(AnnotationID, String?)
  /// Open the sidecar for editing although another program has it open.
  case editAnyway
  /// Keep who makes the marks, so that nobody asks again.
  case keepAuthor(Creator)
  /// Remember that the reader does not want to be asked for a name.
  case leaveAuthorUnnamed
  /// Take over the sidecar at that path.
  case takeOver(String)
  /// Fold everything into the sidecar now.
  case saveNow
  /// Put text on the clipboard.
  case copy(String)
  /// Show an address in the user's browser.
  case openAddress(String)
  /// Open another of the articles, by its index on the shelf.
  case openArticle(Int)
  /// Show the marks of the articles around.
  case review
  /// Have the terminal report the mouse, or leave it alone.
  case useMouse(Bool)
  /// Leave the program.
  case quit
  /// Stop the program until the shell continues it.
  case suspend
  /// Draw the screen anew.
  case redraw
}

/// What reaches the reducer: keys, and answers from the world.
package enum ReaderEvent: Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted.
  case paste(String)
  /// The mouse was used.
  case mouse(MouseEvent)
  /// No key is waiting, and there is work that was left for such a moment.
  case idle
  /// No key has come for a while although more are expected.
  case hesitation
  /// The screen has a size, or a new one.
  case resize(Size)
  /// The analysis of a part of the article has come.
  case findings(Findings)
  /// The user has changed the keymap; says what is wrong with it.
  case keymap(Keymap, problem: String?)
  /// The packs of terms have been read.
  case taxonomies([Taxonomy])
  /// Something is done that the reader wants to know.
  case told(String)
  /// Something went wrong that the reader should know.
  case notice(String)
  /// The half-typed note is on the disk.
  case draftKept
  /// The user's own editor has ended, with this text of the note.
  case noteEdited(String)
  /// The annotations are on the disk.
  case saved
  /// They could not be written.
  case saveFailed(String)
  /// The sidecar is open for editing now.
  case editable(AnnotationSet, anchors: [AnnotationID: [Anchor]])
  /// Sidecars were found that may belong to the article.
  case strays([StraySidecar])
  /// A sidecar was taken over.
  case takenOver(AnnotationSet, anchors: [AnnotationID: [Anchor]])
  /// Somebody else changed the sidecar, and the changes were merged.
  case merged(AnnotationSet, anchors: [AnnotationID: [Anchor]], notice: String)
}
