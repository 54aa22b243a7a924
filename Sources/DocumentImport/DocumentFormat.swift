// What kind of file the bytes are. A new format gets a case here and a branch in ArticleLoader.

/// The formats that an article can be read from.
public enum DocumentFormat: Hashable, Sendable {
  /// Plain text in one of the usual encodings.
  case plainText
  /// A file that holds no plain text; the name is for people: "a PDF document".
  case binary(String)

  /// Tells the format from the beginning of a file.
  static func detected(in sample: ByteSample) -> DocumentFormat {
    if let name = signatureName(of: sample) { return .binary(name) }
    if TextEncoding.isUTF16(sample) { return .plainText }
    return sample.controlBytes * 50 > sample.count ? .binary("a binary file") : .plainText
  }

  /// The first bytes of files that are often mistaken for articles (file signatures of libmagic).
  private static let signatures: [(bytes: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "a PDF document"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive, as Word, OpenDocument and EPUB files are"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "an old Office document"),
    ([0x1F, 0x8B], "a gzip archive"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF87a".utf8), "a GIF picture"),
    (Array("GIF89a".utf8), "a GIF picture"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("SQLite format 3\0".utf8), "an SQLite database"),
  ]

  private static func signatureName(of sample: ByteSample) -> String? {
    signatures.first { sample.bytes.starts(with: $0.bytes) }?.name
  }
}
