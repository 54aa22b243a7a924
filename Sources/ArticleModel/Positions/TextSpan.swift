// Half-open stretches of text: TextSpan in bytes (memory), CodePointSpan in code points (sidecar).

/// A half-open stretch of an article's text in UTF-8 bytes.
///
/// Eight bytes, because the analysis of a long article holds millions of them. Positions below 0, and those beyond what
/// four bytes hold, are moved there; no text is that long.
public struct TextSpan: Hashable, Sendable {
  private var first: UInt32
  private var limit: UInt32

  /// Makes the span from `start` up to `end`; an end before the start gives an empty span.
  public init(_ start: ByteOffset, _ end: ByteOffset) {
    first = UInt32(clamping: start.value)
    limit = max(first, UInt32(clamping: end.value))
  }

  /// The first byte.
  public var start: ByteOffset {
    get { ByteOffset(Int(first)) }
    set { first = UInt32(clamping: newValue.value) }
  }

  /// The byte after the last one.
  public var end: ByteOffset {
    get { ByteOffset(Int(limit)) }
    set { limit = UInt32(clamping: newValue.value) }
  }

  /// Makes the span of the bytes in `range`.
  public init(_ range: Range<Int>) {
    self.init(ByteOffset(range.lowerBound), ByteOffset(range.upperBound))
  }

  /// Its bytes as a range of integers, for indexing a buffer.
  public var range: Range<Int> { start.value..<end.value }

  /// Its length in bytes.
  public var count: Int { end - start }

  /// Whether it holds no byte.
  public var isEmpty: Bool { start == end }

  /// Whether the byte at `offset` lies in the span.
  public func contains(_ offset: ByteOffset) -> Bool { start <= offset && offset < end }

  /// Whether `other` lies wholly inside the span.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two share at least one byte.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// The smallest span that holds both.
  public func union(_ other: TextSpan) -> TextSpan {
    TextSpan(min(start, other.start), max(end, other.end))
  }

  /// The bytes that both hold; nil when they share none.
  public func intersection(_ other: TextSpan) -> TextSpan? {
    overlaps(other) ? TextSpan(max(start, other.start), min(end, other.end)) : nil
  }

  /// How much both have in common: shared bytes over all bytes, from 0 to 1.
  package func likeness(to other: TextSpan) -> Double {
    guard let shared = intersection(other) else { return 0 }
    return Double(shared.count) / Double(union(other).count)
  }
}

extension TextSpan: Comparable {
  /// In reading order: by start, the longer one first.
  public static func < (a: TextSpan, b: TextSpan) -> Bool {
    a.start == b.start ? a.end > b.end : a.start < b.start
  }
}

/// A half-open stretch of an article's text in Unicode code points, as a sidecar stores it.
public struct CodePointSpan: Hashable, Sendable {
  /// The first code point.
  public var start: CodePointOffset
  /// The code point after the last one.
  public var end: CodePointOffset

  /// Makes the span from `start` up to `end`.
  public init(_ start: CodePointOffset, _ end: CodePointOffset) {
    self.start = start
    self.end = end
  }
}

/// A position in an article's text, counted in Unicode code points from its start.
public struct CodePointOffset: Hashable, Comparable, Sendable {
  /// The number of code points before the position.
  public var value: Int

  /// Makes the position after `value` code points.
  public init(_ value: Int) { self.value = value }

  /// Reading order.
  public static func < (a: CodePointOffset, b: CodePointOffset) -> Bool { a.value < b.value }
}
