// Moments of a recording as captions and transcripts write them: 00:12:34,500, 12:34.5, 1:02:03.

import ArticleModel

/// A time code in a text.
struct TimeCode: Hashable {
  /// The moment, in milliseconds from the beginning of the recording.
  let milliseconds: Int
  /// Whether it has minutes and seconds alone.
  let hasTwoParts: Bool
  /// Where it ends in the bytes that it was read from.
  let end: Int

  /// Reads the time code that begins at an index: minutes and seconds, with hours before them and a
  /// fraction after a comma or a period; frames after a third colon are passed over. Nil when the digits
  /// are no time, as in 12:75 or 1:2:3:4:5.
  init?(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, upTo limit: Int) {
    var reader = DigitReader(bytes: bytes, at: start, limit: limit)
    guard let first = reader.number(ofAtMost: 3) else { return nil }
    var parts = [first]
    while parts.count < 4, reader.skip(":;"), let part = reader.number(ofAtMost: 2) {
      parts.append(part)
    }
    let count = parts.count
    guard count > 1, count > 2 || reader.digits == 2 else { return nil }
    let hours = parts.count > 2 ? parts.removeFirst() : 0
    guard parts[0] < 60 || hours == 0, parts[1] < 60 else { return nil }
    var milliseconds = ((hours * 60 + parts[0]) * 60 + parts[1]) * 1000
    if parts.count == 2 { milliseconds += reader.fraction() }
    guard reader.isAtEndOfNumber else { return nil }
    (self.milliseconds, end, hasTwoParts) = (milliseconds, reader.at, count == 2)
  }
}

/// Takes digits from bytes.
private struct DigitReader {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var at: Int
  let limit: Int

  init(bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) {
    (self.bytes, at, self.limit) = (bytes, start, limit)
  }

  /// How many digits the last number had.
  private(set) var digits = 0

  private var next: UInt8? { at < min(limit, bytes.count) ? bytes[at] : nil }

  /// The digits from here on as a number; nil when there are none, or more than `count`.
  mutating func number(ofAtMost count: Int) -> Int? {
    var value = 0
    digits = 0
    while let byte = next, byte.isASCIIDigit {
      digits += 1
      guard digits <= count else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      at += 1
    }
    return digits > 0 ? value : nil
  }

  /// Passes over one of some signs when a digit follows it.
  mutating func skip(_ signs: StaticString) -> Bool {
    guard let byte = next, signs.withUTF8Buffer({ $0.contains(byte) }),
      at + 1 < min(limit, bytes.count), bytes[at + 1].isASCIIDigit
    else { return false }
    at += 1
    return true
  }

  /// What stands after a comma or a period, in thousandths; 0 when nothing does.
  mutating func fraction() -> Int {
    guard skip(",.") else { return 0 }
    var (value, weight) = (0, 100)
    while let byte = next, byte.isASCIIDigit {
      value += Int(byte - UInt8(ascii: "0")) * weight
      weight /= 10
      at += 1
    }
    return value
  }

  /// Whether neither a letter nor a further part follows.
  var isAtEndOfNumber: Bool {
    guard let byte = next else { return true }
    return !(byte.isASCIIDigit || byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A))
      && !(byte == UInt8(ascii: ":") && at + 1 < limit && bytes[at + 1].isASCIIDigit)
  }
}

extension UInt8 {
  /// Whether it is one of the digits from 0 to 9.
  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
}
