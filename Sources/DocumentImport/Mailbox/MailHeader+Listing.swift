// The few fields of a header that a list of mails needs, picked out without decoding the rest.

extension MailHeader {
  /// The fields that a list of mails shows or that say how long a mail is.
  private static let listed: [StaticString] = [
    "subject", "date", "from", "message-id", "content-length",
  ]
  /// So much of a header is looked at, in bytes.
  private static let outlook = 1 << 16

  /// Reads fields that were picked out.
  init(_ fields: [UInt8]) { self.init(of: fields[...]) }

  /// The lines of the listed fields of a header that begins at an index, and where its body begins.
  static func listedFields(
    at start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (fields: [UInt8], end: Int) {
    var fields: [UInt8] = []
    var isListed = false
    var at = start
    let limit = min(bytes.count, start + outlook)
    while at < limit {
      let next = min(bytes.lineAfter(at), limit)
      let first = bytes[at]
      if first == 0x0A || first == 0x0D { return (fields, next) }
      if first != 0x20, first != 0x09 { isListed = isListedField(at: at, in: bytes) }
      if isListed { fields += bytes[at..<next] }
      at = next
    }
    return (fields, at)
  }

  private static func isListedField(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    listed.contains { name in
      let length = name.utf8CodeUnitCount
      guard start + length < bytes.count, bytes[start + length] == UInt8(ascii: ":") else {
        return false
      }
      return name.withUTF8Buffer { zip(bytes[start...], $0).allSatisfy { $0 | 0x20 == $1 } }
    }
  }
}
