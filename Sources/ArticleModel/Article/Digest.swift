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
    self = text.withBytes { Digest(of: $0) }
  }

  /// Takes a digest that was written down; nil unless it is 64 hexadecimal digits.
  public init?(hexadecimal: String) {
    guard hexadecimal.utf8.count == 64, hexadecimal.allSatisfy(\.isHexDigit) else { return nil }
    description = hexadecimal.lowercased()
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let hex = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: hex, as: UTF8.self)
  }
}
