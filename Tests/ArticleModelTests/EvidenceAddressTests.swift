// What is taken for the address of evidence, and what is refused with words that help.

import Testing

@testable import ArticleModel

@Suite struct EvidenceAddressTests {
  @Test(
    "Addresses of the web and of other schemes are taken as they are typed",
    arguments: [
      "https://www.example.org/a?b=c#d", "http://example.org", "https://[::1]:8080/x",
      "https://münchen.example/straße", "http://localhost:8765/", "mailto:ana@example.org",
      "doi:10.1000/182", "urn:isbn:9780000000002", "tel:+493012345", "./minutes.pdf",
      "ftp://files.example/a", "https://192.0.2.7/x", "https://user@example.org/",
    ])
  func taken(text: String) throws {
    #expect(try EvidenceAddress(" \(text)\n").text == text)
  }

  @Test("www. alone stands for the web")
  func completed() throws {
    #expect(try EvidenceAddress("www.example.org/a").text == "https://www.example.org/a")
  }

  @Test(
    "What is no address is refused",
    arguments: [
      "", "  ", "minutes", "the minutes of May", "minutes.pdf", "https://", "https:example.org",
      "http:///x", "https://a b.example", "https://a..example", "https://exa!mple.org",
      "https://example.org:port/", "https://example.org:99999/", "javascript:alert(1)",
      "file:///etc/passwd", "mailto:ana", "doi:", "https://example.org/a b", "://x", "12:30",
      "https://example.org/\u{7}",
    ])
  func refused(text: String) {
    #expect(throws: EvidenceAddress.Fault.self) { try EvidenceAddress(text) }
  }
}
