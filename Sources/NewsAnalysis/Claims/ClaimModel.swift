// The model that says how likely a sentence is worth checking: a logistic regression with hashed features.

import EmbeddedData

#if canImport(Glibc)
  import Glibc
#endif

/// A weight for each feature, a small integer; the score is their sum on the logistic curve.
///
/// Layout: "GALLEYC1", the number of bits of an index (one byte, then three of zero), what one unit of a weight
/// is worth and what a sentence without features has (Float32, little-endian), zeros up to byte 64, then the
/// weights (Int8).
package struct ClaimModel: @unchecked Sendable {
  // Unchecked because it points into constant memory.
  fileprivate let weights: UnsafePointer<Int8>
  fileprivate let shift: UInt64
  private let unit: Double
  private let start: Double

  /// Where the weights start in a stored model.
  package static let headerSize = 64
  /// What a stored model begins with.
  package static let signature = Array("GALLEYC1".utf8)
  /// Sentences with a lower score are no claims; chosen on news (MODEL_CARD.md).
  static let threshold = 0.5

  /// The one in the binary.
  static let embedded = ClaimModel(EmbeddedModels.claims)

  /// Takes a stored model, which must outlive it; nil when it is none.
  package init?(_ data: UnsafeRawBufferPointer) {
    guard data.count > Self.headerSize, data.starts(with: Self.signature),
      let base = data.baseAddress
    else { return nil }
    let bits = UInt64(data[8])
    guard (1..<30).contains(bits), data.count == Self.headerSize + 1 << bits else { return nil }
    weights = (base + Self.headerSize).assumingMemoryBound(to: Int8.self)
    shift = 64 - bits
    unit = Self.number(at: 12, in: data)
    start = Self.number(at: 16, in: data)
  }

  private static func number(at offset: Int, in data: UnsafeRawBufferPointer) -> Double {
    let bits = data.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    return Double(Float(bitPattern: UInt32(littleEndian: bits)))
  }

  /// From 0 to 1.
  func score(of sum: ClaimWeightSum) -> Double { 1 / (1 + exp(-start - Double(sum.total) * unit)) }
}

/// Sums the weights of the features of a sentence.
struct ClaimWeightSum: FeatureSink {
  private let weights: UnsafePointer<Int8>
  private let shift: UInt64
  /// In units of the model.
  private(set) var total: Int32 = 0

  init(_ model: ClaimModel) { (weights, shift) = (model.weights, model.shift) }

  @inline(__always)
  mutating func add(_ feature: UInt64) {
    total &+= Int32(weights[Int(truncatingIfNeeded: feature >> shift)])
  }
}
