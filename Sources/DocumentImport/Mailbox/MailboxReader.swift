// Mailboxes: files in which mails stand one behind the other, as Thunderbird, mailing lists and mail archives
// keep them (mbox).

import ArticleModel

/// Reads mailboxes.
struct MailboxReader: CollectionReader {
  var nameEndings: [String] { ["mbox", "mbx"] }

  func recognises(_ document: SourceDocument) -> Bool {
    MailboxScan.isOne(document.source.bytes)
  }

  func open(_ document: SourceDocument) throws(ImportError) -> any OpenCollection {
    Mailbox(document)
  }
}

/// The mails of an mbox.
private struct Mailbox: OpenCollection {
  let members: [CollectionMember]
  private let extents: [MailboxScan.Extent]
  private let document: SourceDocument

  init(_ document: SourceDocument) {
    self.document = document
    let bytes = document.source.bytes
    extents = MailboxScan(bytes).extents
    var names = MemberNames()
    members = extents.map { extent in
      let header = MailHeader(MailHeader.listedFields(at: extent.lowerBound, in: bytes).fields)
      return Self.member(header, &names)
    }
  }

  func content(ofMember index: Int) throws(ImportError) -> DocumentContent {
    let mail = Self.unescaped(document.source.bytes, extents[index])
    let name = MemberPath(file: document.name, member: members[index].name).description
    return try MailReader().read(SourceDocument(source: SourceBytes(mail), name: name))
  }

  /// A mail is known by its day and its subject.
  private static func member(_ header: MailHeader, _ names: inout MemberNames) -> CollectionMember {
    let date = header["date"]
    let day = date.flatMap(WrittenMoment.timestamp)?.writtenDay?.description
    let sender = header["from"].map(MailReader.name)
    let subject = header["subject"].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    let words = [day, subject ?? sender].compactMap(\.self).joined(separator: " ")
    let distinction = [header["message-id"], date, sender].compactMap(\.self).joined()
    return CollectionMember(
      name: names.name(words, distinguishedBy: distinction),
      title: subject ?? sender.map { "Mail by \($0)" } ?? "Mail without a subject")
  }

  /// The bytes of a mail without what protects lines that begin with "From " (mboxrd).
  private static func unescaped(
    _ bytes: UnsafeBufferPointer<UInt8>, _ extent: MailboxScan.Extent
  ) -> [UInt8] {
    let mail = UnsafeBufferPointer(rebasing: bytes[extent])
    var result: [UInt8] = []
    result.reserveCapacity(mail.count)
    var (copied, at) = (0, 0)
    while let found = mail.firstIndex(of: ">From ", from: at) {
      var start = found
      while start > 0, mail[start - 1] == UInt8(ascii: ">") { start -= 1 }
      if start == 0 || mail[start - 1] == 0x0A {
        result += mail[copied..<start]
        copied = start + 1
      }
      at = found + 1
    }
    return result + mail[copied...]
  }
}
