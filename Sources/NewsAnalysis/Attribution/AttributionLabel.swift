// What the sequence model says about a token: which part of an attribution it belongs to.

/// The parts of an attribution, begun (B) or gone on with (I); the raw value is the column of weights.
package enum AttributionLabel: UInt8, CaseIterable {
  case outside, beginContent, content, beginSource, source, beginCue, cue

  /// Columns of a row of weights; one more than labels, so that a row fills a SIMD register.
  package static let columns = 8

  /// The part that the label stands for.
  var part: Part? {
    switch self {
    case .outside: nil
    case .beginContent, .content: .content
    case .beginSource, .source: .source
    case .beginCue, .cue: .cue
    }
  }

  /// Whether a new part starts here.
  var begins: Bool { self == .beginContent || self == .beginSource || self == .beginCue }

  /// A part of an attribution: what was said, who said it, the words that tell so.
  package enum Part: Sendable {
    case content, source, cue

    /// The label of the part's first token.
    package var first: AttributionLabel {
      switch self {
      case .content: .beginContent
      case .source: .beginSource
      case .cue: .beginCue
      }
    }

    /// The label of its other tokens.
    package var rest: AttributionLabel {
      switch self {
      case .content: .content
      case .source: .source
      case .cue: .cue
      }
    }
  }

  /// Whether `next` may follow: a part goes on only after its own beginning.
  package func allows(_ next: AttributionLabel) -> Bool {
    guard let part = next.part, !next.begins else { return true }
    return self.part == part
  }
}
