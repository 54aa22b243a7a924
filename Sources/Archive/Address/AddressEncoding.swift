// What stands in the paths and queries of addresses: bytes that an address may not hold are written as %XX.

/// The spelling of paths and queries.
enum AddressEncoding {
  /// A path in one spelling: percent-encoded, without the segments "." and ".." (RFC 3986, section 5.2.4),
  /// also where their dots are encoded, as browsers read them.
  static func path(_ path: Substring) -> String {
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.dropFirst(path.hasPrefix("/") ? 1 : 0).enumerated() {
      let isLast = index + (path.hasPrefix("/") ? 1 : 0) == segments.count - 1
      switch dots(of: segment) {
      case 1: if isLast { kept.append("") }
      case 2:
        if !kept.isEmpty { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    return "/" + kept.map { encoded($0, beside: "") }.joined(separator: "/")
  }

  /// A query in one spelling; begins with its question mark, which is left out.
  static func query(_ query: Substring) -> String {
    encoded(query.dropFirst(), beside: "/?[]")
  }

  /// How many dots a segment consists of; 0 when it has anything else.
  private static func dots(of segment: Substring) -> Int {
    guard segment.utf8.count <= 6 else { return 0 }
    let plain = segment.lowercased().split(separator: "%2e", omittingEmptySubsequences: false)
      .joined(separator: ".")
    return plain == "." ? 1 : plain == ".." ? 2 : 0
  }

  /// What segments of a path may hold (RFC 3986, section 3.3, `pchar`).
  private static let allowed = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=:@".utf8)

  private static func encoded(_ text: Substring, beside more: String) -> String {
    let bytes = Array(text.utf8)
    let more = Set(more.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      let isEncoded =
        byte == percent && index + 2 < bytes.count
        && hexadecimal(bytes[index + 1]) != nil && hexadecimal(bytes[index + 2]) != nil
      if isEncoded || allowed.contains(byte) || more.contains(byte) {
        result.append(byte)
      } else {
        result += [percent, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes that a percent-encoded text stands for.
  static func decoded(_ text: Substring) -> [UInt8] {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == percent, index + 2 < bytes.count,
        let high = hexadecimal(bytes[index + 1]), let low = hexadecimal(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  private static let percent = UInt8(ascii: "%")
  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
