// Which IP addresses belong to machines of the public internet. A page must not make Galley ask a router, a
// printer or a service on this machine for anything.

/// Where an IP address leads.
package enum AddressReach: Hashable, Sendable {
  /// To a machine that everybody reaches.
  case everywhere
  /// To this machine or its own network, or nowhere; with what to say of it: "is in a private network".
  case local(String)

  /// Judges an address; one of IPv6 that stands for one of IPv4 is judged by that.
  package init(of address: IPAddress) {
    if let within = Self.ipv4(within: address) {
      self.init(of: within)
    } else if let (_, words) = Self.special.first(where: { $0.block.contains(address) }) {
      self = .local(words)
    } else if address.isIPv6, !Self.globalUnicast.contains(address) {
      self = .local("is a reserved address")
    } else {
      self = .everywhere
    }
  }

  /// What is special in the registries of IANA (iana-ipv4-special-registry, iana-ipv6-special-registry), with
  /// multicast (RFC 5771, RFC 4291).
  private static let special: [(block: AddressBlock, words: String)] = [
    ("0.0.0.0/8", "is this machine itself"), ("127.0.0.0/8", "is this machine itself"),
    ("10.0.0.0/8", "is in a private network"), ("172.16.0.0/12", "is in a private network"),
    ("192.168.0.0/16", "is in a private network"),
    ("100.64.0.0/10", "is in the network of a provider"),
    ("169.254.0.0/16", "is in the local network"),
    ("192.0.0.0/24", "is a reserved address"), ("192.0.2.0/24", "is an address for examples"),
    ("198.51.100.0/24", "is an address for examples"),
    ("203.0.113.0/24", "is an address for examples"),
    ("192.88.99.0/24", "is a reserved address"), ("198.18.0.0/15", "is an address for tests"),
    ("224.0.0.0/4", "is a group of machines"), ("240.0.0.0/4", "is a reserved address"),
    ("::/128", "is this machine itself"), ("::1/128", "is this machine itself"),
    ("fc00::/7", "is in a private network"), ("fe80::/10", "is in the local network"),
    ("fec0::/10", "is in a private network"), ("ff00::/8", "is a group of machines"),
    ("2001::/23", "is a reserved address"), ("2001:db8::/32", "is an address for examples"),
    ("3fff::/20", "is an address for examples"),
  ].compactMap { text, words in AddressBlock(text).map { ($0, words) } }

  /// All that IANA has given to machines of the public internet (RFC 4291, section 2.4).
  private static let globalUnicast = Blocks("2000::/3")
  private static let mapped = Blocks("::ffff:0:0/96", "64:ff9b::/96")
  private static let sixToFour = Blocks("2002::/16")

  /// The IPv4 address that one of IPv6 leads to: mapped (RFC 4291), translated (NAT64, RFC 6052), or in a
  /// tunnel (6to4, RFC 3056).
  private static func ipv4(within address: IPAddress) -> IPAddress? {
    guard case .v6(let number) = address else { return nil }
    if mapped.contains(address) { return .v4(UInt32(truncatingIfNeeded: number)) }
    if sixToFour.contains(address) { return .v4(UInt32(truncatingIfNeeded: number >> 80)) }
    return nil
  }
}

/// Several blocks of addresses.
private struct Blocks: Sendable {
  private let blocks: [AddressBlock]

  init(_ texts: String...) { blocks = texts.compactMap { AddressBlock($0) } }

  func contains(_ address: IPAddress) -> Bool { blocks.contains { $0.contains(address) } }
}
