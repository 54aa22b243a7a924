// File names and addresses as the references that JSON-LD wants (RFC 3987).

import ArticleModel
import LosslessJSON

/// Writes names and addresses so that they are valid IRI references, and reads them back.
enum IRIReference {
  /// The reference to a file of that name, or an address as it is.
  static func reference(to name: String) -> String {
    isAddress(name) ? address(name) : encoded(name, alsoEncoding: ["%", "?", "#", ":"])
  }

  /// The name that a reference stands for.
  static func name(of reference: String) -> String {
    guard !isAddress(reference), reference.utf8.contains(UInt8(ascii: "%")) else {
      return reference
    }
    return decoded(Array(reference.utf8)) ?? reference
  }

  /// An address with what no IRI may hold percent-encoded.
  static func address(_ text: String) -> String { encoded(text, alsoEncoding: []) }

  /// Whether the text begins with a scheme and what shows that it is one.
  private static func isAddress(_ text: String) -> Bool {
    let utf8 = text.utf8
    guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return utf8[colon...].starts(with: "://".utf8) || utf8.starts(with: "urn:".utf8)
      || utf8.starts(with: "galley:".utf8)
  }

  private static func encoded(
    _ text: String, alsoEncoding more: Set<Unicode.Scalar>
  ) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isForbidden = scalar.value <= 0x20 || (0x7F...0x9F).contains(scalar.value)
      if isForbidden || #"<>"{}|\^`"#.unicodeScalars.contains(scalar) || more.contains(scalar) {
        for byte in UTF8.encode(scalar).map(Array.init) ?? [] {
          result.append(
            contentsOf: "%\(hexadecimal(byte >> 4))\(hexadecimal(byte & 15))".unicodeScalars)
        }
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func hexadecimal(_ digit: UInt8) -> String {
    String(digit, radix: 16, uppercase: true)
  }

  private static func decoded(_ bytes: [UInt8]) -> String? {
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "%") else {
        result.append(bytes[at])
        at += 1
        continue
      }
      guard at + 2 < bytes.count, let high = JSONString.hexadecimal(bytes[at + 1]),
        let low = JSONString.hexadecimal(bytes[at + 2])
      else { return nil }
      result.append(high << 4 | low)
      at += 3
    }
    return String(validating: result, as: UTF8.self)
  }
}
