// The rows of a checklist: its items for the article, then those of each claim.

import ArticleModel
import Interface

/// An item of a checklist, for the article or for a claim.
package struct ChecklistRow: Hashable, Sendable {
  /// The item.
  package let item: Checklist.Item
  /// The claim that it is for; nil for the article.
  package let claim: ChecklistClaim?
  /// The number of that claim in the list of claims.
  package let number: Int?

  /// The rows of a list, in their order.
  static func rows(of progress: ChecklistProgress) -> [ChecklistRow] {
    let article = progress.list.items(for: .article).map {
      ChecklistRow(item: $0, claim: nil, number: nil)
    }
    let items = progress.list.items(for: .claim)
    return article
      + progress.claims.enumerated().flatMap { number, claim in
        items.map { ChecklistRow(item: $0, claim: claim, number: number) }
      }
  }
}

/// What the reader does for a checklist.
package enum ChecklistStep: Choice {
  /// The item is ticked, or the reader's own tick is taken back.
  case toggle(ChecklistRow, of: Checklist)
  /// Undo or redo.
  case history(Action)
  /// The record of a claim is opened, by its number in the list of claims.
  case record(Int)
}
