// The words beside a passage, compared with those beside a place: 64 rows of the edit-distance table at
// a time, in the bits of one machine word (Myers 1999, A fast bit-vector algorithm).

/// The words on one side of a passage, ready to be compared, the nearest byte first.
struct ContextPattern {
  /// So many bytes are compared.
  static let length = 48

  private let count: Int
  /// The words next to the passage, which show that others were put between.
  private let nearest: [UInt8]
  /// For each byte, the places of the pattern where it stands.
  private var places = [UInt64](repeating: 0, count: 256)

  /// Takes words in the order of growing distance from the passage; nil when there are none.
  init?(_ words: some Sequence<UInt8>) {
    var count = 0
    for byte in words.prefix(Self.length) {
      places[Int(byte)] |= 1 << UInt64(count)
      count += 1
    }
    guard count > 0 else { return nil }
    self.count = count
    nearest = Array(words.prefix(Self.traceLength))
  }

  /// So many bytes next to the passage are known again further away.
  private static let traceLength = 10

  /// Whether the nearest words stand among the beginning of `others`, with further ones before them.
  func leavesTrace(in others: some Sequence<UInt8>) -> Bool {
    guard nearest.count == Self.traceLength else { return false }
    let area = Array(others.prefix(2 * Self.length))
    return area.indices.dropLast(nearest.count - 1).contains { area[$0...].starts(with: nearest) }
  }

  /// How alike the words are to the beginning of `others`, from 0 to 1; how far that beginning reaches
  /// is left open, so that words that were put in cost no more than themselves.
  func similarity(to others: some Sequence<UInt8>) -> Double {
    var (plus, minus) = (~UInt64(0), UInt64(0))
    var (distance, best) = (count, count)
    for byte in others.prefix(2 * Self.length) {
      let equal = places[Int(byte)]
      let vertical = equal | minus
      let diagonal = (((equal & plus) &+ plus) ^ plus) | equal
      var up = minus | ~(diagonal | plus)
      var down = plus & diagonal
      let last = UInt64(1) << UInt64(count - 1)
      if up & last != 0 { distance += 1 }
      if down & last != 0 { distance -= 1 }
      best = min(best, distance)
      up = up << 1 | 1
      down <<= 1
      plus = down | ~(vertical | up)
      minus = up & vertical
    }
    return 1 - Double(best) / Double(count)
  }
}

/// Both sides of a passage.
struct PassageContext {
  private let before: ContextPattern?
  private let after: ContextPattern?

  /// Takes the words before and after a passage.
  init(before: [UInt8], after: [UInt8]) {
    self.before = ContextPattern(before.reversed())
    self.after = ContextPattern(after)
  }

  /// How alike the surroundings of a place are, on either side; nil where the passage names no words.
  func similarities(
    at range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (before: Double?, after: Double?) {
    (
      before.map { Self.similarity($0, bytes[..<range.lowerBound].reversed()) },
      after.map { Self.similarity($0, bytes[range.upperBound...]) }
    )
  }

  /// Where words were put between the passage and its neighbours, these still count as half alike.
  private static func similarity(
    _ pattern: ContextPattern, _ others: some Sequence<UInt8>
  ) -> Double {
    let similarity = pattern.similarity(to: others)
    let half = AnchorCandidate.similarContext
    return similarity < half && pattern.leavesTrace(in: others) ? half : similarity
  }
}
