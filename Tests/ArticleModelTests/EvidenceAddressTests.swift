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

  @Test(
    "https:// may be left out",
    arguments: [
      "www.example.org/a", "example.org/page", "example.org", "example.org:8080/x?y#z",
      "münchen.example/minutes.pdf",
    ])
  func completed(text: String) throws {
    let address = try EvidenceAddress(text)
    #expect(address.text == "https://" + text && address.isCompleted)
  }

  @Test("What is typed in full is not said to be completed")
  func inFull() throws {
    #expect(try !EvidenceAddress("https://example.org/").isCompleted)
    #expect(try TypedSource("https://example.org/").remark == nil)
    #expect(try TypedSource("example.org").remark == "https:// was added: https://example.org")
  }

  @Test(
    "Several words are what a source without an address is called",
    arguments: [
      "phone call with N. N.", "Interview: N. N.", "Minutes of May, on paper", "St. Gall 3:4",
    ])
  func withoutAddress(text: String) throws {
    let source = try TypedSource("  \(text) ", stance: .supports)
    #expect(source.evidence.title == text && source.evidence.stance == .supports)
    #expect(source.evidence.address == nil && source.evidence.url.hasPrefix("urn:uuid:"))
    #expect(source.evidence.name == text && source.evidence.addressOrName == text)
    // Two calls to the same person are two sources.
    #expect(try TypedSource(text).evidence.url != source.evidence.url)
  }

  @Test(
    "An address with a slip in it is not taken for the name of a source",
    arguments: [
      "https://exa mple.org/x", "https: //example.org", "example.org /page", "www. example.org",
      "www.example .org", "doi:10. 1000", "minutes", "minutes.pdf", "", "call\u{7} me",
    ])
  func slips(text: String) {
    #expect(throws: EvidenceAddress.Fault.self) { try TypedSource(text) }
  }

  @Test(
    "What is not an address is refused",
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
