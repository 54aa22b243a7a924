// Documents of office programs: Word (.docx) and OpenDocument (.odt), told by what is in the archive.

import ArticleModel

/// Reads text documents of office programs.
struct OfficeReader: DocumentReader {
  var extractor: ArticleMetadata.Extractor { .init(name: "text document", version: "1") }
  var nameEndings: [String] { ["docx", "docm", "dotx", "odt", "ott", "fodt"] }

  /// Whether a file is an archive, an Office document of old, or OpenDocument in one piece.
  func recognises(_ beginning: ByteSample) -> Bool {
    ZipArchive.isOne(beginning.bytes) || CompoundFile.isOne(beginning.bytes)
      || OpenDocumentText.isFlat(beginning.bytes)
  }

  func read(_ document: SourceDocument) throws(ImportError) -> DocumentContent {
    let bytes = document.source.bytes
    if CompoundFile.isOne(bytes) { throw CompoundFile.refusal(of: bytes, named: document.name) }
    if !ZipArchive.isOne(bytes) {
      let tree = try XMLDocument.tree(of: bytes, named: document.name)
      return OpenDocumentText(tree).content(OpenDocumentText.metadata(of: tree))
    }
    let archive = try ZipArchive(document)
    if let part = try WordPackage.mainPart(of: archive, named: document.name) {
      return try WordPackage(part, archive, named: document.name).content()
    }
    if archive.entries["content.xml"] != nil, archive.entries["META-INF/manifest.xml"] != nil {
      return try openDocument(archive, named: document.name)
    }
    throw .binary(document.name, format: try Self.format(of: archive))
  }

  private func openDocument(
    _ archive: ZipArchive, named name: String
  ) throws(ImportError) -> DocumentContent {
    if let kind = try Self.kind(of: archive), !kind.contains("opendocument.text") {
      throw .binary(name, format: try Self.format(of: archive))
    }
    if let manifest = try archive.contents(of: "META-INF/manifest.xml"),
      manifest.bytes.firstIndex(of: "encryption-data") != nil
    {
      throw .unsupported(
        name, what: "it is encrypted; save it without a password and open that")
    }
    guard let text = try archive.contents(of: "content.xml") else {
      throw .damaged(name, what: "content.xml is missing in the document")
    }
    let tree = try XMLDocument.tree(of: text.bytes, named: name)
    let meta = try archive.contents(of: "meta.xml")
    let metaTree = meta.flatMap { try? XMLDocument.tree(of: $0.bytes, named: name) }
    let styles = try archive.contents(of: "styles.xml")
    let styleTree = styles.flatMap { try? XMLDocument.tree(of: $0.bytes, named: name) }
    return OpenDocumentText(tree, styles: styleTree).content(
      metaTree.map { OpenDocumentText.metadata(of: $0) } ?? OpenDocumentText.metadata(of: tree))
  }

  /// What OpenDocument files say of their kind.
  private static func kind(of archive: ZipArchive) throws(ImportError) -> String? {
    guard let size = archive.entries["mimetype"]?.size, size < 256 else { return nil }
    return try archive.contents(of: "mimetype").map {
      String(decoding: $0.bytes, as: UTF8.self).trimmed
    }
  }

  /// What an archive is that holds no text document.
  private static func format(of archive: ZipArchive) throws(ImportError) -> String {
    let kind = try kind(of: archive) ?? ""
    let names = archive.entries.keys
    if kind.contains("spreadsheet") || names.contains("xl/workbook.xml") { return "a spreadsheet" }
    if kind.contains("presentation") || names.contains("ppt/presentation.xml") {
      return "a presentation"
    }
    if kind.contains("opendocument") { return "an OpenDocument file without running text" }
    return "a ZIP archive without a book or a text document"
  }
}

/// The container of Office documents up to 2003, and of those with a password ([MS-CFB]).
enum CompoundFile {
  /// Whether a file is one.
  static func isOne(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1])
  }

  /// Why it is not read; its streams tell what it is, by names in UTF-16.
  static func refusal(of bytes: UnsafeBufferPointer<UInt8>, named name: String) -> ImportError {
    if bytes.firstIndex(of: "E\u{0}n\u{0}c\u{0}r\u{0}y\u{0}p\u{0}t\u{0}e\u{0}d\u{0}P\u{0}a\u{0}")
      != nil
    {
      return .unsupported(
        name, what: "it is encrypted; save it without a password and open that")
    }
    if bytes.firstIndex(of: "W\u{0}o\u{0}r\u{0}d\u{0}D\u{0}o\u{0}c\u{0}u\u{0}m\u{0}e\u{0}") != nil {
      return .unsupported(
        name,
        what: "this is a Word document from before 2007; save it as .docx or .odt and open that")
    }
    return .binary(name, format: "an old Office document")
  }
}
