// The arithmetic of the sequence model, against plain loops, on every kind of processor that this one can be.

import CTransformer
import Testing

@Suite(.serialized) struct SequenceModelTests {
  /// Numbers that are the same in every run.
  private struct Numbers {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }

    mutating func many(_ count: Int) -> [UInt64] { (0..<count).map { _ in next() } }

    /// Small enough that sums of them are exact.
    mutating func float() -> Float { Float(Int8(truncatingIfNeeded: next() >> 40)) / 4 }
  }

  private static let batch = CSEQUENCE_BATCH
  private static let columns = CSEQUENCE_LABEL_COLUMNS

  /// Runs `body` with the kernels of each kind of processor.
  private func onAllProcessors(_ body: (Int32) throws -> Void) rethrows {
    defer { ctransformer_limit(2) }
    for level in 0..<ctransformer_levels() {
      ctransformer_limit(level)
      try body(level)
    }
  }

  /// The row of a feature, as the model was trained with.
  private func row(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) -> Int32 {
    var hash = template &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ a) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ hash >> 29 ^ b) &* 0x94D0_49BB_1331_11EB
    hash = (hash ^ hash >> 31 ^ c) &* 0xD6E8_FEB8_6659_FD93
    return Int32((hash ^ hash >> 32) % UInt64(CSEQUENCE_ROWS))
  }

  @Test("Rows of features are those that the model was trained with")
  func rows() {
    var numbers = Numbers(1)
    let padding = 4 + CSEQUENCE_LANES
    let (words, forms) = (numbers.many(100 + padding), numbers.many(100 + padding))
    let columns = numbers.many(CSEQUENCE_COLUMNS * Self.batch)
    let first = 13
    onAllProcessors { level in
      var rows = [Int32](repeating: -1, count: CSEQUENCE_FEATURES * Self.batch)
      csequence_rows(words, forms, columns, Int32(first), 51, &rows)
      for at in 0..<51 {
        func seen(_ column: Int) -> UInt64 { columns[column * Self.batch + at] }
        let here = first + 2 + at
        let (quoting, left, right) = (
          seen(CSEQUENCE_QUOTING), seen(CSEQUENCE_LEFT_FORM), seen(CSEQUENCE_RIGHT_FORM)
        )
        let expected: [(Int, Int32)] = [
          (0, row(11, words[here - 1], words[here])),
          (3, row(14, forms[here - 2], forms[here - 1], forms[here])),
          (4, row(15, forms[here], forms[here + 1], forms[here + 2])),
          (5, row(16, quoting, forms[here])),
          (
            12,
            row(
              23, left << 8 | seen(CSEQUENCE_LEFT_BREAKS), quoting,
              right << 8 | seen(CSEQUENCE_RIGHT_BREAKS))
          ),
          (15, row(26, words[here - 1], words[here + 1])),
          (18, row(29, left << 8 | right, forms[here - 1], forms[here])),
        ]
        for (feature, row) in expected {
          #expect(rows[feature * Self.batch + at] == row, "level \(level), \(feature) at \(at)")
        }
      }
    }
  }

  @Test("Scores are the sums of the weights of all features and of the words around")
  func emissions() {
    var numbers = Numbers(2)
    let rows = numbers.many(CSEQUENCE_FEATURES * Self.batch).map { Int32($0 % 500) }
    let table = numbers.many(500 * 8).map { Int8(truncatingIfNeeded: $0 >> 40) }
    let sums = numbers.many(30 * CSEQUENCE_WINDOW * 8).map { Int16($0 >> 40 & 0x3FF) - 512 }
    let types = numbers.many(90 + CSEQUENCE_WINDOW).map { Int32($0 % 30) }
    let (first, count) = (20, 37)
    onAllProcessors { level in
      var emissions = [Float](repeating: 0, count: 90 * Self.columns)
      var margins = [Float](repeating: 0, count: 90)
      csequence_emissions(
        table, rows, sums, types, Int32(first), Int32(count), 0.5, &emissions, &margins)
      for at in 0..<count {
        let expected = (0..<8).map { label in
          let features = (0..<CSEQUENCE_FEATURES).reduce(0) {
            $0 + Int(table[Int(rows[$1 * Self.batch + at]) * 8 + label])
          }
          let around = (0..<CSEQUENCE_WINDOW).reduce(0) { sum, place in
            sum + Int(sums[(Int(types[first + at + place]) * CSEQUENCE_WINDOW + place) * 8 + label])
          }
          return Float(features + around) / 2
        }
        let start = (first + at) * Self.columns
        #expect(Array(emissions[start..<start + 8]) == expected, "level \(level), at \(at)")
        let highest = expected[1..<CSEQUENCE_LABELS].max() ?? 0
        #expect(margins[first + at] == highest - expected[0], "level \(level), at \(at)")
      }
    }
  }

  @Test("No path scores higher than the one that is found")
  func bestPath() {
    var numbers = Numbers(3)
    let size = Self.columns * Self.columns
    let transitions = (0..<3 * size).map { _ in numbers.float() }
    let arrivals = (0..<3 * size).map { at in
      transitions[at / size * size + at % Self.columns * Self.columns + at / Self.columns % 8]
    }
    let start = (0..<Self.columns).map { _ in numbers.float() }
    for length in 1...4 {
      let contexts = (0..<length).map { _ in UInt8(numbers.next() >> 40 % 3) }
      let emissions = (0..<length * Self.columns).map { _ in numbers.float() }
      func score(_ path: [Int]) -> Float {
        path.indices.reduce(0) { sum, at in
          let step =
            at == 0
            ? start[path[0]]
            : transitions[Int(contexts[at]) * size + path[at - 1] * Self.columns + path[at]]
          return sum + step + emissions[at * Self.columns + path[at]]
        }
      }
      var paths: [[Int]] = [[]]
      for _ in 0..<length {
        paths = paths.flatMap { path in (0..<CSEQUENCE_LABELS).map { path + [$0] } }
      }
      let highest = paths.map(score).max()
      onAllProcessors { level in
        var best = [Float](repeating: 0, count: emissions.count)
        var labels = [UInt8](repeating: 0, count: length)
        csequence_labels(
          transitions, arrivals, start, contexts, emissions, Int32(length), &best, &labels)
        #expect(score(labels.map(Int.init)) == highest, "level \(level), \(length) tokens")
      }
    }
  }
}
