// The arithmetic of the encoder, against plain loops, and between kinds of processors.

import CTransformer
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite(.serialized) struct TransformerTests {
  /// Numbers that are the same in every run.
  private struct Numbers {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> Float {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(Int32(truncatingIfNeeded: state >> 33)) / Float(1 << 30) - 1
    }

    mutating func many(_ count: Int) -> [Float] { (0..<count).map { _ in next() } }
  }

  /// A linear map with its weights as floats too.
  private struct Map {
    let inputs: Int
    let outputs: Int
    var plain: [Float] = []
    var stored: [Int8] = []
    var scales: [Float] = []
    var offsets: [Int32] = []
    var bias: [Float] = []

    init(_ inputs: Int, _ outputs: Int, _ numbers: inout Numbers) {
      (self.inputs, self.outputs) = (inputs, outputs)
      let rows = (0..<outputs).map { _ in (0..<inputs).map { _ in Int8(numbers.next() * 127) } }
      scales = numbers.many(outputs).map { abs($0) / 100 }
      bias = numbers.many(outputs)
      offsets = rows.map { row in 128 * row.reduce(0) { $0 + Int32($1) } }
      for (row, scale) in zip(rows, scales) { plain += row.map { Float($0) * scale } }
      for panel in stride(from: 0, to: outputs, by: 16) {
        for group in stride(from: 0, to: inputs, by: 4) {
          for output in panel..<panel + 16 { stored += rows[output][group..<group + 4] }
        }
      }
    }

    func apply(to rows: [Float], _ count: Int) -> [Float] {
      var bytes = [UInt8](repeating: 0, count: rows.count)
      var units = [Float](repeating: 0, count: count)
      var result = [Float](repeating: 0, count: count * outputs)
      ctransformer_quantise(rows, Int32(count), Int32(inputs), &bytes, &units)
      stored.withUnsafeBufferPointer { weights in
        scales.withUnsafeBufferPointer { scales in
          offsets.withUnsafeBufferPointer { offsets in
            bias.withUnsafeBufferPointer { bias in
              var map = ctransformer_linear(
                weights: weights.baseAddress, scales: scales.baseAddress,
                offsets: offsets.baseAddress, bias: bias.baseAddress, inputs: Int32(inputs),
                outputs: Int32(outputs))
              ctransformer_apply(&map, bytes, units, Int32(count), &result)
            }
          }
        }
      }
      return result
    }

    func plainly(applyTo rows: [Float], _ count: Int) -> [Float] {
      (0..<count).flatMap { row in
        (0..<outputs).map { output in
          (0..<inputs).reduce(bias[output]) {
            $0 + rows[row * inputs + $1] * plain[output * inputs + $1]
          }
        }
      }
    }
  }

  @Test(
    "Products of eight bits come within a hundredth of those of floats", arguments: [1, 7, 8, 19])
  func products(count: Int) {
    var numbers = Numbers(UInt64(count))
    let map = Map(64, 32, &numbers)
    let rows = numbers.many(count * 64)
    let (found, exact) = (map.apply(to: rows, count), map.plainly(applyTo: rows, count))
    let largest = exact.map(abs).max() ?? 1
    for (one, other) in zip(found, exact) { #expect(abs(one - other) < largest / 100) }
  }

  @Test("Every kind of processor gets the same bits")
  func levels() {
    var numbers = Numbers(3)
    let map = Map(96, 48, &numbers)
    let rows = numbers.many(21 * 96)
    defer { ctransformer_limit(2) }
    var results: [[UInt32]] = []
    for level in 0..<ctransformer_levels() {
      ctransformer_limit(level)
      results.append(everything(map, rows).map(\.bitPattern))
    }
    for result in results.dropFirst() { #expect(result == results[0]) }
    #expect(results[0].contains { $0 != 0 })
  }

  /// All kernels, one after the other, on 21 rows of 96.
  private func everything(_ map: Map, _ rows: [Float]) -> [Float] {
    var result = map.apply(to: rows, 21)
    var (seen, changed) = ([Float](repeating: 0, count: rows.count), rows)
    var scratch = [Float](repeating: 0, count: 33 * 32)
    ctransformer_attend(rows, rows, rows, 21, 3, &scratch, &seen)
    ctransformer_normalise(
      &changed, seen, 21, 96, [Float](repeating: 2, count: 96), [Float](repeating: 1, count: 96))
    result += seen + changed
    ctransformer_gelu(&changed, changed.count)
    return result + changed
  }

  @Test("Attention is a mean of values, weighted by how far query and key agree")
  func attention() {
    var numbers = Numbers(5)
    let (count, heads) = (19, 2)
    let (query, keys, values) = (
      numbers.many(count * 64), numbers.many(count * 64), numbers.many(count * 64)
    )
    var scratch = [Float](repeating: 0, count: 33 * 32)
    var found = [Float](repeating: 0, count: count * 64)
    ctransformer_attend(query, keys, values, Int32(count), Int32(heads), &scratch, &found)
    for row in 0..<count {
      for head in 0..<heads {
        let own = (0..<count).map { other in
          exp(
            (0..<32).reduce(Float(0)) {
              $0 + query[row * 64 + head * 32 + $1] * keys[other * 64 + head * 32 + $1]
            } / Float(32).squareRoot())
        }
        let sum = own.reduce(0, +)
        let first = (0..<count).reduce(Float(0)) {
          $0 + own[$1] / sum * values[$1 * 64 + head * 32]
        }
        #expect(abs(first - found[row * 64 + head * 32]) < 1e-4)
      }
    }
  }

  @Test("Normalised rows have the mean and the variance that gain and bias ask for")
  func normalisation() {
    var numbers = Numbers(7)
    var rows = numbers.many(2 * 64)
    ctransformer_normalise(
      &rows, numbers.many(2 * 64), 2, 64, [Float](repeating: 3, count: 64),
      [Float](repeating: 5, count: 64))
    for row in [rows[..<64], rows[64...]] {
      let mean = row.reduce(0, +) / 64
      #expect(abs(mean - 5) < 1e-4)
      #expect(abs(row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 64 - 9) < 1e-3)
    }
  }

  @Test("The unit between maps is x times the normal distribution")
  func unit() {
    let points = (0..<64).map { Float($0) / 8 - 4 }
    var found = points
    ctransformer_gelu(&found, found.count)
    for (x, y) in zip(points, found) {
      #expect(abs(y - x * 0.5 * (1 + erf(x / Float(2).squareRoot()))) < 1e-5)
    }
  }
}
