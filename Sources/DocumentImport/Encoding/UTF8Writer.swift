// UTF-8 as decoders write it, code point by code point.

/// A growing text.
struct UTF8Writer {
  private(set) var bytes: [UInt8] = []

  /// Prepares for about so many bytes.
  init(expecting count: Int) { bytes.reserveCapacity(count) }

  /// Adds a code point; U+FFFD where none may be (surrogates and numbers beyond Unicode).
  mutating func append(_ point: UInt32) {
    switch point {
    case 0..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: point))
    case 0x80..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | point >> 6))
      appendContinuation(point)
    case 0xD800..<0xE000, 0x110000...:
      appendReplacement()
    case 0x800..<0x10000:
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | point >> 12))
      appendContinuation(point >> 6)
      appendContinuation(point)
    default:
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | point >> 18))
      appendContinuation(point >> 12)
      appendContinuation(point >> 6)
      appendContinuation(point)
    }
  }

  /// Adds U+FFFD, which stands for what cannot be decoded.
  mutating func appendReplacement() {
    bytes.append(0xEF)
    bytes.append(0xBF)
    bytes.append(0xBD)
  }

  private mutating func appendContinuation(_ bits: UInt32) {
    bytes.append(UInt8(truncatingIfNeeded: 0x80 | bits & 0x3F))
  }
}

/// Bytes as decoders take them, one after another.
struct ByteReader {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next one is.
  var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next byte; nil at the end.
  mutating func next() -> UInt8? {
    guard at < bytes.count else { return nil }
    at += 1
    return bytes[at - 1]
  }

  /// The byte after the next ones, without taking it.
  func peek(_ distance: Int = 0) -> UInt8? {
    at + distance < bytes.count ? bytes[at + distance] : nil
  }
}
