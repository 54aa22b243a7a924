// Where an annotation was read, so that it can be written again without losing what was not understood.

import LosslessJSON

/// The text that an annotation was read from.
///
/// Where something comes from does not make it another thing: any two are equal, so that annotations
/// compare by what they say.
package struct PreservedJSON: Hashable, Sendable {
  /// The value in the text; nil when the annotation was not read but made.
  package let node: JSONNode?

  /// Remembers a value of a text.
  package init(_ node: JSONNode? = nil) { self.node = node }

  package static func == (a: PreservedJSON, b: PreservedJSON) -> Bool { true }

  package func hash(into hasher: inout Hasher) {}
}
