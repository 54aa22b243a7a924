// Tells whether something has changed without looking at it.

/// The mark of a value that is replaced by a new one whenever the value changes: what was made of the value
/// still holds as long as the edition is the same. A class, because only objects are never taken for one
/// another; it holds nothing.
package final class Edition: Sendable, Equatable {
  /// An edition that nothing was made of yet.
  package init() {}

  package static func == (a: Edition, b: Edition) -> Bool { a === b }
}
