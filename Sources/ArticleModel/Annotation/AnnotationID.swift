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

  /// Takes a URI in UTF-8, which has been checked.
  package init(utf8 uri: UnsafeBufferPointer<UInt8>) {
    name = Self.uuid(uri) ?? .uri(String(decoding: uri, as: UTF8.self))
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
  private static let length = 45

  private static func uuid(_ text: UnsafeBufferPointer<UInt8>) -> Name? {
    guard text.count == length, text.starts(with: UnsafeBufferPointer(prefix)) else { return nil }
    var half: (UInt64, UInt64) = (0, 0)
    var place = 0
    for byte in text[prefix.utf8CodeUnitCount...] {
      if isHyphen(place) {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard let digit = value(of: byte) else { return nil }
        if place < lengthOfHalf {
          half.0 = half.0 << 4 | digit
        } else {
          half.1 = half.1 << 4 | digit
        }
      }
      place += 1
    }
    return .uuid(half.0, half.1)
  }

  /// How many characters of a UUID are before the hyphen in its middle.
  private static let lengthOfHalf = 18

  /// Whether a character of a UUID is a hyphen.
  @inline(__always)
  private static func isHyphen(_ place: Int) -> Bool {
    place == 8 || place == 13 || place == 18 || place == 23
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
      for digit in 0..<32 {
        if isHyphen(at - prefix.utf8CodeUnitCount) {
          text[at] = UInt8(ascii: "-")
          at += 1
        }
        let half = digit < 16 ? high : low
        text[at] = UnsafeBufferPointer(digits)[Int(half >> UInt64(60 - 4 * (digit % 16)) & 15)]
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
