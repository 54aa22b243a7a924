// The ending of a copy's name, so that other programs know what it is. Galley itself goes by the content.

/// Endings of names.
enum CopyEnding {
  /// By what the bytes begin with, by the type that the server names, then by the address.
  static func ending(of page: FetchedPage) -> String {
    signature(of: page.bytes) ?? mediaType(page.contentType) ?? named(page.address) ?? "html"
  }

  private static func signature(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: Array("%PDF-".utf8)) { return "pdf" }
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
    let beginning = bytes.prefix(200)
    if beginning.firstRange(of: Array("mimetypeapplication/epub+zip".utf8)) != nil { return "epub" }
    if beginning.firstRange(of: Array("mimetypeapplication/vnd.oasis".utf8)) != nil { return "odt" }
    return nil
  }

  private static let endings: [String: String] = [
    "text/html": "html", "application/xhtml+xml": "xhtml", "text/plain": "txt",
    "text/markdown": "md", "application/pdf": "pdf", "application/epub+zip": "epub",
    "application/rss+xml": "rss", "application/atom+xml": "atom", "application/xml": "xml",
    "text/xml": "xml", "message/rfc822": "eml", "multipart/related": "mhtml",
    "application/mbox": "mbox", "application/warc": "warc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
  ]

  private static func mediaType(_ field: String?) -> String? {
    let type = field?.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
    return type.flatMap { endings[$0] }
  }

  /// The ending of an address, when articles have it.
  private static func named(_ address: WebAddress) -> String? {
    let last = address.path.split(separator: "/").last ?? ""
    let ending = last.split(separator: ".").dropFirst().last.map { $0.lowercased() }
    return ending.flatMap { Set(endings.values).contains($0) ? $0 : nil }
  }
}
