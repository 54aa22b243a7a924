// The files in a ZIP archive, for whoever unpacks them: what the directory says of each, before any byte of
// it is inflated.

import ArticleModel

/// An archive whose files can be taken out one by one.
package final class PackedFiles {
  /// What the directory of the archive says of a file.
  package struct File: Hashable, Sendable {
    /// The name as it stands there, whatever it is.
    package let name: String
    /// How many bytes are to come out of it.
    package let size: Int
    /// How many bytes it takes in the archive.
    package let packedSize: Int
    /// Whether it is a file with bytes of its own: no link, folder, pipe or device.
    package let isPlain: Bool
    /// Whether it is encrypted.
    package let isEncrypted: Bool
  }

  /// The files, in the order of the directory; one name may stand there twice.
  package let files: [File]
  private let archive: ZipArchive
  private let entries: [ZipArchive.Entry]

  /// Type bits of a regular file (stat(2)).
  private static let regular = 0o100000

  /// Reads the directory of an archive.
  /// - Parameters:
  ///   - name: what errors call it.
  ///   - allowance: so many bytes may come out of it, over all its files.
  package init(_ bytes: [UInt8], named name: String, allowance: Int) throws(ImportError) {
    let document = SourceDocument(source: SourceBytes(bytes), name: name)
    archive = try ZipArchive(document, allowance: allowance)
    let list = ZipDirectory(of: document.source.bytes)?.list ?? []
    entries = list.map(\.entry)
    files = list.map { name, entry in
      File(
        name: name, size: entry.size, packedSize: entry.packedSize,
        isPlain: [0, Self.regular].contains(entry.fileType) && name.last != "/",
        isEncrypted: entry.isEncrypted)
    }
  }

  /// Whether bytes begin as archives do.
  package static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer(ZipArchive.isOne)
  }

  /// The bytes of the file at an index of `files`; throws when they are not what the directory says.
  package func contents(at index: Int) throws(ImportError) -> [UInt8] {
    let contents = try archive.contents(of: entries[index], named: files[index].name)
    return withExtendedLifetime(contents) { Array(contents.bytes) }
  }
}
