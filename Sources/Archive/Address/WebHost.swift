// The host of an address: a name or a number, whichever way it is disguised.

/// A machine as an address names it (URL Standard of the WHATWG, section 3.5, but stricter).
package enum WebHost: Hashable, Sendable {
  /// A name in ASCII and small letters, without a dot at its end.
  case name(String)
  case number(IPAddress)

  /// No longer name is one of the domain name system, in bytes (RFC 1035, section 2.3.4).
  private static let longest = 253

  /// Reads a host as it stands in an address, IPv6 numbers in brackets. Whatever ends in a number is an
  /// IPv4 number or refused, so that no program further on reads one in a name: `0x7f.1`, `2130706433`.
  init(_ text: Substring) throws(AddressError) {
    if text.hasPrefix("[") {
      guard text.hasSuffix("]"), let address = IPAddress(ipv6: text.dropFirst().dropLast()) else {
        throw .badHost(String(text))
      }
      self = .number(address)
      return
    }
    guard var name = DomainName.ascii(text) else { throw .badHost(String(text)) }
    if name.hasSuffix(".") { name.removeLast() }
    guard Self.isName(name) else { throw .badHost(String(text)) }
    guard Self.endsInNumber(name) else {
      self = .name(name)
      return
    }
    guard let address = IPAddress(looseIPv4: name) else { throw .badHost(String(text)) }
    self = .number(address)
  }

  private static func isName(_ name: String) -> Bool {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    return name.utf8.count <= longest && !name.hasPrefix("-")
      && labels.allSatisfy { (1...63).contains($0.utf8.count) && $0.utf8.allSatisfy(isOfName) }
  }

  /// Letters, digits and hyphens, and the underscore that some hosts have against the rules.
  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }

  private static func endsInNumber(_ name: String) -> Bool {
    let last = name.split(separator: ".").last ?? ""
    if last.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
    return last.hasPrefix("0x") && last.dropFirst(2).allSatisfy(\.isHexDigit)
  }
}

extension WebHost: CustomStringConvertible {
  /// The host as it stands in an address.
  package var description: String {
    switch self {
    case .name(let name): name
    case .number(let address): address.isIPv6 ? "[\(address)]" : "\(address)"
    }
  }
}
