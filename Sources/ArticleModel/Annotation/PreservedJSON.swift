// Where an annotation was read, so that it can be written again without losing what was not understood.

import LosslessJSON

/// The text that an annotation was read from.
///
/// Where something comes from does not make it another thing: any two are equal, so that annotations
/// compare by what they say.
struct PreservedJSON: Hashable, Sendable {
  /// The value in the text; nil when the annotation was not read but made.
  let node: JSONNode?

  init(_ node: JSONNode? = nil) { self.node = node }

  static func == (a: PreservedJSON, b: PreservedJSON) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
