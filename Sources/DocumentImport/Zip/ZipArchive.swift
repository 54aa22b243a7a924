// ZIP archives (PKWARE APPNOTE.TXT 6.3), read in memory and out of no order: what a book or a text document is
// packed in. Nothing is ever unpacked to the disk, so names in an archive lead nowhere.

import ArticleModel
import CZip

/// An archive in memory.
///
/// A class because all that is read of one archive counts against one allowance.
final class ZipArchive {
  /// A file in the archive, as the directory at its end describes it.
  struct Entry {
    var method: Int
    var isEncrypted: Bool
    var checksum: UInt32
    var packedSize: Int
    var size: Int
    /// Where its own header stands.
    var start: Int
    /// The type bits of its mode, as Unix has them (stat(2)); 0 when the archive does not say.
    var fileType = 0
  }

  /// The files by their names. Of several with one name the first counts.
  let entries: [String: Entry]
  private let document: SourceDocument
  /// So many bytes may still come out of the archive.
  private var allowance: Int

  /// No single file in an archive may be longer, in bytes.
  static let longestEntry = 64 << 20

  /// Reads the directory of an archive, of which so many bytes may come out.
  init(_ document: SourceDocument, allowance: Int = 256 << 20) throws(ImportError) {
    self.document = document
    self.allowance = allowance
    guard let directory = ZipDirectory(of: document.source.bytes) else {
      throw .damaged(document.name, what: "this is not an archive, or it is cut off")
    }
    guard let entries = directory.entries else {
      throw .damaged(document.name, what: "the directory of the archive is damaged")
    }
    self.entries = entries
  }

  /// Whether a file begins as archives do.
  static func isOne(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  /// The contents of a file; nil when there is none of this name.
  func contents(of name: String) throws(ImportError) -> SourceBytes? {
    guard let entry = entries[name] else { return nil }
    return try contents(of: entry, named: name)
  }

  /// The contents of a file that the directory has under this name.
  func contents(of entry: Entry, named name: String) throws(ImportError) -> SourceBytes {
    if entry.isEncrypted {
      throw .unsupported(
        document.name, what: "it is encrypted; save it without a password and open that")
    }
    guard entry.size <= min(Self.longestEntry, allowance) else {
      throw .tooLarge(document.name, megabytes: min(Self.longestEntry, allowance) >> 20)
    }
    allowance -= entry.size
    let packed = try packedBytes(of: entry, named: name)
    guard let bytes = Self.unpack(packed, entry),
      bytes.withUnsafeBufferPointer({ czip_checksum($0.baseAddress, $0.count) }) == entry.checksum
    else { throw damaged(name) }
    return SourceBytes(bytes)
  }

  private func packedBytes(
    of entry: Entry, named name: String
  ) throws(ImportError) -> UnsafeBufferPointer<UInt8> {
    let bytes = document.source.bytes
    guard entry.method == 0 || entry.method == 8 else {
      throw .unsupported(
        document.name, what: "“\(name)” in it is compressed in a way that Galley does not know")
    }
    guard bytes.has("PK\u{3}\u{4}", at: entry.start), entry.start + 30 <= bytes.count else {
      throw damaged(name)
    }
    let start =
      entry.start + 30 + bytes.number(at: entry.start + 26, bytes: 2)
      + bytes.number(at: entry.start + 28, bytes: 2)
    guard start <= bytes.count, entry.packedSize <= bytes.count - start else {
      throw damaged(name)
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<start + entry.packedSize])
  }

  private func damaged(_ name: String) -> ImportError {
    .damaged(document.name, what: "“\(name)” in the archive is damaged")
  }

  /// The bytes that were packed; nil unless they are as many as the directory says.
  private static func unpack(_ packed: UnsafeBufferPointer<UInt8>, _ entry: Entry) -> [UInt8]? {
    if entry.method == 0 { return packed.count == entry.size ? Array(packed) : nil }
    return Inflation.inflate(packed, as: CZIP_RAW, exactly: entry.size)
  }
}
