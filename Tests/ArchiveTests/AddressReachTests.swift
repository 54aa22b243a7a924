// No spelling of an address of the own network passes for one of the public internet.

import TestSupport
import Testing

@testable import Archive

@Suite("Where addresses lead")
struct AddressReachTests {
  private static func isPublic(_ text: String) -> Bool? {
    IPAddress(text).map { AddressReach(of: $0) == .everywhere }
  }

  /// The first and last addresses of what is not public, and their neighbours that are.
  private static let edges = [
    (0x0000_0000 as UInt32, 0x00FF_FFFF as UInt32), (0x0A00_0000, 0x0AFF_FFFF),
    (0x6440_0000, 0x647F_FFFF), (0x7F00_0000, 0x7FFF_FFFF), (0xA9FE_0000, 0xA9FE_FFFF),
    (0xAC10_0000, 0xAC1F_FFFF), (0xC000_0000, 0xC000_00FF), (0xC000_0200, 0xC000_02FF),
    (0xC058_6300, 0xC058_63FF), (0xC0A8_0000, 0xC0A8_FFFF), (0xC612_0000, 0xC613_FFFF),
    (0xC633_6400, 0xC633_64FF), (0xCB00_7100, 0xCB00_71FF), (0xE000_0000, 0xFFFF_FFFF),
  ]

  private static func isPrivate(_ number: UInt32) -> Bool {
    edges.contains { ($0.0...$0.1).contains(number) }
  }

  @Test("The edges of each range of IPv4 are where the registries have them")
  func ranges() {
    for (first, last) in Self.edges {
      for number in [first, last, first &- 1, last &+ 1] {
        let isPublic = AddressReach(of: .v4(number)) == .everywhere
        #expect(isPublic == !Self.isPrivate(number), "\(IPAddress.v4(number))")
      }
    }
  }

  @Test("An IPv4 address leads to the same place in each spelling and each wrapping")
  func spellings() throws {
    var chance = Chance(seed: 4)
    for round in 0..<4000 {
      let edge = chance.pick(Self.edges)
      let number =
        round.isMultiple(of: 2)
        ? UInt32.random(in: edge.0...edge.1, using: &chance)
        : UInt32.random(in: 0 ... .max, using: &chance)
      for written in Self.spellings(of: number, &chance) {
        let host = try WebAddress("http://\(written)/").host
        #expect(host == .number(.v4(number)), "\(written)")
      }
      for wrapped in Self.wrappings(of: number) {
        let reach = AddressReach(of: .v6(wrapped))
        #expect((reach == .everywhere) == !Self.isPrivate(number), "\(IPAddress.v6(wrapped))")
      }
    }
  }

  private static func spellings(of number: UInt32, _ chance: inout Chance) -> [String] {
    let bytes = (0..<4).map { number >> UInt32(24 - 8 * $0) & 0xFF }
    let parts = [
      bytes, [bytes[0], bytes[1], number & 0xFFFF], [bytes[0], number & 0xFF_FFFF], [number],
    ]
    return parts.map { parts in
      parts.map { part in
        switch Int.random(in: 0..<4, using: &chance) {
        case 0: "0x" + String(part, radix: 16)
        case 1: "0" + String(part, radix: 8)
        case 2: "0X000" + String(part, radix: 16, uppercase: true)
        default: "\(part)"
        }
      }.joined(separator: ".") + (Bool.random(using: &chance) ? "." : "")
    }
  }

  /// Mapped, translated (NAT64), and in a tunnel (6to4).
  private static func wrappings(of number: UInt32) -> [UInt128] {
    let number = UInt128(number)
    return [
      0xFFFF_0000_0000 | number, 0x0064_FF9B << 96 | number, 0x2002 << 112 | number << 80 | 1,
    ]
  }

  @Test(
    "IPv6 addresses are public only where IANA has given them to the public internet",
    arguments: [
      ("::", false), ("::1", false), ("::2", false), ("::127.0.0.1", false), ("fe80::1", false),
      ("febf::1", false), ("fec0::1", false), ("fc00::1", false), ("fdff::1", false),
      ("ff02::1", false), ("2001:db8::1", false), ("2001::1", false), ("2001:1ff::1", false),
      ("2001:200::1", true), ("3fff::1", false), ("3fff:1000::1", true), ("4000::1", false),
      ("100::1", false), ("5f00::1", false), ("64:ff9b:1::a00:1", false),
      ("64:ff9b::808:808", true), ("64:ff9b::a00:1", false), ("::ffff:10.0.0.1", false),
      ("::ffff:8.8.8.8", true), ("2002:7f00:1::", false), ("2002:808:808::", true),
      ("2606:4700::1111", true), ("2a00:1450::1", true),
    ])
  func ipv6(text: String, isPublic: Bool) {
    #expect(Self.isPublic(text) == isPublic)
  }

  @Test("What getent prints is read line by line, and nothing that cannot be read is passed over")
  func lookup() throws {
    let answer = "93.184.216.34  STREAM example.org\n93.184.216.34  DGRAM  \n2606:2800::1 RAW\n"
    let addresses = try HostLookup.addresses(in: answer, of: "example.org", skipsZones: false)
    #expect(addresses.map(\.description) == ["93.184.216.34", "2606:2800::1"])
    let zone = answer + "fe80::1%eth0 STREAM\n"
    #expect(throws: FetchError.self) {
      try HostLookup.addresses(in: zone, of: "example.org", skipsZones: false)
    }
    let passedOver = try HostLookup.addresses(in: zone, of: "example.org", skipsZones: true)
    #expect(passedOver == addresses)
  }
}
