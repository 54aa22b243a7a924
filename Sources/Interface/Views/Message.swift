// What the reader is told in the status line until the next key.

/// One line to the reader.
package struct Message: Hashable, Sendable {
  /// The line.
  package var text: String
  /// Whether something did not work.
  package var isWarning: Bool

  /// Tells how something went.
  package init(_ text: String, isWarning: Bool = false) {
    self.text = text
    self.isWarning = isWarning
  }

  /// Tells why something did not work.
  package static func warning(_ text: String) -> Message { Message(text, isWarning: true) }
}
