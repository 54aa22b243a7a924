// Which encoding a text is in, told from its bytes alone.

import ArticleModel
import CUnicode

/// An encoding, and how sure it is.
struct EncodingGuess: Equatable {
  var encoding: TextEncoding
  /// Whether the bytes may mean another text in another encoding.
  var isGuessed: Bool

  /// Tells the encoding of a whole file, in this order: byte-order mark; zero bytes as in UTF-32 and
  /// UTF-16; the escape sequences of ISO-2022-JP; UTF-8, with a few faults if need be; what the letters
  /// look like.
  init(of bytes: UnsafeBufferPointer<UInt8>) {
    let beginning = ByteSample(of: bytes)
    if let marked = Self.byteOrderMark(of: beginning) {
      self.init(encoding: marked, isGuessed: false)
    } else if let wide = WideUnits.encoding(of: beginning) {
      self.init(encoding: wide, isGuessed: false)
    } else if Self.hasJapaneseEscapes(beginning) {
      self.init(encoding: .iso2022JP, isGuessed: false)
    } else {
      var (valid, broken) = (0, 0)
      cunicode_count_sequences(bytes.baseAddress, bytes.count, &valid, &broken)
      if broken == 0 || valid > 2 * broken {
        self.init(encoding: .utf8, isGuessed: false)
      } else {
        self.init(encoding: LetterStatistics.encoding(of: bytes), isGuessed: true)
      }
    }
  }

  private init(encoding: TextEncoding, isGuessed: Bool) {
    self.encoding = encoding
    self.isGuessed = isGuessed
  }

  /// Whether the sample is no sequence of single bytes although it may be valid UTF-8: UTF-16 and UTF-32,
  /// with or without a byte-order mark, and ISO-2022-JP.
  static func isHiddenInUTF8(_ sample: ByteSample) -> Bool {
    byteOrderMark(of: sample) != nil || WideUnits.encoding(of: sample) != nil
      || hasJapaneseEscapes(sample)
  }

  /// The encoding of units wider than a byte that the sample is in; nil when it is in none.
  static func wideEncoding(of sample: ByteSample) -> TextEncoding? {
    byteOrderMark(of: sample) ?? WideUnits.encoding(of: sample)
  }

  /// UTF-32 first: its little-endian mark begins like that of UTF-16.
  private static func byteOrderMark(of sample: ByteSample) -> TextEncoding? {
    let bytes = sample.bytes
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]), bytes.count.isMultiple(of: 4) {
      return .utf32LittleEndian
    }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32BigEndian }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return nil
  }

  /// Whether there is a sequence with which ISO-2022-JP goes over to kanji or katakana, in bytes that are
  /// ASCII otherwise.
  private static func hasJapaneseEscapes(_ sample: ByteSample) -> Bool {
    let bytes = sample.bytes
    var at = 0
    while let base = bytes.baseAddress, at + 2 < bytes.count {
      let found = cunicode_find_first(base + at, bytes.count - at, 0x1B)
      guard found >= 0, at + found + 2 < bytes.count else { return false }
      at += found
      let (first, second) = (bytes[at + 1], bytes[at + 2])
      if first == 0x24, second == 0x42 || second == 0x40 { return !bytes.contains { $0 >= 0x80 } }
      if first == 0x28, second == 0x49 { return !bytes.contains { $0 >= 0x80 } }
      at += 1
    }
    return false
  }
}

/// UTF-32 and UTF-16 without a byte-order mark, told by their zero bytes.
private enum WideUnits {
  static func encoding(of sample: ByteSample) -> TextEncoding? {
    let bytes = sample.bytes
    guard bytes.count > 1, cunicode_find_first(bytes.baseAddress, bytes.count, 0) >= 0 else {
      return nil
    }
    for isBigEndian in [false, true] where isUTF32(bytes, isBigEndian: isBigEndian) {
      return isBigEndian ? .utf32BigEndian : .utf32LittleEndian
    }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in bytes.enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let units = bytes.count / 2
    if zeros.odd * 5 >= units * 2, zeros.even * 50 <= units { return .utf16LittleEndian }
    if zeros.even * 5 >= units * 2, zeros.odd * 50 <= units { return .utf16BigEndian }
    return writing(bytes)
  }

  /// Whether the bytes are numbers of code points that text has.
  private static func isUTF32(_ bytes: UnsafeBufferPointer<UInt8>, isBigEndian: Bool) -> Bool {
    let units = bytes.count / 4
    guard units > 1 else { return false }
    let good = (0..<units).count { unit in
      let point = TextEncoding.unit32(bytes, at: unit * 4, isBigEndian: isBigEndian)
      return point >= 0x20 && point < 0x40000 || (9...13).contains(point)
    }
    return good * 100 >= units * 98
  }

  /// UTF-16 in other scripts than Latin: line ends and blanks have a zero byte, and the other units are
  /// letters that people write in, the one way round and not the other.
  private static func writing(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    let units = bytes.count / 2
    // Pairs of ASCII letters would be Chinese.
    let foreign = bytes.count { $0 >= 0x80 || $0 < 0x20 && !(9...13).contains($0) }
    guard foreign * 5 >= bytes.count else { return nil }
    var (good, common) = ((little: 0, big: 0), (little: 0, big: 0))
    for unit in 0..<units {
      let (first, second) = (UInt16(bytes[unit * 2]), UInt16(bytes[unit * 2 + 1]))
      let (little, big) = (second << 8 | first, first << 8 | second)
      if isWritten(little) { good.little += 1 }
      if isWritten(big) { good.big += 1 }
      if Self.common.contains(little) { common.little += 1 }
      if Self.common.contains(big) { common.big += 1 }
    }
    if good.little * 100 >= units * 98, common.little > common.big { return .utf16LittleEndian }
    if good.big * 100 >= units * 98, common.big > common.little { return .utf16BigEndian }
    return nil
  }

  /// Line ends, the blank, and the commas and full stops of East Asia, which every text has.
  private static let common: Set<UInt16> = [0x0A, 0x0D, 0x20, 0x3001, 0x3002, 0xFF0C, 0xFF0E]

  private static func isWritten(_ unit: UInt16) -> Bool {
    switch unit {
    case 9...13, 0x20...0x7E, 0xA0...0x6FF, 0x900...0xDFF, 0xE01...0xE5B, 0x10A0...0x11FF,
      0x2010...0x203B, 0x20A0...0x20BF, 0x3000...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xFF01...0xFF9F:
      true
    default: false
    }
  }
}
