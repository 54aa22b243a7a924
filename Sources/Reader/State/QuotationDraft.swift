// A quotation while it is put right: who says it and which words, in one go.

import ArticleModel
import NewsAnalysis

/// What a reader wants a quotation to be, before it is kept.
package struct QuotationDraft: Hashable, Sendable {
  /// The quotation, or the words of one that was missed.
  package let finding: FindingReference
  /// Whether the program found nothing there.
  package let isMissed: Bool
  /// Who says it; nil for whoever was found.
  package var speaker: Correction.Speaker?
  /// Its words; nil for those that were found.
  package var parts: [TextSpan]?
}

/// What is done to a draft.
package enum QuotationStep: Hashable, Sendable {
  /// It is kept, and the next quotation perhaps opened.
  case keep, keepAndNext
  /// Somebody says it.
  case speaker(Correction.Speaker), otherSpeaker
  /// An end of its words moves by a word.
  case move(End, later: Bool)
  /// The words are selected in the text.
  case select

  /// An end of a quotation.
  package enum End: Hashable, Sendable { case start, end }
}
