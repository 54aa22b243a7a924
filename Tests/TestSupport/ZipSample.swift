// ZIP archives as tests need them: well-formed ones, and each field of them as wrong as somebody may make it.

/// An archive that is put together file by file.
public struct ZipSample: Sendable {
  /// A file in an archive, and what its headers say of it.
  public struct File: Sendable {
    /// Its name.
    public var name: String
    /// What stands in the archive.
    public var bytes: [UInt8]
    /// The number of the method of compression.
    public var method: UInt16 = 0
    /// Bit 0 says that it is encrypted.
    public var flags: UInt16 = 0
    /// The mode that Unix gave it, with its type; 0 when the directory does not say.
    public var mode: UInt16 = 0
    /// The CRC-32 of the contents.
    public var checksum: UInt32
    /// The length of the contents in bytes.
    public var size: UInt32
    /// What stands in its own place, where that is not what the directory says; nil for the contents.
    public var stored: [UInt8]?
    /// Where the directory says that the file begins; nil for where it does.
    public var start: UInt32?

    /// A file as it should be, stored without compression.
    public init(_ name: String, _ bytes: [UInt8]) {
      (self.name, self.bytes) = (name, bytes)
      checksum = Checksum.crc32(bytes)
      size = UInt32(bytes.count)
    }

    /// A text.
    public init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    /// A file of one byte that stands `count` times, deflated. Its checksum takes a while, and may be
    /// left wrong.
    public init(_ name: String, repeating byte: UInt8, count: Int, isChecked: Bool = false) {
      self.init(name, Deflated.repeating(byte, count: count))
      method = 8
      size = UInt32(truncatingIfNeeded: count)
      checksum = isChecked ? Checksum.crc32(repeatElement(byte, count: count)) : 0
    }

    /// A file whose bytes are deflated without getting shorter.
    public init(deflating name: String, _ text: String) {
      let plain = Array(text.utf8)
      self.init(name, Deflated.stored(plain))
      method = 8
      size = UInt32(plain.count)
      checksum = Checksum.crc32(plain)
    }
  }

  /// The files, in their order.
  public var files: [File]

  /// An archive of files.
  public init(_ files: [File]) { self.files = files }

  /// How long the archive is without its directory, in bytes.
  public var archiveLength: Int {
    files.reduce(0) { $0 + 30 + $1.name.utf8.count + ($1.stored ?? $1.bytes).count }
  }

  /// The archive.
  public var bytes: [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let start = file.start ?? UInt32(archive.count)
      let name = Array(file.name.utf8)
      let common =
        Self.little(file.flags) + Self.little(file.method) + [0, 0, 0, 0]
        + Self.little(file.checksum) + Self.little(UInt32(file.bytes.count))
        + Self.little(file.size) + Self.little(UInt16(name.count)) + [0, 0]
      archive += [0x50, 0x4B, 3, 4, 20, 0] + common + name + (file.stored ?? file.bytes)
      directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + common + [UInt8](repeating: 0, count: 8)
      directory += Self.little(file.mode) + Self.little(start) + name
    }
    let count = UInt16(truncatingIfNeeded: files.count)
    return archive + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.little(count)
      + Self.little(count) + Self.little(UInt32(directory.count))
      + Self.little(UInt32(archive.count)) + [0, 0]
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}

/// The checksum of ZIP and gzip.
public enum Checksum {
  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
    }
  }

  /// The CRC-32 of bytes.
  public static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(UInt32.max) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
  }
}

/// Streams of deflated bytes (RFC 1951), made by hand.
public enum Deflated {
  /// Bytes as they are, in blocks without compression.
  public static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    repeat {
      let count = min(bytes.count - at, 0xFFFF)
      result.append(at + count == bytes.count ? 1 : 0)
      for length in [UInt16(count), ~UInt16(count)] {
        result += [UInt8(truncatingIfNeeded: length), UInt8(length >> 8)]
      }
      result += bytes[at..<at + count]
      at += count
    } while at < bytes.count
    return result
  }

  /// A byte below 144 that stands `count` times: the byte, copies of 258 of it, and the rest one by one.
  public static func repeating(_ byte: UInt8, count: Int) -> [UInt8] {
    var bits = Bits()
    bits.append(0b011, count: 3)
    let copies = max(count - 1, 0) / 258
    for _ in 0..<count - copies * 258 { bits.appendCode(0x30 + UInt32(byte), count: 8) }
    // Length 258 is symbol 285, whose code is 11000101; distance 1 is 00000.
    for _ in 0..<copies {
      bits.appendCode(0b1100_0101, count: 8)
      bits.append(0, count: 5)
    }
    bits.append(0, count: 7)
    return bits.bytes
  }

  /// A gzip stream of bytes (RFC 1952).
  public static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    let trailer = [Checksum.crc32(bytes), UInt32(bytes.count)].flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + stored(bytes) + trailer
  }

  private struct Bits {
    var bytes: [UInt8] = []
    private var used = 8

    /// Adds bits, the lowest first.
    mutating func append(_ value: UInt32, count: Int) {
      for place in 0..<count { add(value >> UInt32(place) & 1) }
    }

    /// Adds the bits of a code, the highest first.
    mutating func appendCode(_ value: UInt32, count: Int) {
      for place in (0..<count).reversed() { add(value >> UInt32(place) & 1) }
    }

    private mutating func add(_ bit: UInt32) {
      if used == 8 {
        bytes.append(0)
        used = 0
      }
      bytes[bytes.count - 1] |= UInt8(bit) << UInt8(used)
      used += 1
    }
  }
}
