// The trained weights of the encoder, as they are stored: read where they lie.

import CTransformer
import EmbeddedData

/// The weights of a transformer encoder (Vaswani et al. 2017) that labels word pieces: all-MiniLM-L6-v2, trained further
/// on annotated articles by Training/train_encoder.py, stored by Training/store_encoder.py.
///
/// Little-endian: "GENC", version, number of pieces, bytes of their text (UInt32), then the sections in the order of
/// the properties, each at a multiple of 64 bytes.
struct EncoderModel: @unchecked Sendable {
  // Unchecked because the memory behind the pointers is never written and lives as long as the program.

  /// Floats that are known of a word piece.
  static let width = 384
  /// Floats between the two maps of a layer's second half.
  static let innerWidth = 1536
  static let heads = 12
  /// The most word pieces that are read at once, the marks at either end included.
  static let limit = 256
  private static let layerCount = 6

  let pieces: WordPieces
  let embeddings: Embeddings
  let normalisation: Normalisation
  let layers: [EncoderLayer]
  let head: LabelHead

  /// What is known of a piece before it is read.
  struct Embeddings {
    /// What a unit of each piece is worth.
    let units: UnsafePointer<Float>
    /// [pieces][width]
    let bytes: UnsafePointer<Int8>
    /// [limit][width]
    let positions: UnsafePointer<Float>
    /// [lower case, a capital, capitals][width]
    let cases: UnsafePointer<Float>
    /// [outside, inside quotation marks][width]
    let quoted: UnsafePointer<Float>
  }

  /// Reads a model from memory that is never freed; nil when it is no model of this version.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard var store = EncoderStore(bytes), let pieces = WordPieces(&store) else { return nil }
    self.pieces = pieces
    let width = Self.width
    guard let units = store.next(Float.self, pieces.count),
      let rows = store.next(Int8.self, pieces.count * width),
      let positions = store.next(Float.self, Self.limit * width),
      let cases = store.next(Float.self, 3 * width),
      let quoted = store.next(Float.self, 2 * width),
      let normalisation = Normalisation(&store)
    else { return nil }
    embeddings = Embeddings(
      units: units, bytes: rows, positions: positions, cases: cases, quoted: quoted)
    self.normalisation = normalisation
    var layers: [EncoderLayer] = []
    for _ in 0..<Self.layerCount {
      guard let layer = EncoderLayer(&store) else { return nil }
      layers.append(layer)
    }
    self.layers = layers
    guard let head = LabelHead(&store) else { return nil }
    self.head = head
  }

  /// The model that is compiled into the program; nil when it was built without one.
  static let embedded = EncoderModel(EmbeddedModels.encoder)
}

/// The sections of a stored encoder, taken one after the other.
struct EncoderStore {
  /// How many word pieces there are, and how many bytes they take.
  let pieceCount: Int
  let pieceBytes: Int
  private let bytes: UnsafeRawBufferPointer
  private var at = 16

  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count > 16, bytes.starts(with: "GENC".utf8),
      bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self) == 1
    else { return nil }
    pieceCount = Int(bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
    pieceBytes = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
    self.bytes = bytes
  }

  /// The next section, of `count` values; nil when the store is too short.
  mutating func next<Value>(_ type: Value.Type, _ count: Int) -> UnsafePointer<Value>? {
    at = (at + 63) / 64 * 64
    let size = count * MemoryLayout<Value>.stride
    guard count >= 0, size <= bytes.count - at, let base = bytes.baseAddress else { return nil }
    defer { at += size }
    return (base + at).assumingMemoryBound(to: type)
  }
}
