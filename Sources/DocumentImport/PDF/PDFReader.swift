// PDF documents: newspapers, reports, statements. The text comes out by way of the program pdftotext.

import ArticleModel

/// Reads PDF documents.
struct PDFReader: DocumentReader {
  var extractor: ArticleMetadata.Extractor { .init(name: "PDF", version: "1") }
  var nameEndings: [String] { ["pdf"] }

  /// Larger documents are not read.
  private static let largest = 256 << 20
  /// The signature stands within so many bytes (ISO 32000-1, annex H, note 13).
  private static let signatureRoom = 1024

  func recognises(_ beginning: ByteSample) -> Bool {
    let signature = Array("%PDF-".utf8)
    if beginning.bytes.starts(with: signature) { return true }
    // A few bytes of rubbish may come first, but no text.
    guard let byte = beginning.bytes.first, byte < 0x20 || byte >= 0x80 else { return false }
    let room = beginning.bytes.prefix(Self.signatureRoom)
    return room.indices.contains { room[$0...].starts(with: signature) }
  }

  func read(_ document: SourceDocument) throws(ImportError) -> DocumentContent {
    let name = document.name
    guard document.source.bytes.count <= Self.largest else {
      throw .tooLarge(name, megabytes: Self.largest >> 20)
    }
    switch TextExtractor().run(on: document.source.bytes) {
    case .missing: throw .programMissing(name, program: "pdftotext", packages: Self.packages)
    case .excessive: throw .pdfTooLong(name)
    case .refused(let reason): throw Self.refusal(reason, name)
    case .text(let output): return try content(of: output, name)
    }
  }

  private static let packages =
    "poppler-utils on Debian, Ubuntu and Fedora, poppler with Homebrew on macOS"

  private static func refusal(_ reason: String, _ name: String) -> ImportError {
    if reason.contains("Incorrect password") { return .locked(name) }
    if reason.contains("Copying of text") { return .copyingForbidden(name) }
    if reason.contains("Usage:") || reason.contains("rror: Unknown option") {
      return .programMissing(name, program: "the pdftotext of Poppler", packages: packages)
    }
    return .brokenPDF(name)
  }

  private func content(of output: [UInt8], _ name: String) throws(ImportError) -> DocumentContent {
    let words = output.withUnsafeBufferPointer { PDFWords(parsing: $0) }
    if words.pages.isEmpty { throw .brokenPDF(name) }
    if words.pages.allSatisfy(\.lines.isEmpty) {
      throw .picturesOnly(name, pages: words.pages.count)
    }
    let text = PDFText(of: words)
    var metadata = PDFInformation(words.information).metadata
    metadata.extractor = extractor
    metadata.title = metadata.title ?? text.headline
    if !text.authors.isEmpty { metadata.authors = text.authors }
    return DocumentContent(
      text: ArticleText(utf8: text.bytes),
      structure: ArticleStructure(
        blocks: BlockTable(text.blocks), metadata: metadata, pages: text.pages))
  }
}

/// What a document says of itself (ISO 32000-1, section 14.3.3).
struct PDFInformation {
  private let fields: [String: String]

  init(_ fields: [String: String]) { self.fields = fields }

  /// When the file was made is no date of what it says.
  var metadata: ArticleMetadata {
    var metadata = ArticleMetadata()
    metadata.title = title
    metadata.authors = author.map { [$0] } ?? []
    metadata.modified = date("ModDate")
    return metadata
  }

  /// The title, unless it is the name of a file that a program put there.
  private var title: String? {
    guard let title = field("Title"), title.count > 2 else { return nil }
    let low = title.lowercased()
    let isOfProgram = [
      "microsoft ", "untitled", "slide 1", "powerpoint ", "print ", "file:", "http",
    ]
    .contains { low.hasPrefix($0) }
    let isFile = low.split(separator: ".").dropFirst().last.map {
      Self.endings.contains(String($0))
    }
    let hasWords = title.contains(" ") || title.unicodeScalars.contains { $0.value > 0x2E80 }
    return isOfProgram || isFile == true || !hasWords && title.contains { "_\\/".contains($0) }
      ? nil : title
  }

  private static let endings: Set<String> = [
    "doc", "docx", "pdf", "indd", "qxd", "rtf", "odt", "ppt", "pptx", "xls", "xlsx", "dvi", "tex",
    "txt", "ps", "eps", "html",
  ]

  private var author: String? {
    guard let author = field("Author"), author.count > 2 else { return nil }
    let low = author.lowercased()
    let isAccount = ["administrator", "admin", "user", "owner", "unknown", "author", "root"]
      .contains(low)
    return isAccount || low.contains("@") ? nil : author
  }

  private func field(_ name: String) -> String? {
    guard let value = fields[name] else { return nil }
    let trimmed = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return trimmed.isEmpty ? nil : trimmed
  }

  private func date(_ name: String) -> Timestamp? {
    // Newer versions write +01'00' as PDF has it.
    field(name).flatMap { WrittenMoment.timestamp($0.replacing("'", with: "")) }
  }
}
