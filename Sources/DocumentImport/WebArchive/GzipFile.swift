// A single article that was compressed with gzip.

import ArticleModel
import CZip

/// Reads what is compressed in a file, whichever format that is in.
struct GzipReader: DocumentReader {
  var extractor: ArticleMetadata.Extractor { .init(name: "gzip", version: "1") }
  var nameEndings: [String] { [] }

  /// A document is inflated to so many bytes.
  private static let largest = 64 << 20

  func recognises(_ beginning: ByteSample) -> Bool { GzipFile.isOne(beginning.bytes) }

  func read(_ document: SourceDocument) throws(ImportError) -> DocumentContent {
    let outcome = Inflation.inflate(
      document.source.bytes, as: CZIP_GZIP, most: Self.largest)
    switch outcome.ending {
    case CZIP_COMPLETE: break
    case CZIP_TOO_LONG: throw .tooLarge(document.name, megabytes: Self.largest >> 20)
    default: throw .damaged(document.name, what: "the gzip archive is damaged or cut off")
    }
    let inner = SourceDocument(
      source: SourceBytes(outcome.bytes), name: GzipFile.innerName(of: document.name))
    let beginning = ByteSample(of: inner.source.bytes)
    if GzipFile.isOne(beginning.bytes) || CollectionReaders.reader(for: inner) != nil {
      throw .unsupported(
        document.name,
        what: "it contains several articles or another archive; unpack it with gunzip")
    }
    return try DocumentReaders.reader(for: beginning, named: inner.name).read(inner)
  }
}

/// Files that begin as gzip's do (RFC 1952).
enum GzipFile {
  /// Whether a file is one.
  static func isOne(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: [0x1F, 0x8B, 0x08])
  }

  /// The name of a file without the ending that compression gave it.
  static func innerName(of name: String) -> String {
    name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
  }
}
