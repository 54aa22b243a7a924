// The weights of the name model: a table of hashed features, a row of small integers each.

import CTransformer
import EmbeddedData

/// What a word of a run may be.
package enum NameLabel: Int, CaseIterable, Sendable {
  case other, placeStart, placeInside, personStart, personInside

  /// How many there are.
  package static let count = 5

  /// Whether a name may go on with `self` behind `previous`.
  func mayFollow(_ previous: NameLabel) -> Bool {
    switch self {
    case .placeInside: previous == .placeStart || previous == .placeInside
    case .personInside: previous == .personStart || previous == .personInside
    default: true
    }
  }
}

/// Scores of the labels, in the order of `NameLabel`; three lanes are idle.
typealias LabelScores = SIMD8<Int16>

/// A linear-chain model over the words of a run.
///
/// Layout: "GALLEYN1", the number of bits of a row's index, 25 transitions (from, to) as Int16, then
/// rows of eight Int8, from byte 64 on.
package struct NameModel: @unchecked Sendable {
  // Unchecked because it points into constant memory.
  let weights: NameWeights
  private let transitions: [Int16]

  /// Where the rows start in a compiled model.
  package static let headerSize = 64
  /// A weight of 1 in the model's small integers.
  package static let scale: Float = 16

  /// The one in the binary.
  package static let embedded = NameModel(NameData.model)

  /// Takes a compiled model; an unusable one finds nothing.
  package init(_ data: UnsafeRawBufferPointer) {
    let bits = data.count > Self.headerSize ? UInt64(data[8]) : 0
    guard data.starts(with: "GALLEYN1".utf8), bits > 0, bits < 30,
      data.count >= Self.headerSize + 8 << bits, let base = data.baseAddress
    else {
      (weights, transitions) = (NameWeights(rows: nil, shift: 63), [Int16](repeating: 0, count: 25))
      return
    }
    weights = NameWeights(
      rows: (base + Self.headerSize).assumingMemoryBound(to: SIMD8<Int8>.self), shift: 64 - bits)
    transitions = (0..<25).map {
      data.loadUnaligned(fromByteOffset: 10 + $0 * 2, as: Int16.self)
    }
  }

  /// Whether there are weights at all.
  var isUsable: Bool { weights.rows != nil }

  /// The score of one label behind another; impossible ones are very low.
  func transition(_ from: NameLabel, _ to: NameLabel) -> Int32 {
    guard to.mayFollow(from) else { return -20_000 }
    return Int32(transitions[from.rawValue * NameLabel.count + to.rawValue])
  }
}

/// The table of weights of a model.
struct NameWeights {
  fileprivate let rows: UnsafePointer<SIMD8<Int8>>?
  fileprivate let shift: UInt64

  /// The row of a feature; asks for its weights, which are read soon.
  @inline(__always)
  fileprivate func expectedRow(of feature: UInt64) -> Int32 {
    let row = Int32(truncatingIfNeeded: feature >> shift)
    if let rows { cprefetch(rows + Int(row)) }
    return row
  }

  /// The sums of some rows.
  @inline(__always)
  fileprivate func sum(of expected: UnsafeBufferPointer<Int32>) -> LabelScores {
    guard let rows else { return .zero }
    // All are rows of the table: `expectedRow` keeps no more bits of a feature than a row's index has.
    return csequence_sum(
      rows, expected.baseAddress, Int32(truncatingIfNeeded: expected.count))
  }
}

/// Gathers the rows of features in memory for `most` of them, and asks for the weights, which lie all over a table that
/// is larger than a cache. The memory is borrowed: sums are to be asked for before others use it.
struct WeightRows: FeatureSink {
  /// No word has more features.
  static let most = 128

  private let weights: NameWeights
  private let rows: UnsafeMutableBufferPointer<Int32>
  private var count = 0

  init(_ weights: NameWeights, in rows: UnsafeMutableBufferPointer<Int32>) {
    (self.weights, self.rows) = (weights, rows)
  }

  @inline(__always)
  mutating func add(_ feature: UInt64) {
    precondition(count < rows.count)
    rows[count] = weights.expectedRow(of: feature)
    count &+= 1
  }

  /// The sums of the weights.
  var scores: LabelScores { weights.sum(of: UnsafeBufferPointer(rebasing: rows[..<count])) }

  /// The sums of the weights of the features that `body` gives.
  static func scores(
    _ weights: NameWeights, of body: (inout WeightRows) -> Void
  ) -> LabelScores {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: most) { memory in
      var rows = WeightRows(weights, in: memory)
      body(&rows)
      return rows.scores
    }
  }
}
