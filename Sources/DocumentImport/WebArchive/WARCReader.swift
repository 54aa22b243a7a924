// Web archives (WARC 1.0 and 1.1, ISO 28500), as crawlers and browsers' archiving tools write them: the pages in
// them.

import ArticleModel
import CZip

/// Reads web archives, compressed record by record, as a whole, or not at all.
struct WARCReader: CollectionReader {
  var nameEndings: [String] { ["warc"] }

  private static let version: StaticString = "WARC/"

  /// Whether a file, or what is compressed in it, begins with the version of a record.
  func recognises(_ document: SourceDocument) -> Bool {
    let bytes = document.source.bytes
    if bytes.has(Self.version, at: 0) { return true }
    guard GzipFile.isOne(bytes) else { return false }
    let beginning = UnsafeBufferPointer(rebasing: bytes.prefix(4096))
    let start = Inflation.inflate(beginning, as: CZIP_GZIP, most: 4096).bytes
    return start.starts(with: Array("WARC/".utf8))
  }

  func open(_ document: SourceDocument) throws(ImportError) -> any OpenCollection {
    let archive = try WARCArchive(document)
    if archive.members.isEmpty {
      throw .unsupported(document.name, what: "this web archive contains no page")
    }
    return archive
  }
}

/// The pages of a web archive.
private struct WARCArchive: OpenCollection {
  let members: [CollectionMember]
  private let pages: [WARCRecord]
  private let name: String
  private let bytes: WARCBytes

  /// No more pages are listed.
  private static let most = 100_000

  init(_ document: SourceDocument) throws(ImportError) {
    name = document.name
    bytes = try WARCBytes(document)
    pages = WARCScan(bytes).pages(most: Self.most)
    var names = MemberNames()
    members = pages.map { page in
      CollectionMember(
        name: names.name(
          page.words, distinguishedBy: page.address + (page.date ?? ""), keeping: ["."]),
        title: page.title ?? page.address)
    }
  }

  func content(ofMember index: Int) throws(ImportError) -> DocumentContent {
    let page = pages[index]
    let path = MemberPath(file: name, member: members[index].name).description
    guard let record = bytes.record(page.extent) else {
      throw .damaged(name, what: "the record of “\(page.address)” is damaged")
    }
    let message = HTTPMessage(record[page.bodyStart...], isResponse: page.isResponse)
    let body = try message.body(named: path)
    let origin = DocumentOrigin(
      address: page.address, retrieved: Timestamp(page.date ?? ""),
      contentType: message.contentTypeField)
    let document = SourceDocument(source: SourceBytes(body), name: path, origin: origin)
    let content = try reader(of: document, message).read(document).coming(from: origin)
    guard page.date == nil else { return content }
    var metadata = content.structure.metadata
    metadata.retrieved = nil
    return DocumentContent(text: content.text, structure: content.structure.with(metadata))
  }

  /// The reader for what a server sent: for pages that of pages, whatever they begin with.
  private func reader(
    of document: SourceDocument, _ message: HTTPMessage
  ) throws(ImportError) -> any DocumentReader {
    if message.isPage { return WebPageReader() }
    return try DocumentReaders.reader(
      for: ByteSample(of: document.source.bytes), named: document.name)
  }
}
