// What two ways of writing a word have in common, so that they can be compared.

import CUnicode

#if canImport(Glibc)
  import Glibc
#endif

/// Makes the keys of words.
enum WordKey {
  /// The key of a part of a text.
  static func key(of part: Substring, _ sign: WordSign) -> String {
    let visible = part.unicodeScalars.filter { WordSign($0) != .invisible }
    let key = folded(String(String.UnicodeScalarView(visible.map(plain))))
    switch sign {
    case .superscript: return "^" + key.filter { $0 != "^" }
    case .digit, .hyphen: return withoutThousandsSeparators(key)
    default: return key.utf8.allSatisfy { $0 < 0x80 } ? key : withoutLookAlikes(key)
    }
  }

  /// In small letters and compatibility form.
  private static func folded(_ text: String) -> String {
    var text = text
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    return text.withUTF8 { bytes in
      var count = 0
      guard let base = bytes.baseAddress, let folded = cunicode_nfkc(base, bytes.count, 1, &count)
      else { return String(decoding: bytes, as: UTF8.self).lowercased() }
      defer { free(folded) }
      let result = String(decoding: UnsafeBufferPointer(start: folded, count: count), as: UTF8.self)
      return result.replacing("\u{2044}", with: "/")
    }
  }

  /// One shape for all apostrophes, all minus signs and fraction bars, and the digits of all scripts.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch WordSign(scalar) {
    case .apostrophe: return "'"
    case .hyphen: return "-"
    case .slash: return "/"
    case .digit where scalar.value >= 0x80 && scalar.properties.generalCategory == .decimalNumber:
      let value = UInt8(truncatingIfNeeded: Int(scalar.properties.numericValue ?? 0))
      return Unicode.Scalar(0x30 + value % 10)
    default: return scalar
    }
  }

  /// The number without commas between groups of three digits.
  private static func withoutThousandsSeparators(_ number: String) -> String {
    guard number.utf8.contains(0x2C) else { return number }
    let groups = number.split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped = groups.dropFirst().enumerated().allSatisfy { index, group in
      let digits = index == groups.count - 2 ? group.prefix { $0 != "." } : group
      return digits.utf8.count == 3 && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    let first = groups[0].drop { $0 == "-" }
    guard isGrouped, (1...3).contains(first.utf8.count) else { return number }
    return groups.joined()
  }

  /// A word of Latin letters with those of other alphabets that are drawn alike in their place.
  private static func withoutLookAlikes(_ word: String) -> String {
    let scalars = word.unicodeScalars
    guard scalars.contains(where: { (0x61...0x7A).contains($0.value) }),
      scalars.contains(where: { lookAlikes[$0] != nil })
    else { return word }
    let latin = scalars.map { lookAlikes[$0] ?? $0 }
    guard latin.allSatisfy({ $0.value < 0x250 }) else { return word }
    return String(String.UnicodeScalarView(latin))
  }

  /// Small letters of Cyrillic and Greek, and the Latin ones that they look like (Unicode's confusables).
  private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j",
    "ѕ": "s", "һ": "h", "ԁ": "d", "ӏ": "l", "в": "b", "к": "k", "м": "m", "н": "h", "т": "t",
    "ο": "o", "ν": "v", "α": "a", "ρ": "p", "ι": "i", "κ": "k", "υ": "u", "τ": "t", "ε": "e",
  ]
}
