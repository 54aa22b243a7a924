// Addresses that others wrote, as links: those of the web only, since other schemes run scripts, open
// files, or carry a page in themselves.

/// An address of the web, written so that it can stand in a link.
struct WebAddress {
  /// The address in printable ASCII and letters, without anything that could end an attribute, a link of
  /// Markdown or an address in a text.
  let encoded: String

  /// Takes an address whose scheme is http or https and that names a host; nil for all others, also for
  /// those that hide their scheme behind controls, blanks or escapes.
  init?(_ address: String) {
    guard let scheme = ["https://", "http://"].first(where: { Self.address(address, begins: $0) }),
      let host = address.utf8.dropFirst(scheme.utf8.count).first,
      !Self.beginsNoHost.contains(host)
    else { return nil }
    encoded = Self.encoded(address)
  }

  /// A path within a folder as a relative address that no program takes for one with a scheme or a host.
  static func relative(_ path: String) -> String {
    let bare = ["%", "#", "?", ":"].reduce(path) { path, mark in
      path.replacing(mark, with: mark.percentEncoded)
    }
    return bare == path && !path.hasPrefix("/") ? encoded(path) : "./" + encoded(bare)
  }

  private static let beginsNoHost = Set("/\\?#:@".utf8)

  private static func address(_ address: String, begins scheme: String) -> Bool {
    address.utf8.count > scheme.utf8.count
      && zip(address.utf8, scheme.utf8).allSatisfy { byte, expected in
        // Schemes are ASCII; a capital differs from its small letter by this bit alone.
        byte == expected || (0x41...0x5A).contains(byte) && byte | 0x20 == expected
      }
  }

  /// Percent-encodes what no address holds (RFC 3986) or would end a link, and what is not to be seen.
  private static func encoded(_ address: String) -> String {
    address.unicodeScalars.reduce(into: "") { result, scalar in
      let isKept =
        scalar.isASCII
        ? scalar.value > 0x20 && scalar.value < 0x7F && !unsafe.contains(scalar)
        : scalar.properties.isAlphabetic
      result += isKept ? String(scalar) : String(Character(scalar)).percentEncoded
    }
  }

  private static let unsafe = Set("\"<>\\^`{|}()'*[]".unicodeScalars)
}

/// Addresses that somebody publishes reviews at.
package enum PublishedAddress {
  /// Whether a text is an address of the web.
  package static func isOne(_ text: String) -> Bool { WebAddress(text)?.encoded == text }
}
