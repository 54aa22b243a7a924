// Files that hold no text and that no reader knows, so that the error can say what they are.

import ArticleModel

/// Formats that articles cannot be read from.
enum BinaryFormat {
  /// What a file is, for people: "a PDF document"; nil when it may be text.
  static func name(of beginning: ByteSample) -> String? {
    if let name = signatureName(of: beginning) { return name }
    if EncodingGuess.wideEncoding(of: beginning) != nil { return nil }
    return beginning.controlBytes * 50 > beginning.count ? "a binary file" : nil
  }

  /// The first bytes of files that are often mistaken for articles (file signatures of libmagic).
  private static let signatures: [(bytes: [UInt8], name: String)] = [
    ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    (Array("GIF87a".utf8), "a GIF picture"),
    (Array("GIF89a".utf8), "a GIF picture"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("SQLite format 3\0".utf8), "an SQLite database"),
  ]

  private static func signatureName(of beginning: ByteSample) -> String? {
    signatures.first { beginning.bytes.starts(with: $0.bytes) }?.name
  }
}
