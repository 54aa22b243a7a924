// Addresses are read strictly and written in one way.

import TestSupport
import Testing

@testable import Archive

@Suite("Addresses of pages")
struct WebAddressTests {
  private static func text(_ address: String) -> String? { (try? WebAddress(address))?.description }

  @Test(
    "An address has one spelling",
    arguments: [
      ("https://example.org", "https://example.org/"),
      ("HTTPS://WWW.Example.ORG:443/News#top", "https://www.example.org/News"),
      ("http://example.org:80", "http://example.org/"),
      ("http://example.org:8080/a", "http://example.org:8080/a"),
      ("http://example.org:/a", "http://example.org/a"),
      ("https://example.org./a", "https://example.org/a"),
      ("  https://example.org/a \n", "https://example.org/a"),
      ("https://example.org/a/./b/../c", "https://example.org/a/c"),
      ("https://example.org/../../etc/passwd", "https://example.org/etc/passwd"),
      ("https://example.org/a/%2e%2E/b", "https://example.org/b"),
      ("https://example.org/a/..", "https://example.org/"),
      ("https://example.org//a//", "https://example.org//a//"),
      ("https://example.org?q=1#x?y", "https://example.org/?q=1"),
      ("https://example.org/a?", "https://example.org/a?"),
      ("https://example.org/two words", "https://example.org/two%20words"),
      ("https://example.org/100%", "https://example.org/100%25"),
      ("https://example.org/caf\u{E9}?\u{FC}=[1]", "https://example.org/caf%C3%A9?%C3%BC=[1]"),
      ("https://example.org/a\\b\"<>", "https://example.org/a%5Cb%22%3C%3E"),
      ("https://[2001:DB8::1]:8443/", "https://[2001:db8::1]:8443/"),
      ("http://0x7f.1/", "http://127.0.0.1/"), ("http://2130706433/", "http://127.0.0.1/"),
      ("http://0177.0.0.01", "http://127.0.0.1/"), ("http://127.1.", "http://127.0.0.1/"),
      ("http://\u{FF11}\u{FF12}\u{FF17}.1/", "http://127.0.0.1/"),
      ("https://m\u{FC}nchen.example/", "https://xn--mnchen-3ya.example/"),
      ("https://M\u{DC}NCHEN.example/", "https://xn--mnchen-3ya.example/"),
      ("https://stra\u{DF}e.example/", "https://xn--strae-oqa.example/"),
      ("https://\u{65E5}\u{672C}\u{8A9E}\u{3002}jp/", "https://xn--wgv71a119e.jp/"),
      // RFC 3492, section 7.1, sample B: letters that lie far apart.
      (
        "https://\u{4ED6}\u{4EEC}\u{4E3A}\u{4EC0}\u{4E48}\u{4E0D}\u{8BF4}\u{4E2D}\u{6587}.example/",
        "https://xn--ihqwcrb4cv8a8dqg056pqjye.example/"
      ),
    ])
  func spelling(written: String, read: String) {
    #expect(Self.text(written) == read)
  }

  @Test(
    "What is not an address of the web is refused with a reason",
    arguments: [
      ("ftp://example.org/a", AddressError.otherScheme("ftp")),
      ("javascript:alert(1)", .otherScheme("javascript")),
      ("file:///etc/passwd", .otherScheme("file")), ("example.org/a", .noScheme("example.org/a")),
      ("https:/example.org", .noScheme("https:/example.org")),
      ("https:example.org", .noScheme("https:example.org")), ("https://", .noHost("")),
      ("https:///a", .noHost("")), ("https://:80/", .noHost(":80")),
      ("https://ana:secret@example.org/", .credentials), ("https://a@b@example.org/", .credentials),
      ("https://example.org:0/", .badPort("0")), ("https://example.org:65536/", .badPort("65536")),
      ("https://example.org:+80/", .badPort("+80")), ("https://example.org:8a/", .badPort("8a")),
      ("https://good.example\\@evil.example/", .credentials),
      ("https://good.example\\evil/", .badHost("good.example\\evil")),
      ("https://a..b/", .badHost("a..b")), ("https://.example/", .badHost(".example")),
      ("https://-o.example/", .badHost("-o.example")), ("https://a b/", .badHost("a b")),
      ("https://ex%61mple.org/", .badHost("ex%61mple.org")),
      ("https://1.2.3.4.5/", .badHost("1.2.3.4.5")), ("https://256.1.1.1/", .badHost("256.1.1.1")),
      ("https://4294967296/", .badHost("4294967296")), ("https://a.0x/", .badHost("a.0x")),
      ("https://[::1/", .badHost("[::1")),
      ("https://[::1]x/", .badHost("[::1]x")), ("https://[fe80::1%25eth0]/", .badHost("")),
      ("https://[127.0.0.1]/", .badHost("[127.0.0.1]")),
      ("https://exa\u{AD}mple.org/", .badHost("exa\u{AD}mple.org")),
      ("https://example.org/\u{1B}[2J", .controlCharacters),
      ("https://example.org/a\nHost: b", .controlCharacters),
    ])
  func refusals(written: String, reason: AddressError) {
    #expect {
      try WebAddress(written)
    } throws: { error in
      guard let found = error as? AddressError else { return false }
      if case .badHost = reason, case .badHost = found { return true }
      return found == reason
    }
  }

  @Test("A reference is resolved as RFC 3986 asks in section 5.4")
  func references() throws {
    let base = try WebAddress("http://a/b/c/d;p?q")
    let cases = [
      ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
      ("/g", "http://a/g"), ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"),
      ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q"), ("g#s", "http://a/b/c/g"),
      (";x", "http://a/b/c/;x"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
      ("..", "http://a/b/"), ("../g", "http://a/b/g"), ("../../..", "http://a/"),
      ("../../../g", "http://a/g"), ("g;x=1/../y", "http://a/b/c/y"),
      ("g?y/../x", "http://a/b/c/g?y/../x"), ("https://b/x", "https://b/x"),
    ]
    for (reference, meant) in cases {
      #expect(try base.resolving(reference).description == meant, "\(reference)")
    }
    #expect(throws: AddressError.otherScheme("mailto")) { try base.resolving("mailto:a@b") }
    #expect(throws: AddressError.controlCharacters) { try base.resolving("/a\u{7}") }
  }

  @Test("Whatever is put together, an address that is taken is clean and means itself")
  func generated() {
    var chance = Chance(seed: 12)
    let parts = [
      "http", "https", ":", "//", "/", "?", "#", "@", "[", "]", "::1", "%", "%2e", "..", ".", "a",
      "example", "0x7f", "127", "1", "\u{FC}", "\u{65E5}", "\u{AD}", " ", "\t", "\u{0}", "\u{1B}",
      "\\", "-", "_", ":80", ":", "xn--", "\u{3002}", "\u{FF0F}", "\u{2028}", "\u{202E}", "\"",
    ]
    var taken = 0
    for _ in 0..<30_000 {
      let count = Int.random(in: 1...9, using: &chance)
      let start = Bool.random(using: &chance) ? "https://" : ""
      let written = start + (0..<count).map { _ in chance.pick(parts) }.joined()
      guard let address = try? WebAddress(written) else { continue }
      taken += 1
      let text = address.description
      #expect(text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(written)")
      #expect((try? WebAddress(text)) == address, "\(written)")
      let authority = text.dropFirst(address.scheme == .http ? 7 : 8).prefix { $0 != "/" }
      #expect(!text.contains("#") && !authority.contains("@"), "\(written)")
    }
    #expect(taken > 1000)
  }
}
