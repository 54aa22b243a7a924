// Mails (.eml), newsletters among them, and pages that browsers archive as MHTML, which have the form of mails.

import ArticleModel

/// Reads one message.
struct MailReader: DocumentReader {
  var extractor: ArticleMetadata.Extractor { .init(name: "mail", version: "2") }
  var nameEndings: [String] { ["eml", "mhtml", "mht"] }

  /// Larger messages are not read.
  private static let largest = 128 << 20

  /// Fields that only messages begin with, and fields of which one has to stand beside them.
  private static let certain: Set<String> = [
    "mime-version", "message-id", "received", "return-path",
  ]
  private static let usual: Set<String> = ["from", "date", "subject", "to", "content-type"]

  /// Names of fields are not longer, in bytes.
  private static let longestName = 64

  /// Whether a file begins with the header of a message.
  func recognises(_ beginning: ByteSample) -> Bool {
    let name = beginning.bytes.prefix(Self.longestName).prefix { $0 != UInt8(ascii: ":") }
    guard name.count < min(Self.longestName, beginning.count), !name.contains(where: { $0 <= 0x20 })
    else { return false }
    let names = Set(MailHeader(of: Array(beginning.bytes.prefix(16_384))[...]).fields.map(\.name))
    return !names.isDisjoint(with: Self.certain) && !names.isDisjoint(with: Self.usual)
  }

  func read(_ document: SourceDocument) throws(ImportError) -> DocumentContent {
    guard document.source.bytes.count <= Self.largest else {
      throw .tooLarge(document.name, megabytes: Self.largest >> 20)
    }
    let bytes = Array(document.source.bytes)
    let parts = MailParts.leaves(of: bytes[...]).filter { !$0.isAttachment }
    let page = parts.first { $0.contentType.value == "text/html" }
    let text = parts.first { $0.contentType.value == "text/plain" && !$0.body.isEmpty }
    let header = MailHeader(of: bytes[...])
    if header["content-type"].map({ ParameterisedValue($0).value }) == "multipart/related"
      || text == nil,
      let page
    {
      return try archived(page, header, named: document.name)
    }
    guard let text else { throw .empty(document.name) }
    return message(text, header)
  }

  /// A page with what it needs, or a message that is a page.
  private func archived(
    _ page: MailPart, _ header: MailHeader, named name: String
  ) throws(ImportError) -> DocumentContent {
    let source = SourceBytes(page.content)
    let address = [header["snapshot-content-location"], page.header["content-location"]]
      .lazy.compactMap { $0 }.first { PageAddress.isAbsolute($0) }
    let content = try WebPageReader().read(
      SourceDocument(source: source, name: name), savedFrom: address,
      labelled: page.contentType["charset"])
    return address == nil ? Self.newsletter(content, header) : content
  }

  /// A message that is a page: what the page does not say of itself, the header says.
  private static func newsletter(
    _ content: DocumentContent, _ header: MailHeader
  ) -> DocumentContent {
    var metadata = content.structure.metadata
    metadata.title = metadata.title ?? header["subject"]
    if metadata.authors.isEmpty { metadata.authors = header["from"].map { [name(of: $0)] } ?? [] }
    metadata.published = metadata.published ?? header["date"].flatMap(WrittenMoment.timestamp)
    return DocumentContent(
      text: content.text,
      structure: ArticleStructure(
        blocks: content.structure.blocks, links: content.structure.links, metadata: metadata))
  }

  /// A message: its subject, as the headline, and its text.
  private func message(_ part: MailPart, _ header: MailHeader) -> DocumentContent {
    let body = MailText.text(of: part.content, labelled: part.contentType["charset"])
    let subject = Self.headline(header["subject"], above: body)
    let text = subject.map { ArticleText($0 + "\n\n" + body.string(in: body.span)) } ?? body
    let structure = PlainTextReader().structure(of: text)
    var metadata = structure.metadata
    metadata.extractor = extractor
    metadata.title = header["subject"]
    metadata.authors = header["from"].map { [Self.name(of: $0)] } ?? []
    metadata.published = header["date"].flatMap(WrittenMoment.timestamp)
    let end = text.withBytes { ByteOffset($0.firstIndex(of: 0x0A) ?? $0.count) }
    let blocks =
      subject == nil ? structure.blocks : SubjectBlocks(upTo: end, before: structure.blocks)
    return DocumentContent(
      text: text, structure: ArticleStructure(blocks: blocks, metadata: metadata))
  }

  /// A subject as a line of text; nil when there is none, or the body begins with it.
  private static func headline(_ subject: String?, above body: ArticleText) -> String? {
    let line = (subject ?? "").filter { ($0.unicodeScalars.first?.value ?? 0) >= 0x20 }
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let beginning = TextSpan(.zero, min(body.end, ByteOffset(4 * line.utf8.count + 64)))
    let isThere = body.string(in: beginning).split(separator: "\n").first.map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") == line
    }
    return line.isEmpty || isThere == true ? nil : line
  }

  /// The name in front of an address, or the address.
  static func name(of sender: String) -> String {
    let name = sender.prefix { $0 != "<" }.filter { $0 != "\"" }
    let trimmed = name.split(separator: " ").joined(separator: " ")
    return trimmed.isEmpty ? sender : trimmed
  }
}
