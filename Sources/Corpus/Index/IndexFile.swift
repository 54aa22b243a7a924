// The file of the index. All numbers are little-endian, 8 bytes long:
//
//     "galley index 1\n"   entries   check of the table
//     table                a row an entry, in the order of keys: key (16), where it begins, length, check
//     entries              those that were used last first
//
// Nothing in it is believed that its check does not confirm.

/// The entries of an index as they are in a file.
struct IndexFile: Sendable {
  /// An entry: whose it is, and its bytes.
  struct Entry {
    var key: IndexKey
    var bytes: ArraySlice<UInt8>
  }

  private struct Row {
    var key: IndexKey
    var start: Int
    var length: Int
    var check: UInt64
  }

  private static let magic = Array("galley index 1\n\0".utf8)
  private static let headLength = magic.count + 16
  private static let rowLength = 40

  private let bytes: [UInt8]
  private let count: Int

  /// An index without entries.
  init() { (bytes, count) = ([], 0) }

  /// Reads a file; nil when it is none of ours, or damaged at its beginning.
  init?(_ bytes: [UInt8]) {
    var head = PackedReader(bytes[...])
    guard (try? head.bytes(Self.magic.count)).map({ $0.elementsEqual(Self.magic) }) == true,
      let number = try? head.fixed(), let check = try? head.fixed(),
      number <= UInt64(head.count / Self.rowLength)
    else { return nil }
    count = Int(number)
    self.bytes = bytes
    let table = bytes[Self.headLength..<Self.headLength + count * Self.rowLength]
    guard Self.check(of: table) == check else { return nil }
  }

  /// Puts entries into a file: as many of the first ones as go into `length` bytes, each key once.
  init(_ entries: some Sequence<Entry>, upTo length: Int) {
    var (rows, body, known) = ([Row](), [UInt8](), Set<IndexKey>())
    for entry in entries where !known.contains(entry.key) {
      let size = Self.headLength + (rows.count + 1) * Self.rowLength + body.count
      guard size + entry.bytes.count <= length else { break }
      known.insert(entry.key)
      rows.append(
        Row(
          key: entry.key, start: body.count, length: entry.bytes.count,
          check: Self.check(of: entry.bytes)))
      body += entry.bytes
    }
    count = rows.count
    bytes = Self.head(of: rows.sorted { $0.key < $1.key }) + body
  }

  /// The bytes of the file.
  var contents: [UInt8] { bytes }

  /// The bytes of an entry; nil when there is none, or when it is damaged.
  subscript(key: IndexKey) -> ArraySlice<UInt8>? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if let row = row(middle), row.key < key { low = middle + 1 } else { high = middle }
    }
    guard low < count, let row = row(low), row.key == key else { return nil }
    return entry(of: row)?.bytes
  }

  /// The entries, those that were used last first; damaged ones are left out.
  var entries: [Entry] {
    (0..<count).compactMap(row).sorted { $0.start < $1.start }.compactMap(entry)
  }

  private func row(_ index: Int) -> Row? {
    var row = PackedReader(bytes.dropFirst(Self.headLength + index * Self.rowLength))
    guard let high = try? row.fixed(), let low = try? row.fixed(), let start = try? row.fixed(),
      let length = try? row.fixed(), let check = try? row.fixed()
    else { return nil }
    return Row(
      key: IndexKey(high: high, low: low), start: Int(clamping: start),
      length: Int(clamping: length), check: check)
  }

  private func entry(of row: Row) -> Entry? {
    let body = bytes.dropFirst(Self.headLength + count * Self.rowLength)
    guard row.start <= body.count, row.length <= body.count - row.start else { return nil }
    let entry = body.dropFirst(row.start).prefix(row.length)
    return Self.check(of: entry) == row.check ? Entry(key: row.key, bytes: entry) : nil
  }

  private static func head(of rows: [Row]) -> [UInt8] {
    var table = PackedWriter()
    for row in rows {
      for number in [row.key.high, row.key.low, UInt64(row.start), UInt64(row.length), row.check] {
        table.append(fixed: number)
      }
    }
    var head = PackedWriter()
    head.append(contentsOf: magic)
    head.append(fixed: UInt64(rows.count))
    head.append(fixed: check(of: table.bytes[...]))
    return head.bytes + table.bytes
  }

  /// A number that changes with every byte (FNV-1a, over words of 8 bytes, mixed once more): tells damage, not
  /// malice; whoever can write the file can run the program.
  private static func check(of bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { bytes in
      var check: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
      var place = 0
      while place < bytes.count {
        var word = UInt64(0)
        if place + 8 <= bytes.count {
          word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
        } else {
          for byte in bytes[place...] { word = word << 8 | UInt64(byte) }
        }
        check = (check ^ word) &* 0x0000_0100_0000_01B3
        check ^= check >> 29
        place += 8
      }
      return check
    }
  }
}
