// One layer of the encoder: attention, then two maps with a unit between them.

import CTransformer

/// A linear map as it is stored.
struct LinearMap {
  fileprivate let stored: ctransformer_linear

  init?(_ inputs: Int, _ outputs: Int, _ store: inout EncoderStore) {
    guard let weights = store.next(Int8.self, inputs * outputs),
      let scales = store.next(Float.self, outputs),
      let offsets = store.next(Int32.self, outputs),
      let bias = store.next(Float.self, outputs)
    else { return nil }
    stored = ctransformer_linear(
      weights: weights, scales: scales, offsets: offsets, bias: bias, inputs: Int32(inputs),
      outputs: Int32(outputs))
  }
}

/// The gains and biases of a layer normalisation.
struct Normalisation {
  fileprivate let gain: UnsafePointer<Float>
  fileprivate let bias: UnsafePointer<Float>

  init?(_ store: inout EncoderStore) {
    guard let gain = store.next(Float.self, EncoderModel.width),
      let bias = store.next(Float.self, EncoderModel.width)
    else { return nil }
    (self.gain, self.bias) = (gain, bias)
  }
}

/// A map from what is known of a piece to the scores of labels.
struct LabelHead {
  fileprivate let map: LinearMap
  /// Outputs are stored in panels of sixteen; the first are those of `AttributionLabel`, by raw value.
  static let columns = 16

  init?(_ store: inout EncoderStore) {
    guard let map = LinearMap(EncoderModel.width, Self.columns, &store) else { return nil }
    self.map = map
  }
}

/// The weights of a layer.
struct EncoderLayer {
  fileprivate let query: LinearMap
  fileprivate let keys: LinearMap
  fileprivate let values: LinearMap
  fileprivate let seen: LinearMap
  fileprivate let widening: LinearMap
  fileprivate let narrowing: LinearMap
  fileprivate let afterAttention: Normalisation
  fileprivate let afterMaps: Normalisation

  init?(_ store: inout EncoderStore) {
    let (width, inner) = (EncoderModel.width, EncoderModel.innerWidth)
    guard let query = LinearMap(width, width, &store), let keys = LinearMap(width, width, &store),
      let values = LinearMap(width, width, &store), let seen = LinearMap(width, width, &store),
      let widening = LinearMap(width, inner, &store),
      let narrowing = LinearMap(inner, width, &store),
      let afterAttention = Normalisation(&store), let afterMaps = Normalisation(&store)
    else { return nil }
    (self.query, self.keys, self.values, self.seen) = (query, keys, values, seen)
    (self.widening, self.narrowing) = (widening, narrowing)
    (self.afterAttention, self.afterMaps) = (afterAttention, afterMaps)
  }
}

/// Does the arithmetic of layers and heads, in memory that it keeps.
final class EncoderArithmetic {
  private static let rows = EncoderModel.limit
  private let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: rows * EncoderModel.innerWidth)
  private let units = UnsafeMutablePointer<Float>.allocate(capacity: rows)
  private let query = UnsafeMutablePointer<Float>.allocate(capacity: rows * EncoderModel.width)
  private let keys = UnsafeMutablePointer<Float>.allocate(capacity: rows * EncoderModel.width)
  private let values = UnsafeMutablePointer<Float>.allocate(capacity: rows * EncoderModel.width)
  private let seen = UnsafeMutablePointer<Float>.allocate(capacity: rows * EncoderModel.width)
  private let inner = UnsafeMutablePointer<Float>.allocate(capacity: rows * EncoderModel.innerWidth)
  private let scratch = UnsafeMutablePointer<Float>.allocate(capacity: rows * 33)

  deinit {
    bytes.deallocate()
    for memory in [units, query, keys, values, seen, inner, scratch] { memory.deallocate() }
  }

  /// Reads `count` rows, at most `EncoderModel.limit`, with a layer; they change in place.
  func apply(_ layer: EncoderLayer, to rows: UnsafeMutablePointer<Float>, _ count: Int) {
    let (width, inner) = (EncoderModel.width, EncoderModel.innerWidth)
    quantise(rows, count, width)
    map(layer.query, count, into: query)
    map(layer.keys, count, into: keys)
    map(layer.values, count, into: values)
    ctransformer_attend(
      query, keys, values, Int32(count), Int32(EncoderModel.heads), scratch, seen)
    quantise(seen, count, width)
    map(layer.seen, count, into: query)
    normalise(rows, adding: query, count, layer.afterAttention)
    quantise(rows, count, width)
    map(layer.widening, count, into: self.inner)
    ctransformer_gelu(self.inner, count * inner)
    quantise(self.inner, count, inner)
    map(layer.narrowing, count, into: query)
    normalise(rows, adding: query, count, layer.afterMaps)
  }

  /// The scores of a head for `count` rows: `LabelHead.columns` for each.
  func scores(
    of head: LabelHead, for rows: UnsafePointer<Float>, _ count: Int
  ) -> [Float] {
    quantise(rows, count, EncoderModel.width)
    return [Float](unsafeUninitializedCapacity: count * LabelHead.columns) { scores, size in
      size = count * LabelHead.columns
      if let base = scores.baseAddress { map(head.map, count, into: base) }
    }
  }

  /// Adds to rows, and makes each of mean 0 and variance 1 before gain and bias.
  func normalise(
    _ rows: UnsafeMutablePointer<Float>, adding other: UnsafePointer<Float>, _ count: Int,
    _ weights: Normalisation
  ) {
    ctransformer_normalise(
      rows, other, Int32(count), Int32(EncoderModel.width), weights.gain, weights.bias)
  }

  private func quantise(_ rows: UnsafePointer<Float>, _ count: Int, _ width: Int) {
    ctransformer_quantise(rows, Int32(count), Int32(width), bytes, units)
  }

  private func map(_ map: LinearMap, _ count: Int, into result: UnsafeMutablePointer<Float>) {
    var stored = map.stored
    ctransformer_apply(&stored, bytes, units, Int32(count), result)
  }
}
