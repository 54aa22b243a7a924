// The formats that Galley reads, and which of them a file is in.

import ArticleModel

/// The readers of documents.
enum DocumentReaders {
  /// All of them. Where the content of a file fits several, the first one reads it.
  static let all: [any DocumentReader] = [
    PDFReader(), WebPageReader(), MailReader(), OfficeReader(), GzipReader(), CaptionReader(),
    MarkdownReader(), PlainTextReader(),
  ]

  /// The reader for a file, told by its content first and by its name second; plain text is what nothing
  /// else is.
  static func reader(
    for beginning: ByteSample, named name: String, among readers: [any DocumentReader] = all
  ) throws(ImportError) -> any DocumentReader {
    if let recognised = readers.first(where: { $0.recognises(beginning) }) { return recognised }
    if let format = BinaryFormat.name(of: beginning) { throw .binary(name, format: format) }
    let file = name.utf8.split(separator: UInt8(ascii: "/")).last
    let ending = file?.split(separator: UInt8(ascii: ".")).dropFirst().last
    let named = ending.map { Substring($0).lowercased() }.flatMap { ending in
      readers.first { $0.nameEndings.contains(ending) }
    }
    return named ?? PlainTextReader()
  }
}
