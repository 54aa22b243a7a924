// The directory at the end of a ZIP archive, and where it is (APPNOTE.TXT 6.3, sections 4.3.12 to 4.3.16).

/// Finds the directory of an archive.
struct ZipDirectory {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Where the directory stands.
  private let range: Range<Int>
  /// How many bytes stand before the archive in the file.
  private let offset: Int

  /// The record at the end is at least so long, and a comment of 64 KB may follow.
  private static let endRecord = 22
  private static let longestComment = 65_535
  /// The fixed part of an entry.
  private static let entryHeader = 46
  /// No archive with more files is read.
  private static let most = 65_536

  /// Looks for the record at the end of an archive; nil when there is none that makes sense.
  init?(of bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var at = bytes.count - Self.endRecord
    let last = max(0, at - Self.longestComment)
    while at >= last {
      if bytes.has("PK\u{5}\u{6}", at: at), let found = Self.directory(of: bytes, endRecord: at) {
        (range, offset) = found
        return
      }
      at -= 1
    }
    return nil
  }

  /// Where the directory is that a record at the end describes.
  private static func directory(
    of bytes: UnsafeBufferPointer<UInt8>, endRecord at: Int
  ) -> (range: Range<Int>, offset: Int)? {
    var size = bytes.number(at: at + 12, bytes: 4)
    var start = bytes.number(at: at + 16, bytes: 4)
    var end = at
    // The numbers of archives beyond 4 GB stand in a record before this one.
    if bytes.has("PK\u{6}\u{7}", at: at - 20) {
      let wide = bytes.number(at: at - 12, bytes: 8)
      if bytes.has("PK\u{6}\u{6}", at: wide), wide + 56 <= at {
        (size, start) = (
          bytes.number(at: wide + 40, bytes: 8), bytes.number(at: wide + 48, bytes: 8)
        )
        end = wide
      }
    }
    guard size <= end, start <= end - size else { return nil }
    return (end - size..<end, end - size - start)
  }

  /// The files in it by their names, of several with one name the first; nil when it is damaged or has too
  /// many.
  var entries: [String: ZipArchive.Entry]? {
    list.map { Dictionary($0.map { ($0.name, $0.entry) }) { first, _ in first } }
  }

  /// All that stands in it, in its order; nil when it is damaged or has too many files.
  var list: [(name: String, entry: ZipArchive.Entry)]? {
    var list: [(name: String, entry: ZipArchive.Entry)] = []
    var at = range.lowerBound
    var count = 0
    while at + Self.entryHeader <= range.upperBound {
      count += 1
      guard bytes.has("PK\u{1}\u{2}", at: at), count <= Self.most else { return nil }
      let lengths = [28, 30, 32].map { bytes.number(at: at + $0, bytes: 2) }
      let nameStart = at + Self.entryHeader
      let next = nameStart + lengths.reduce(0, +)
      guard next <= range.upperBound else { return nil }
      let name = String(decoding: bytes[nameStart..<nameStart + lengths[0]], as: UTF8.self)
      let extra = nameStart + lengths[0]..<nameStart + lengths[0] + lengths[1]
      list.append((name, entry(at: at, extra: extra)))
      at = next
    }
    return list
  }

  private func entry(at: Int, extra: Range<Int>) -> ZipArchive.Entry {
    var numbers = [24, 20, 42].map { bytes.number(at: at + $0, bytes: 4) }
    widen(&numbers, by: extra)
    return ZipArchive.Entry(
      method: bytes.number(at: at + 10, bytes: 2),
      isEncrypted: bytes.number(at: at + 8, bytes: 2) & 1 == 1,
      checksum: UInt32(bytes.number(at: at + 16, bytes: 4)), packedSize: numbers[1],
      size: numbers[0], start: numbers[2] > bytes.count ? bytes.count : numbers[2] + offset,
      fileType: bytes.number(at: at + 40, bytes: 2) & 0o170000)
  }

  /// Numbers of which all bits are set stand in an extra field (section 4.5.3), in this order.
  private func widen(_ numbers: inout [Int], by extra: Range<Int>) {
    var field = extra.lowerBound
    while field + 4 <= extra.upperBound {
      let end = field + 4 + bytes.number(at: field + 2, bytes: 2)
      if bytes.number(at: field, bytes: 2) == 1 {
        var at = field + 4
        for index in numbers.indices where numbers[index] == 0xFFFF_FFFF {
          guard at + 8 <= min(end, extra.upperBound) else { return }
          numbers[index] = bytes.number(at: at, bytes: 8)
          at += 8
        }
      }
      field = end
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// A number of up to eight bytes, the lowest first; never negative, and 0 beyond the end.
  func number(at start: Int, bytes: Int) -> Int {
    guard start >= 0, start <= count - bytes else { return 0 }
    let number = (0..<bytes).reduce(UInt64(0)) { $0 | UInt64(self[start + $1]) << (8 * UInt64($1)) }
    return Int(clamping: number) & (Int.max >> 1)
  }
}
