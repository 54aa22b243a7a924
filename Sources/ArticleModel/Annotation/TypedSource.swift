// What somebody types for a source: an address, or, for a source without one, what it is called.

/// A source as it was typed.
package struct TypedSource: Hashable, Sendable {
  /// The source.
  package let evidence: Evidence
  /// What was made of the words, in one line; nil when they were taken as they are.
  package let remark: String?

  /// Reads what was typed: “https://example.org/page”, “example.org/page”, “phone call with N. N.”. A source
  /// without an address takes several words, so that an address with a slip in it is not taken for one.
  /// - Throws: why it is neither.
  package init(_ typed: String, stance: Evidence.Stance? = nil) throws(EvidenceAddress.Fault) {
    do throws(EvidenceAddress.Fault) {
      let address = try EvidenceAddress(typed)
      evidence = Evidence(url: address.text, stance: stance)
      remark = address.isCompleted ? "https:// was added: \(address.text)" : nil
    } catch {
      guard error == .hasSpaces, Self.isTitle(typed) else { throw error }
      let title = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      evidence = Evidence(withoutAddress: title, stance: stance)
      remark = "a source without an address: \(title)"
    }
  }

  /// Whether words say what a source is, and are no address that has a blank in it.
  private static func isTitle(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    let isClean = !text.unicodeScalars.contains {
      $0.properties.generalCategory == .control && !$0.properties.isWhitespace
    }
    let looksLikeAddress = words.contains { word in
      word.contains("//") || word.hasPrefix("/") || word.hasPrefix("www.")
    }
    // “Interview: N. N.” has a colon behind a word, “doi:10. 1000” one within.
    let hasScheme = words.first?.dropLast().contains(":") ?? false
    return words.count > 1 && isClean && !looksLikeAddress && !hasScheme
  }
}
