// A server's answer as a web archive keeps it (RFC 9112): status, header, and a body that may be chunked and
// compressed.

import ArticleModel
import CZip

/// An answer, or a body without one.
struct HTTPMessage {
  private let status: Int
  private let header: MailHeader?
  private let rest: ArraySlice<UInt8>

  /// A body is inflated to so many bytes.
  private static let longestBody = 64 << 20

  /// Takes an answer apart.
  init(_ bytes: ArraySlice<UInt8>, isResponse: Bool) {
    guard isResponse, bytes.starts(with: "HTTP/".utf8) else {
      (status, header, rest) = (200, nil, bytes)
      return
    }
    let end = bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.endIndex
    let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
    status = words.count > 1 ? Int(words[1].trimmed) ?? 0 : 0
    let header = MailHeader(of: bytes[end...])
    self.header = header
    rest = bytes[header.bodyStart...]
  }

  /// What the server said of the body: its kind, and its encoding.
  var contentTypeField: String? { header?["content-type"] }

  private var contentType: ParameterisedValue? { contentTypeField.map { ParameterisedValue($0) } }

  /// Whether it is a page; also when nobody says what it is.
  var isPage: Bool { contentType.map { $0.value.contains("html") } ?? true }

  /// Whether it is a page that the server had, and not an error or the way to another one.
  var isGoodPage: Bool {
    header != nil && (200...299).contains(status) && contentType != nil && isPage
  }

  /// The bytes of the page, as they were before they were sent.
  func body(named name: String) throws(ImportError) -> [UInt8] {
    var body = Array(rest)
    if header?["transfer-encoding"]?.lowercased().contains("chunked") == true {
      body = Self.unchunked(body)
    }
    switch header?["content-encoding"]?.lowercased().trimmed {
    case "gzip", "x-gzip": body = try Self.inflated(body, as: [CZIP_GZIP], named: name)
    case "deflate": body = try Self.inflated(body, as: [CZIP_ZLIB, CZIP_RAW], named: name)
    case nil, "", "identity": break
    case let method?:
      // Some archives keep the body as it was after it had been decoded.
      if !PageBeginning.isOne(body) {
        throw .unsupported(
          name, what: "the page is compressed as “\(method)”, which Galley does not know")
      }
    }
    return body
  }

  private static func inflated(
    _ body: [UInt8], as wrappings: [czip_wrapping], named name: String
  ) throws(ImportError) -> [UInt8] {
    for wrapping in wrappings {
      let outcome = body.withUnsafeBufferPointer {
        Inflation.inflate($0, as: wrapping, most: longestBody)
      }
      if outcome.ending == CZIP_TOO_LONG { throw .tooLarge(name, megabytes: longestBody >> 20) }
      // What was cut off is read as far as it goes.
      if outcome.ending != CZIP_DAMAGED, !outcome.bytes.isEmpty { return outcome.bytes }
    }
    return body
  }

  /// A body without the lengths between its chunks (RFC 9112, section 7.1); as it is when it has none.
  static func unchunked(_ body: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    while at < body.count {
      let line = body[at...].prefix(20).prefix { $0 != 0x0A }
      let digits = line.prefix { $0 != 0x3B && $0 > 0x20 }
      guard let length = Int(String(decoding: digits, as: UTF8.self), radix: 16), length >= 0 else {
        return result.isEmpty ? body : result
      }
      let start = line.endIndex + 1
      guard length > 0, start < body.count else { return result }
      let end = start + min(length, body.count - start)
      result += body[start..<end]
      at = end
      while at < body.count, body[at] == 0x0D || body[at] == 0x0A { at += 1 }
    }
    return result
  }
}

extension PageBeginning {
  fileprivate static func isOne(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { isOne($0) }
  }
}
