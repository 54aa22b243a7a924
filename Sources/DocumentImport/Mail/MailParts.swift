// The parts of a mail, or of a page that a browser archived as MHTML (RFC 2046, section 5.1; RFC 2557).

/// A part that holds text or data, not further parts.
struct MailPart {
  let header: MailHeader
  let body: ArraySlice<UInt8>

  /// Its kind; plain text when it does not say.
  var contentType: ParameterisedValue {
    ParameterisedValue(header["content-type"] ?? "text/plain")
  }

  /// Whether it is meant to be saved as a file rather than to be read.
  var isAttachment: Bool {
    header["content-disposition"].map { ParameterisedValue($0).value == "attachment" } ?? false
  }

  /// Its bytes, as they were before they were written for the way.
  var content: [UInt8] {
    TransferEncoding(named: header["content-transfer-encoding"] ?? "").decode(body)
  }
}

/// The parts of a whole.
enum MailParts {
  /// Parts within parts are looked for so deep, and no more than so many.
  private static let deepest = 16
  private static let most = 10_000

  /// The parts of a mail in their order, those within others included.
  static func leaves(of bytes: ArraySlice<UInt8>) -> [MailPart] {
    var found: [MailPart] = []
    var waiting = [(bytes: bytes, depth: 0)]
    while let next = waiting.popLast(), found.count + waiting.count < most {
      let header = MailHeader(of: next.bytes)
      let part = MailPart(header: header, body: next.bytes[header.bodyStart...])
      let type = part.contentType
      if type.value.hasPrefix("multipart/"), let boundary = type["boundary"], next.depth < deepest {
        waiting += pieces(of: part.body, between: boundary).reversed().map { ($0, next.depth + 1) }
      } else {
        found.append(part)
      }
    }
    return found
  }

  /// What stands between the lines that are the boundary.
  private static func pieces(
    of body: ArraySlice<UInt8>, between boundary: String
  ) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var pieces: [ArraySlice<UInt8>] = []
    var start: Int?
    var line = body.startIndex
    while line < body.endIndex, pieces.count < most {
      let end = body[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? body.endIndex
      if body[line..<end].starts(with: mark) {
        if let start { pieces.append(body[start..<max(start, line)]) }
        let isLast = body[(line + mark.count)..<end].starts(with: "--".utf8)
        start = isLast ? nil : end
        if isLast { break }
      }
      line = end
    }
    if let start { pieces.append(body[start...]) }
    return pieces
  }
}
