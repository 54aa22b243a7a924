// What a model makes of a paragraph, whichever model it is.

#if canImport(Glibc)
  import Glibc
#endif

/// The labels of a paragraph's tokens, and how sure the model is of them.
struct AttributionReading {
  /// One for each token.
  var labels: [AttributionLabel] = []
  /// For each token, by how much belonging to an attribution scores higher than not belonging to one.
  var margins: [Float] = []

  /// What finds nothing in a paragraph says.
  static func nothing(in view: AttributionView) -> AttributionReading {
    AttributionReading(
      labels: Array(repeating: .outside, count: view.range.count),
      margins: Array(repeating: 0, count: view.range.count))
  }

  /// How sure it is that the tokens at `positions` of the paragraph belong to an attribution: their mean
  /// margin on the logistic curve.
  func confidence(of positions: Range<Int>) -> Double {
    let sum = margins[positions].reduce(0, +)
    return 1 / (1 + exp(-(Double(sum) / Double(max(positions.count, 1)) + 1)))
  }
}

/// A model that reads paragraphs: which tokens are what was said, who said it, and the words that tell so.
protocol AttributionReader {
  /// What the scores of quotations that come of it are worth.
  var confidence: QuotationConfidence { get }

  /// Reads a paragraph of a segment, seen by features as `view`; `stretches` are those of the paragraph.
  mutating func read(
    _ view: AttributionView, _ paragraph: Segment.Paragraph, in segment: Segment,
    _ stretches: ArraySlice<QuotedStretch>
  ) -> AttributionReading

  /// Forgets the word types; for when the words start afresh.
  mutating func forgetWords()
}

/// Reads nothing; for a program without a model, in which rules alone find what they can.
struct BlindReader: AttributionReader {
  let confidence = QuotationConfidence.ofSequenceModel

  func read(
    _ view: AttributionView, _ paragraph: Segment.Paragraph, in segment: Segment,
    _ stretches: ArraySlice<QuotedStretch>
  ) -> AttributionReading {
    .nothing(in: view)
  }

  func forgetWords() {}
}
