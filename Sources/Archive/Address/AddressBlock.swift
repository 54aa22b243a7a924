// Ranges of IP addresses: all that begin with the same bits.

/// A block of addresses in CIDR notation, such as `10.0.0.0/8` (RFC 4632).
struct AddressBlock: Sendable {
  private let first: IPAddress
  private let bits: Int

  /// Reads a block; an address alone is a block of one.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let start = parts.first, let first = IPAddress(start) else { return nil }
    let width = first.isIPv6 ? 128 : 32
    guard let bits = parts.count == 2 ? Int(parts[1]) : width, (0...width).contains(bits) else {
      return nil
    }
    (self.first, self.bits) = (first, bits)
  }

  func contains(_ address: IPAddress) -> Bool {
    switch (first, address) {
    case (.v4(let first), .v4(let number)): (first ^ number) >> UInt32(32 - bits) == 0
    case (.v6(let first), .v6(let number)): (first ^ number) >> UInt128(128 - bits) == 0
    default: false
    }
  }
}
