// Names of hosts in other scripts, as the domain name system has them (IDNA).

import CUnicode

#if canImport(Glibc)
  import Glibc
#endif

/// Names in the domain name system.
enum DomainName {
  /// A name in ASCII and small letters: what is not ASCII becomes Punycode, label by label (UTS #46 without
  /// transitional processing). nil when a character has no place in a name.
  static func ascii(_ text: Substring) -> String? {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    guard let folded = folded(text) else { return nil }
    let labels = folded.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "\u{3002}" }
    var result: [String] = []
    for label in labels {
      guard let encoded = encoded(label) else { return nil }
      result.append(encoded)
    }
    return result.joined(separator: ".")
  }

  private static func encoded(_ label: Substring) -> String? {
    let scalars = Array(label.unicodeScalars)
    if scalars.allSatisfy(\.isASCII) { return String(label) }
    guard scalars.allSatisfy({ $0.isASCII || isOfName($0) }), let code = Punycode.encode(scalars)
    else { return nil }
    return "xn--" + code
  }

  /// Letters, their marks, and digits.
  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark,
      .decimalNumber:
      true
    default: false
    }
  }

  /// Small letters in compatibility normal form (NFKC).
  private static func folded(_ text: Substring) -> String? {
    var text = normalised(String(text))?.lowercased()
    text = text.flatMap(normalised)
    return text
  }

  private static func normalised(_ text: String) -> String? {
    var text = text
    var length = 0
    let bytes = text.withUTF8 { cunicode_nfkc($0.baseAddress, $0.count, 0, &length) }
    guard let bytes else { return nil }
    defer { free(bytes) }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
  }
}
