// The records of a web archive, found by their lengths, and which of them are pages.

import ArticleModel
import CZip

/// A record that holds a page.
struct WARCRecord {
  /// Where it lies in the file.
  var extent: Range<Int>
  /// Where its block begins in the record.
  var bodyStart: Int
  /// The address that the page was fetched from.
  var address: String
  /// When it was fetched, as it is written; nil when that is not said.
  var date: String?
  /// Whether it is a server's answer with headers, rather than the page alone.
  var isResponse: Bool

  /// What the page is called, as far as its beginning says so; nil when it does not.
  var title: String?

  /// The address as people know it, without the scheme and the ending of a file.
  var words: String {
    let rest = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    let path = rest.prefix { $0 != "?" && $0 != "#" }
    let ending = Self.endings.first { path.lowercased().hasSuffix($0) } ?? ""
    return "\(path.dropLast(ending.count))\(rest[path.endIndex...])"
  }

  private static let endings = [".html", ".htm", ".xhtml", ".php", ".aspx"]
}

/// The bytes of an archive, whose records may be compressed each on its own.
struct WARCBytes {
  /// Where records begin, and what is to be looked at there.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether each record is a gzip stream of its own.
  let isCompressed: Bool
  private let source: SourceBytes

  /// An archive that is compressed as a whole is inflated to so many bytes.
  private static let largest = 256 << 20
  /// A record is no longer, in bytes.
  static let longestRecord = 64 << 20
  /// The header of a record, and that of the answer in it, are no longer, in bytes.
  static let outlook = 1 << 14

  init(_ document: SourceDocument) throws(ImportError) {
    let file = document.source.bytes
    guard GzipFile.isOne(file) else {
      (source, bytes, isCompressed) = (document.source, file, false)
      return
    }
    // One stream may hold a record or all of them.
    var allowance = Self.largest
    let length = Inflation.length(of: file, within: &allowance)
    if length > 0, length < file.count {
      (source, bytes, isCompressed) = (document.source, file, true)
      return
    }
    let whole = Inflation.inflate(file, as: CZIP_GZIP, most: Self.largest)
    if whole.ending == CZIP_TOO_LONG {
      throw .tooLarge(document.name, megabytes: Self.largest >> 20)
    }
    source = SourceBytes(whole.bytes)
    (bytes, isCompressed) = (source.bytes, false)
  }

  /// The bytes of a record.
  func record(_ extent: Range<Int>) -> [UInt8]? {
    let stored = UnsafeBufferPointer(rebasing: bytes[extent])
    guard isCompressed else { return stored.count <= Self.longestRecord ? Array(stored) : nil }
    let inflated = Inflation.inflate(stored, as: CZIP_GZIP, most: Self.longestRecord)
    return inflated.ending == CZIP_COMPLETE ? inflated.bytes : nil
  }
}

/// The header of a record.
struct WARCHeader {
  let fields: MailHeader
  /// Where the block begins.
  let end: Int

  /// Reads a header that begins at an index; nil when there is none.
  init?(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.has("WARC/", at: start) else { return nil }
    let first = bytes.lineAfter(start)
    let beginning = Array(bytes[first..<min(bytes.count, first + WARCBytes.outlook)])
    fields = MailHeader(of: beginning[...])
    end = first + fields.bodyStart
  }

  /// The length of the block.
  var length: Int? {
    fields["content-length"].flatMap { Int($0.trimmed) }.flatMap { $0 < 0 ? nil : $0 }
  }
}

/// Goes from record to record.
struct WARCScan {
  private let archive: WARCBytes

  /// No more comes out of a compressed archive than so many bytes, or so many for each of its own: pages
  /// seldom shrink to a twentieth.
  private static let leastAllowance = 256 << 20
  private static let mostOfEachByte = 40

  init(_ archive: WARCBytes) { self.archive = archive }

  /// The pages, in the order of the archive.
  func pages(most: Int) -> [WARCRecord] {
    var pages: [WARCRecord] = []
    var allowance = max(Self.leastAllowance, archive.bytes.count * Self.mostOfEachByte)
    var at = 0
    while at < archive.bytes.count, pages.count < most {
      guard
        let (page, next) = archive.isCompressed
          ? compressed(at: at, within: &allowance) : plain(at: at)
      else {
        break
      }
      if let page { pages.append(page) }
      at = next
    }
    return pages
  }

  /// The record at an index, and where the next one begins. Where a length is wrong, the next record is
  /// looked for.
  private func plain(at start: Int) -> (WARCRecord?, Int)? {
    let bytes = archive.bytes
    guard let header = WARCHeader(at: start, in: bytes) else {
      return bytes.firstIndex(of: "\nWARC/1.", from: start).map { (nil, $0 + 1) }
    }
    var end = bytes.count
    if let length = header.length, length <= bytes.count - header.end {
      end = header.end + length
    } else if let next = bytes.firstIndex(of: "\nWARC/1.", from: header.end) {
      end = next + 1
    }
    let page = self.page(
      header, block: UnsafeBufferPointer(rebasing: bytes[header.end..<end]),
      extent: start..<end, start: header.end - start)
    while end < bytes.count, bytes[end] == 0x0D || bytes[end] == 0x0A { end += 1 }
    return (page, end)
  }

  /// Of a compressed record only as much is inflated as its headers need. Where it ends, its own end
  /// tells.
  private func compressed(at start: Int, within allowance: inout Int) -> (WARCRecord?, Int)? {
    let rest = UnsafeBufferPointer(rebasing: archive.bytes[start...])
    guard GzipFile.isOne(rest) else { return nil }
    let read = Inflation.length(of: rest, within: &allowance)
    guard read > 0 else { return nil }
    let extent = start..<start + read
    let stored = UnsafeBufferPointer(rebasing: archive.bytes[extent])
    let beginning = Inflation.inflate(stored, as: CZIP_GZIP, most: WARCBytes.outlook).bytes
    let page = beginning.withUnsafeBufferPointer { bytes -> WARCRecord? in
      guard let header = WARCHeader(at: 0, in: bytes), header.end <= bytes.count else { return nil }
      return self.page(
        header, block: UnsafeBufferPointer(rebasing: bytes[header.end...]), extent: extent,
        start: header.end)
    }
    return (page, extent.upperBound)
  }

  /// The record as a page; nil when it is something else, or no good answer.
  private func page(
    _ header: WARCHeader, block: UnsafeBufferPointer<UInt8>, extent: Range<Int>, start: Int
  ) -> WARCRecord? {
    let type = header.fields["warc-type"]?.lowercased()
    guard type == "response" || type == "resource",
      let written = header.fields["warc-target-uri"]
    else { return nil }
    let address = written.trimmed.filter { $0 != "<" && $0 != ">" }
    guard PageAddress.isAbsolute(address) else { return nil }
    let isResponse = type == "response"
    let beginning = Array(block.prefix(WARCBytes.outlook))
    let isPage =
      isResponse
      ? HTTPMessage(beginning[...], isResponse: true).isGoodPage
      : ParameterisedValue(header.fields["content-type"] ?? "").value.hasSuffix("html")
    guard isPage else { return nil }
    return WARCRecord(
      extent: extent, bodyStart: start, address: address, date: header.fields["warc-date"],
      isResponse: isResponse, title: title(in: block.prefix(WARCBytes.outlook)))
  }

  /// What stands in the `title` element, where it lies open at the beginning.
  private func title(in beginning: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    let bytes = UnsafeBufferPointer(rebasing: beginning)
    guard let start = bytes.firstIndex(of: "<title"),
      let open = bytes.firstIndex(of: UInt8(ascii: ">"), from: start),
      let end = bytes.firstIndex(of: "</title", from: open), open < end
    else { return nil }
    let title = CharacterReferences.decoded(InlineText.collapsed(bytes[open + 1..<end]))
    return title.isEmpty || title.utf8.count > Self.longestTitle ? nil : title
  }

  private static let longestTitle = 300
}
