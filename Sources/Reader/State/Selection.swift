// What is selected, and what the selection is for.

import ArticleModel

/// A selection: from an anchor to the caret, both clusters included.
package struct Selection: Hashable, Sendable {
  /// What the selection is made of.
  package enum Unit: Hashable, Sendable { case characters, sentences }

  /// The cluster at which it began; the caret is its other end.
  package var anchor: ByteOffset
  /// What it is made of.
  package var unit: Unit
}

/// What Enter does with the selection, or with the sentence under the caret.
package enum SelectionPurpose: Hashable, Sendable {
  /// It becomes the span of the annotation's target.
  case resize(AnnotationID, target: Int)
  /// It becomes the place of a target that had lost its words.
  case attach(AnnotationID, target: Int)
  /// The mark there is linked with the annotation.
  case link(AnnotationID)
  /// It becomes a further target of the annotation.
  case addTarget(AnnotationID)
  /// It becomes the words of a place.
  case correct(FindingReference)
  /// It becomes a claim to check.
  case addClaim(onDesk: Bool)
  /// It becomes the words of a quotation that is put right.
  case quotation(QuotationDraft)
}
