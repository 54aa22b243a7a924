// Writes ZIP archives (PKWARE APPNOTE.TXT 6.3) that any program opens: deflated files with names in UTF-8.
//
//   header, name, bytes │ header, name, bytes │ … │ directory │ end record

import ArticleModel
import CZip

/// An archive that grows file by file.
package struct ZipWriter {
  private var archive: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0
  private let moment: [UInt8]

  /// Begins an archive whose files carry one moment.
  package init(at moment: Timestamp) { self.moment = Self.time(of: moment) }

  /// Adds a file.
  package mutating func add(_ bytes: [UInt8], named name: String) {
    let (method, packed) = Self.packed(bytes)
    let name = Array(name.utf8)
    let checksum = bytes.withUnsafeBufferPointer { czip_checksum($0.baseAddress, $0.count) }
    // Version 2.0 is needed; flag 11 says that the name is in UTF-8.
    var common = Self.little(20, 2) + Self.little(1 << 11, 2) + Self.little(method, 2) + moment
    common += Self.little(Int(checksum), 4) + Self.little(packed.count, 4)
    common += Self.little(bytes.count, 4) + Self.little(name.count, 2) + [0, 0]
    // Made on Unix, as a file that its owner writes and everybody reads.
    directory += [0x50, 0x4B, 1, 2] + Self.little(3 << 8 | 20, 2) + common
    directory += [0, 0, 0, 0, 0, 0] + Self.little(0o100644 << 16, 4)
    directory += Self.little(archive.count, 4) + name
    archive += [0x50, 0x4B, 3, 4] + common + name + packed
    count += 1
  }

  /// The archive as a file.
  package var bytes: [UInt8] {
    archive + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.little(count, 2)
      + Self.little(count, 2) + Self.little(directory.count, 4) + Self.little(archive.count, 4)
      + [0, 0]
  }

  /// The bytes deflated, or as they are where that is no longer, or would look like a bomb.
  private static func packed(_ bytes: [UInt8]) -> (method: Int, bytes: [UInt8]) {
    let room = czip_bound(bytes.count)
    let packed = [UInt8](unsafeUninitializedCapacity: room) { memory, count in
      count = bytes.withUnsafeBufferPointer {
        czip_deflate($0.baseAddress, $0.count, memory.baseAddress, room)
      }
    }
    let isWorthIt = !packed.isEmpty && packed.count < bytes.count
    let isBomb = BundleLimits.isBomb(size: bytes.count, packedSize: packed.count)
    return isWorthIt && !isBomb ? (8, packed) : (0, bytes)
  }

  /// Time and day of MS-DOS: two seconds, minutes, hours; days, months, years since 1980.
  private static func time(of moment: Timestamp) -> [UInt8] {
    guard let instant = moment.instant, let day = moment.day, (1980..<2108).contains(day.year)
    else { return [0, 0, 0x21, 0] }
    let seconds = instant.seconds % 86_400
    let time = (seconds / 3600) << 11 | (seconds / 60 % 60) << 5 | (seconds % 60) / 2
    return little(time, 2) + little((day.year - 1980) << 9 | day.month << 5 | day.day, 2)
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
