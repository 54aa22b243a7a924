// Names of annotations. Most are UUIDs, which are kept as numbers: comparing and hashing them is what
// sidecars with many marks are read with.

/// The name of an annotation, a URI; those made here are random UUIDs (RFC 9562, version 4).
public struct AnnotationID: Hashable, Sendable, CustomStringConvertible {
  private let name: Name

  private enum Name: Hashable, Sendable {
    /// `urn:uuid:` and 32 digits in lower case, in the form of RFC 9562, section 4.
    case uuid(UInt64, UInt64)
    /// Any other URI.
    case uri(String)
  }

  /// Takes a URI as it stands in a sidecar.
  public init(_ uri: String) {
    var uri = uri
    name = uri.withUTF8 { Self.uuid($0) } ?? .uri(uri)
  }

  /// The name that 128 random bits make.
  init(randomBits high: UInt64, _ low: UInt64) {
    name = .uuid(
      high & 0xFFFF_FFFF_FFFF_0FFF | 0x0000_0000_0000_4000,
      low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
  }

  /// A fresh name.
  public static func random() -> AnnotationID { IdentifierSource.random.annotationID() }

  /// The URI.
  public var description: String {
    switch name {
    case .uuid(let high, let low): Self.text(high, low)
    case .uri(let uri): uri
    }
  }

  // MARK: UUIDs

  private static let prefix: StaticString = "urn:uuid:"
  private static let digits: StaticString = "0123456789abcdef"
  /// Digits after which a hyphen stands.
  private static let hyphens = [8, 12, 16, 20]
  private static let length = 45

  private static func uuid(_ text: UnsafeBufferPointer<UInt8>) -> Name? {
    guard text.count == length, text.starts(with: UnsafeBufferPointer(prefix)) else { return nil }
    var (high, low): (UInt64, UInt64) = (0, 0)
    var at = prefix.utf8CodeUnitCount
    for place in 0..<32 {
      if hyphens.contains(place) {
        guard text[at] == UInt8(ascii: "-") else { return nil }
        at += 1
      }
      guard let digit = value(of: text[at]) else { return nil }
      if place < 16 { high = high << 4 | digit } else { low = low << 4 | digit }
      at += 1
    }
    return .uuid(high, low)
  }

  private static func value(of digit: UInt8) -> UInt64? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(digit - UInt8(ascii: "a") + 10)
    default: nil
    }
  }

  private static func text(_ high: UInt64, _ low: UInt64) -> String {
    String(unsafeUninitializedCapacity: length) { text in
      var at = text.update(fromContentsOf: UnsafeBufferPointer(prefix))
      for place in 0..<32 {
        if hyphens.contains(place) {
          text[at] = UInt8(ascii: "-")
          at += 1
        }
        let half = place < 16 ? high : low
        text[at] = UnsafeBufferPointer(digits)[Int(half >> UInt64(60 - 4 * (place % 16)) & 15)]
        at += 1
      }
      return at
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a literal.
  fileprivate init(_ text: StaticString) {
    self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }
}
