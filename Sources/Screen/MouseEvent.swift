// What the mouse does, where the terminal reports it.

/// A movement of the mouse with a button, or of its wheel.
package struct MouseEvent: Hashable, Sendable {
  /// What happened.
  package enum Kind: Hashable, Sendable {
    /// The left button was pressed.
    case press
    /// The mouse was moved while it was pressed.
    case drag
    /// It was let go.
    case release
    case wheelUp, wheelDown
  }

  /// What happened.
  package var kind: Kind
  /// The cell in which it happened.
  package var position: Position

  /// Describes what happened.
  package init(_ kind: Kind, at position: Position) {
    self.kind = kind
    self.position = position
  }
}
