// The trained weights, as they are stored: small integers that are read where they lie.

import EmbeddedData

/// The weights of the linear-chain conditional random field (Lafferty, McCallum, Pereira 2001).
///
/// Layout, little-endian: "GCRF", version (UInt32), rows (UInt32), scale of the table (Float32), then
/// transitions [contexts][from][to] as Float32, then the table [rows][8] as Int8.
package struct AttributionModel: @unchecked Sendable {
  // Unchecked because the memory behind the pointers is never written and lives as long as the program,
  // or as long as `owner`.
  /// The weights: rows of a column for each label.
  let table: UnsafePointer<SIMD8<Int8>>
  /// The scores of labels that follow each other: [context][from][to].
  let transitions: [Float]
  /// The same as [context][to][from].
  let arrivals: [Float]
  /// What one unit of the table is worth.
  let scale: Float
  private let owner: [UInt8]?

  static let headerSize = 16
  private static let transitionSize =
    AttributionFeatures.transitions * AttributionLabel.columns * AttributionLabel.columns * 4

  /// The bytes of a stored model.
  static var storedSize: Int { headerSize + transitionSize + AttributionFeatures.rows * 8 }

  /// Reads a model from memory that is never freed; nil when it is no model of this version.
  init?(_ bytes: UnsafeRawBufferPointer, owner: [UInt8]? = nil) {
    guard bytes.count == Self.storedSize, bytes.starts(with: "GCRF".utf8),
      bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self) == 1,
      bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self) == UInt32(AttributionFeatures.rows),
      let base = bytes.baseAddress
    else { return nil }
    scale = bytes.loadUnaligned(fromByteOffset: 12, as: Float.self)
    let transitions = (0..<Self.transitionSize / 4).map { at in
      bytes.loadUnaligned(fromByteOffset: Self.headerSize + at * 4, as: Float.self)
    }
    self.transitions = transitions
    let columns = AttributionLabel.columns
    arrivals = transitions.indices.map { at in
      let (context, to, from) = (at / (columns * columns), at / columns % columns, at % columns)
      return transitions[(context * columns + from) * columns + to]
    }
    table = (base + Self.headerSize + Self.transitionSize).assumingMemoryBound(
      to: SIMD8<Int8>.self)
    self.owner = owner
  }

  /// The model that is compiled into the program; nil when it was built without one.
  static let embedded: AttributionModel? = AttributionModel(EmbeddedModels.attribution)
}
