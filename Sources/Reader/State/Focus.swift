// What has the keys, and how the panes stand.

import ArticleModel

/// What the keys go to.
package enum Focus: Hashable, Sendable {
  case article
  case pane(Pane)

  /// The pane, when it is one.
  package var pane: Pane? {
    if case .pane(let pane) = self { return pane }
    return nil
  }
}

/// How the panes stand.
package struct PanesState: Hashable, Sendable {
  /// Those of which only the heading is shown.
  package var folded: Set<Pane> = []
  /// Whether all of them are hidden.
  package var areHidden = false
  /// The entry that each has selected; the headings of groups count down from -1.
  package var cursors: [Pane: Int] = [:]
  /// How each orders, filters and groups its entries; none for its own order.
  package var arrangements: [Pane: PaneArrangement] = [:]
  /// The claim under the cursor that a change keeps listed, although a filter may leave it out since; nil once
  /// the cursor is elsewhere.
  package var keptClaim: Int?
  /// Where one was before the claims got the whole screen; nil while they have not.
  package var deskOrigin: DeskOrigin?

  /// Where one was, and what had the keys.
  package struct DeskOrigin: Hashable, Sendable {
    package var focus: Focus
    package var caret: ByteOffset
  }
}
