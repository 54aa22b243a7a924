// What the reader is told in the status line until the next key.

/// One line to the reader.
public struct Message: Hashable, Sendable {
  /// The line.
  public var text: String
  /// Whether something did not work.
  public var isWarning: Bool

  /// Tells how something went.
  public init(_ text: String, isWarning: Bool = false) {
    self.text = text
    self.isWarning = isWarning
  }

  /// Tells why something did not work.
  public static func warning(_ text: String) -> Message { Message(text, isWarning: true) }
}

/// Whether the annotations are on the disk.
public enum SaveState: Hashable, Sendable {
  /// Nothing has been marked yet.
  case untouched
  /// Everything is on the disk.
  case saved
  /// The sidecar must not be written; says why.
  case readOnly(String)
  /// Writing failed; says why.
  case failed(String)
}
