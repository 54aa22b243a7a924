// Which encoding a plain text is in, told from its bytes alone.

import ArticleModel

/// The encodings that plain text comes in.
enum TextEncoding: Equatable {
  case utf8
  /// UTF-8 of which some bytes are broken; they become U+FFFD.
  case damagedUTF8
  case utf16LittleEndian
  case utf16BigEndian
  case windows1252

  /// Tells the encoding from a sample, in this order: byte-order mark; zero bytes in every other
  /// place; valid UTF-8; UTF-8 with a few faults; Windows-1252, which any bytes are.
  static func detected(in sample: ByteSample) -> TextEncoding {
    if let marked = byteOrderMark(of: sample) { return marked }
    if let wide = zeroPattern(of: sample) { return wide }
    let bytes = sample.withoutCutCodePoint
    if isValidUTF8(bytes) { return .utf8 }
    let sequences = UTF8Sequences(in: bytes)
    return sequences.valid > 2 * sequences.broken ? .damagedUTF8 : .windows1252
  }

  /// Whether the sample is UTF-16, with or without a byte-order mark.
  static func isUTF16(_ sample: ByteSample) -> Bool {
    (byteOrderMark(of: sample) ?? zeroPattern(of: sample)).map { $0 != .utf8 } ?? false
  }

  private static func byteOrderMark(of sample: ByteSample) -> TextEncoding? {
    if sample.bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if sample.bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return nil
  }

  /// UTF-16 without a mark: in Western text nearly every other byte is zero, always the same half.
  private static func zeroPattern(of sample: ByteSample) -> TextEncoding? {
    let beginning = sample.bytes.prefix(ByteSample.size)
    var zeros = (even: 0, odd: 0)
    for (index, byte) in beginning.enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let units = beginning.count / 2
    guard units > 0 else { return nil }
    if zeros.odd * 5 >= units * 2, zeros.even * 50 <= units { return .utf16LittleEndian }
    if zeros.even * 5 >= units * 2, zeros.odd * 50 <= units { return .utf16BigEndian }
    return nil
  }

  private static func isValidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }
}

/// How many sequences of more than one byte are valid UTF-8, and how many bytes belong to none.
private struct UTF8Sequences {
  var valid = 0
  var broken = 0

  init(in bytes: UnsafeBufferPointer<UInt8>) {
    var iterator = bytes.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): if scalar.count > 1 { valid += 1 }
      case .error: broken += 1
      case .emptyInput: return
      }
    }
  }
}
