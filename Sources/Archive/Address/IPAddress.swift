// Numbers of machines on the internet, in both versions of the protocol.

#if canImport(Glibc)
  import Glibc
#endif

/// An IPv4 or IPv6 address.
package enum IPAddress: Hashable, Sendable {
  case v4(UInt32)
  case v6(UInt128)

  /// Reads an address in its usual spelling: four decimal numbers, or IPv6 without brackets and zone.
  package init?(_ text: some StringProtocol) {
    var number: UInt32 = 0
    if inet_pton(AF_INET, String(text), &number) == 1 {
      self = .v4(UInt32(bigEndian: number))
    } else {
      self.init(ipv6: text)
    }
  }

  /// Reads an IPv6 address; nil for anything else.
  init?(ipv6 text: some StringProtocol) {
    var number: UInt128 = 0
    guard !text.utf8.contains(0), inet_pton(AF_INET6, String(text), &number) == 1 else {
      return nil
    }
    self = .v6(UInt128(bigEndian: number))
  }

  /// Reads an IPv4 address in all spellings that programs take for one: with one to four parts in decimal,
  /// octal or hexadecimal digits, of which the last one fills what is left (URL Standard, section 3.5).
  init?(looseIPv4 text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(Self.number)
    let numbers = parts.compactMap { $0 }
    guard (1...4).contains(parts.count), numbers.count == parts.count, let last = numbers.last,
      numbers.dropLast().allSatisfy({ $0 <= 255 }), last < 1 << (8 * UInt64(5 - parts.count))
    else { return nil }
    var result = last
    for (index, number) in numbers.dropLast().enumerated() {
      result += number << UInt64(24 - 8 * index)
    }
    self = .v4(UInt32(truncatingIfNeeded: result))
  }

  /// A part of an IPv4 address; nil when it is none, or too large for any.
  private static func number(_ part: Substring) -> UInt64? {
    guard !part.isEmpty, part.utf8.count <= 64, part.allSatisfy(\.isHexDigitOrX) else { return nil }
    if part.hasPrefix("0x") {
      let digits = part.dropFirst(2)
      return digits.isEmpty ? 0 : UInt64(digits, radix: 16)
    }
    if part.hasPrefix("0"), part.count > 1 { return UInt64(part, radix: 8) }
    return UInt64(part, radix: 10)
  }

  var isIPv6: Bool { if case .v6 = self { true } else { false } }
}

extension IPAddress: CustomStringConvertible {
  /// The usual spelling, without brackets.
  package var description: String {
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    switch self {
    case .v4(let number):
      var number = number.bigEndian
      inet_ntop(AF_INET, &number, &buffer, socklen_t(buffer.count))
    case .v6(let number):
      var number = number.bigEndian
      inet_ntop(AF_INET6, &number, &buffer, socklen_t(buffer.count))
    }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension Character {
  fileprivate var isHexDigitOrX: Bool { isHexDigit || self == "x" }
}
