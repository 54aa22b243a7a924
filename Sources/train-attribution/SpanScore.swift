// How many parts were found exactly: precision, recall and F1.

import NewsAnalysis

/// Counts of parts, found and annotated.
struct SpanScore {
  private var found = 0
  private var annotated = 0
  private var right = 0

  /// The harmonic mean of precision and recall, in per cent.
  var f1: Double { found + annotated == 0 ? 0 : 200 * Double(right) / Double(found + annotated) }
  var precision: Double { found == 0 ? 0 : 100 * Double(right) / Double(found) }
  var recall: Double { annotated == 0 ? 0 : 100 * Double(right) / Double(annotated) }

  /// Adds the parts of one kind in two labellings of the same tokens.
  mutating func add(
    _ part: AttributionLabel.Part, found: [AttributionLabel], annotated: [AttributionLabel]
  ) {
    let (mine, theirs) = (Self.spans(part, in: found), Self.spans(part, in: annotated))
    self.found += mine.count
    self.annotated += theirs.count
    right += mine.intersection(theirs).count
  }

  private static func spans(
    _ part: AttributionLabel.Part, in labels: [AttributionLabel]
  ) -> Set<Range<Int>> {
    var spans: Set<Range<Int>> = []
    var start: Int?
    for (index, label) in (labels + [.outside]).enumerated() {
      if let begun = start, label != part.rest {
        spans.insert(begun..<index)
        start = nil
      }
      if label == part.first { start = index }
    }
    return spans
  }
}
