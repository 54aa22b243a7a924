// SHA-256 digests identify the file as read and the text as annotated.

import CHashing

/// A SHA-256 digest (FIPS 180-4).
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  /// The digest in 64 lower-case hexadecimal digits.
  public let description: String

  /// Works out the digest of a buffer.
  public init(of bytes: UnsafeBufferPointer<UInt8>) {
    var digest = [UInt8](repeating: 0, count: 32)
    chashing_sha256(bytes.baseAddress, bytes.count, &digest)
    description = Self.hexadecimal(digest)
  }

  /// Works out the digest of a text's bytes.
  public init(of text: ArticleText) {
    self = text.digest
  }

  /// Takes a digest that was written down; nil unless it is 64 hexadecimal digits.
  public init?(hexadecimal: String) {
    guard hexadecimal.utf8.count == 64, hexadecimal.utf8.allSatisfy(\.isHexDigit) else {
      return nil
    }
    let hasCapitals = hexadecimal.utf8.contains { $0 < UInt8(ascii: "a") && $0 > UInt8(ascii: "9") }
    description = hasCapitals ? hexadecimal.lowercased() : hexadecimal
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: 64) { hex in
      for (place, byte) in bytes.enumerated() {
        hex[2 * place] = digits[Int(byte >> 4)]
        hex[2 * place + 1] = digits[Int(byte & 15)]
      }
      return 2 * bytes.count
    }
  }
}

extension UInt8 {
  /// Whether it is one of 0–9, a–f and A–F.
  fileprivate var isHexDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }
}
