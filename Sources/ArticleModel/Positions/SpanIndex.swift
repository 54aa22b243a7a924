// Spans that can be asked in logarithmic time what lies at a place: a screenful of a long article must
// not cost a walk over all that was found in it.

/// Spans in reading order, each standing for a number.
package struct SpanIndex: Sendable {
  private let spans: [TextSpan]
  private let values: [Int]
  /// Element i: how far the spans up to i reach.
  private let reach: [ByteOffset]

  /// Sorts spans; the value of each is its place in the array.
  package init(_ spans: [TextSpan]) {
    if zip(spans, spans.dropFirst()).allSatisfy({ !($1 < $0) }) {
      self.init(sorted: spans, values: Array(spans.indices))
    } else {
      self.init(spans.indices.map { (spans[$0], $0) })
    }
  }

  /// Sorts spans with values of their own.
  package init(_ pairs: [(span: TextSpan, value: Int)]) {
    let sorted = pairs.sorted { ($0.span, $0.value) < ($1.span, $1.value) }
    self.init(sorted: sorted.map(\.span), values: sorted.map(\.value))
  }

  private init(sorted spans: [TextSpan], values: [Int]) {
    (self.spans, self.values) = (spans, values)
    var furthest = ByteOffset.zero
    reach = spans.map { span in
      furthest = max(furthest, span.end)
      return furthest
    }
  }

  /// The values of the spans that share a byte with `span`, in reading order.
  package func values(overlapping span: TextSpan) -> [Int] {
    var found: [Int] = []
    var index = spans.partitionPoint { $0.start >= span.end }
    while index > 0, reach[index - 1] > span.start {
      index -= 1
      if spans[index].overlaps(span) { found.append(values[index]) }
    }
    return found.reversed()
  }

  /// The starts of the spans that share a byte with `span`, in reading order.
  package func starts(overlapping span: TextSpan) -> [ByteOffset] {
    var found: [ByteOffset] = []
    var index = spans.partitionPoint { $0.start >= span.end }
    while index > 0, reach[index - 1] > span.start {
      index -= 1
      if spans[index].overlaps(span) { found.append(spans[index].start) }
    }
    return found.reversed()
  }

  /// Whether one of the spans shares a byte with `span`.
  package func touches(_ span: TextSpan) -> Bool {
    var index = spans.partitionPoint { $0.start >= span.end }
    while index > 0, reach[index - 1] > span.start {
      index -= 1
      if spans[index].overlaps(span) { return true }
    }
    return false
  }

  /// The value of the shortest span that covers the byte at `offset`.
  package func shortest(at offset: ByteOffset) -> Int? {
    var best: (count: Int, value: Int)?
    var index = spans.partitionPoint { $0.start > offset }
    while index > 0, reach[index - 1] > offset {
      index -= 1
      let span = spans[index]
      if span.contains(offset), span.count < best?.count ?? .max {
        best = (span.count, values[index])
      }
    }
    return best?.value
  }

  /// The value of the last span that starts at or before `offset`.
  package func last(startingBy offset: ByteOffset) -> Int? {
    let index = spans.partitionPoint { $0.start > offset }
    return index > 0 ? values[index - 1] : nil
  }

  /// The start of the next span after `offset`, or of the one before it.
  package func start(from offset: ByteOffset, backward: Bool) -> ByteOffset? {
    if backward {
      let index = spans.partitionPoint { $0.start >= offset }
      return index > 0 ? spans[index - 1].start : nil
    }
    let index = spans.partitionPoint { $0.start > offset }
    return index < spans.count ? spans[index].start : nil
  }

  /// Whether there are none.
  package var isEmpty: Bool { spans.isEmpty }
}
