// Compressed bytes for tests, made by hand: one byte, repeated as often as DEFLATE can say it in few bits.

/// A gzip stream that grows by a factor of some 160 (RFC 1951, RFC 1952).
enum CompressedRuns {
  /// So many times 258 bytes of zeroes, without an end where `isWhole` is false.
  static func zeroes(runs: Int, isWhole: Bool) -> [UInt8] {
    var writer = BitWriter(bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255])
    // The last block, with fixed Huffman codes; the literal 0.
    writer.write(0b1, bits: 1)
    writer.write(0b01, bits: 2)
    writer.writeCode(0b0011_0000, bits: 8)
    for _ in 0..<runs {
      // Length 258 (code 285), distance 1 (code 0).
      writer.writeCode(0b1100_0101, bits: 8)
      writer.writeCode(0, bits: 5)
    }
    if isWhole { writer.writeCode(0, bits: 7) }
    return writer.bytes
  }

  private struct BitWriter {
    var bytes: [UInt8]
    private var used = 8

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func write(_ value: Int, bits: Int) {
      for bit in 0..<bits { write(bit: value >> bit & 1) }
    }

    /// Huffman codes begin with their most significant bit.
    mutating func writeCode(_ code: Int, bits: Int) {
      for bit in (0..<bits).reversed() { write(bit: code >> bit & 1) }
    }

    private mutating func write(bit: Int) {
      if used == 8 {
        bytes.append(0)
        used = 0
      }
      bytes[bytes.count - 1] |= UInt8(bit) << UInt8(used)
      used += 1
    }
  }
}
