// The indexes of legacy encodings, read where they lie in the binary (Encoding Standard, section 5).

import EmbeddedData

/// Gives the code points of pointers. `Sources/EmbeddedData/Encodings/README.md` has the layout.
struct LegacyTables {
  /// One index: code points by pointer.
  struct Index {
    fileprivate let units: UnsafeRawBufferPointer

    var count: Int { units.count / 2 }

    /// The code point at a pointer; nil where the index has none.
    subscript(pointer: Int) -> UInt32? {
      guard pointer >= 0, pointer < count else { return nil }
      let unit = self.unit(pointer)
      return unit == 0 ? nil : UInt32(unit)
    }

    /// The unit at a place, whatever it means.
    func unit(_ place: Int) -> UInt16 {
      guard place < count else { return 0 }
      return UInt16(littleEndian: units.loadUnaligned(fromByteOffset: place * 2, as: UInt16.self))
    }
  }

  /// The single-byte encodings in the order in which their code points stand.
  static let singleByteNames = [
    "IBM866", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", "ISO-8859-5", "ISO-8859-6", "ISO-8859-7",
    "ISO-8859-8", "ISO-8859-10", "ISO-8859-13", "ISO-8859-14", "ISO-8859-15", "ISO-8859-16",
    "KOI8-R", "KOI8-U", "macintosh", "windows-874", "windows-1250", "windows-1251", "windows-1252",
    "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258",
    "x-mac-cyrillic",
  ]

  /// The indexes of the program.
  static var embedded: LegacyTables { LegacyTables(EmbeddedEncodings.indexes) }

  let jis0208: Index
  let jis0212: Index
  let eucKR: Index
  let gb18030: Index
  private let singleByte: Index
  private let gb18030Ranges: Index
  private let big5Low: Index
  private let big5Plane: Index

  private init(_ data: UnsafeRawBufferPointer) {
    let names = 4
    let sections = Int(data.loadUnaligned(fromByteOffset: names, as: UInt32.self))
    var (start, indexes) = (names + 4 + sections * 4, [Index]())
    for section in 0..<sections {
      let count = data.loadUnaligned(fromByteOffset: names + 4 + section * 4, as: UInt32.self)
      let end = start + Int(count) * 2
      indexes.append(Index(units: UnsafeRawBufferPointer(rebasing: data[start..<end])))
      start = end
    }
    (singleByte, jis0208, jis0212, eucKR) = (indexes[0], indexes[1], indexes[2], indexes[3])
    (gb18030, gb18030Ranges, big5Low, big5Plane) = (indexes[4], indexes[5], indexes[6], indexes[7])
  }

  /// The 128 code points of 0x80 to 0xFF in a single-byte encoding, by its place among the names; 0
  /// where a byte means nothing.
  func upperHalf(ofSingleByte encoding: Int) -> [UInt16] {
    (0..<128).map { singleByte.unit(encoding * 128 + $0) }
  }

  /// The code point of Big5 at a pointer.
  func big5(_ pointer: Int) -> UInt32? {
    guard let low = big5Low[pointer] else { return nil }
    let isInPlane2 = big5Plane.unit(pointer / 16) >> UInt16(pointer % 16) & 1 == 1
    return isInPlane2 ? 0x20000 | low : low
  }

  /// The code point that four bytes of GB18030 mean (Encoding Standard, section 5, "index gb18030 ranges
  /// code point").
  func gb18030(fourBytes pointer: Int) -> UInt32? {
    if pointer > 39_419 && pointer < 189_000 || pointer > 1_237_575 { return nil }
    if pointer >= 189_000 { return 0x10000 + UInt32(pointer - 189_000) }
    if pointer == 7457 { return 0xE7C7 }
    var (low, high) = (0, gb18030Ranges.count / 2)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(gb18030Ranges.unit(middle * 2)) <= pointer { low = middle } else { high = middle }
    }
    let start = Int(gb18030Ranges.unit(low * 2))
    return UInt32(gb18030Ranges.unit(low * 2 + 1)) + UInt32(pointer - start)
  }
}
