// Where a key is pressed decides what it means.

/// What the reader is doing when a key comes; each has a table of its own in a keymap file.
package enum KeyContext: String, CaseIterable, Sendable {
  /// Reading the article, or moving in a pane, a list or help.
  case normal
  /// Selecting; what is not bound here means what it means in `normal`.
  case selection
  /// Going through a list of marks; what is not bound here means what it means in `normal`.
  case review
  /// Going through the claims to check; what is not bound here means what it means in `normal`.
  case claims
  /// Choosing what kind of mark to make.
  case mark
  /// Choosing from a list of terms; letters pick a term.
  case picker
  /// Typing the letters of a label or a bookmark.
  case letter
  /// Writing a note; characters are typed.
  case note
  /// Typing a search or a command; characters are typed.
  case prompt
  /// Moving in a pane; what is not bound here means what it means in `normal`.
  case pane
  /// Filling in the record of a mark; what is not bound here means what it means in `normal`.
  case record
  /// Ticking a checklist; what is not bound here means what it means in `normal`.
  case checklist
  /// Going through the quotations and their sources; what is not bound here means what it means in `normal`.
  case quotations
  /// Looking at the map; what is not bound here means what it means in `normal`.
  case map

  /// Where a key that is not bound here is looked up next.
  package var fallback: KeyContext? {
    let own: [KeyContext] = [
      .selection, .map, .pane, .review, .claims, .record, .checklist, .quotations,
    ]
    return own.contains(self) ? .normal : nil
  }

  /// Whether characters that are not bound are typed.
  package var takesText: Bool {
    self == .note || self == .prompt || self == .picker || self == .letter
  }
}
