// Which encoding a plain text is in, told from its bytes alone.

import ArticleModel
import CUnicode

/// The encodings that plain text comes in.
enum TextEncoding: Equatable {
  /// UTF-8, of which some bytes may be broken.
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  case windows1252

  /// Tells the encoding of a whole file, in this order: byte-order mark; zero bytes in every other
  /// place; UTF-8, with a few faults if need be; Windows-1252, which any bytes are.
  static func detected(in bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding {
    let beginning = ByteSample(of: bytes)
    if let marked = byteOrderMark(of: beginning) { return marked }
    if let wide = zeroPattern(of: beginning) { return wide }
    var (valid, broken) = (0, 0)
    cunicode_count_sequences(bytes.baseAddress, bytes.count, &valid, &broken)
    return broken == 0 || valid > 2 * broken ? .utf8 : .windows1252
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
    let beginning = sample.bytes
    if cunicode_find_first(beginning.baseAddress, beginning.count, 0) < 0 { return nil }
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
}
