// One copy of a page: its file, and what the record beside it says.

import ArticleModel
import Sidecars

/// A page that is kept.
package struct ArchivedCopy: Hashable, Sendable {
  /// The path of the bytes. It stays when the page is fetched again.
  package let path: String
  /// Where it came from, and when.
  package let record: CopyRecord

  init(path: String, record: CopyRecord) { (self.path, self.record) = (path, record) }

  /// The copy at a path; nil when there is no file, or none with a record.
  package init?(at path: String, on files: any FileSystem = PosixFileSystem()) {
    let recordPath = path + CopyRecord.suffix
    guard let status = (try? files.status(of: recordPath)) ?? nil, status.kind == .file,
      status.size <= Self.longestRecord, let bytes = (try? files.contents(of: recordPath)) ?? nil,
      let record = CopyRecord(parsing: bytes), files.exists(path)
    else { return nil }
    self.init(path: path, record: record)
  }

  /// No record is longer, in bytes: it has two addresses, a title and a few short members.
  private static let longestRecord = 1 << 20

  /// Whether the bytes are those that were fetched.
  package func isIntact(on files: any FileSystem = PosixFileSystem()) -> Bool {
    guard let bytes = (try? files.contents(of: path)) ?? nil else { return false }
    return bytes.withUnsafeBufferPointer { Digest(of: $0) } == record.digest
  }
}
