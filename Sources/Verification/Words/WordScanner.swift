// One pass over the bytes of a text: its words as hashes, without a String for any of them.
//
//   text   “We can’t wait,” 12,400 work-ers said – 5 %
//   words    we can't wait  12400  work ers said   5 %

/// A word of a text: what it is compared by, and where it stands.
struct ScannedWord: Hashable {
  /// The hash of its letters and digits, folded.
  var hash: UInt64
  /// Its first byte.
  var start: Int
  /// The byte after its last one.
  var end: Int
  /// Whether it is a number in digits.
  var isNumber: Bool
}

/// Reads words: runs of letters, digits and the apostrophes between them. Case, the shape of apostrophes and
/// ligatures, invisible characters and the commas in numbers are folded; accents are kept. A hyphen parts words.
struct WordScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var at: Int
  private let end: Int

  /// Reads the words of a part of a text in valid UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0, to end: Int? = nil) {
    self.bytes = bytes
    at = max(start, 0)
    self.end = min(end ?? bytes.count, bytes.count)
  }

  /// The next word; nil at the end.
  mutating func next() -> ScannedWord? {
    while at < end {
      let byte = bytes[at]
      if WordFolding.folded(byte) != 0 { return word() }
      if byte < 0x80 {
        at += 1
        if byte == UInt8(ascii: "%") || byte == UInt8(ascii: "&") { return sign(byte) }
        continue
      }
      let (scalar, length) = scalar(at: at)
      switch WordFolding.role(of: scalar) {
      case .letter: return word()
      case .ideograph: return ideograph(scalar, length)
      case .invisible, .apostrophe, .other: at += length
      }
    }
    return nil
  }

  private func sign(_ byte: UInt8) -> ScannedWord {
    ScannedWord(hash: WordHash.of([byte]), start: at - 1, end: at, isNumber: false)
  }

  private mutating func ideograph(_ scalar: UInt32, _ length: Int) -> ScannedWord {
    var hash = WordHash.seed
    WordFolding.mix(scalar, into: &hash)
    defer { at += length }
    return ScannedWord(hash: hash, start: at, end: at + length, isNumber: false)
  }

  private mutating func word() -> ScannedWord {
    let start = at
    var hash = WordHash.seed
    var isNumber = true
    while at < end {
      let folded = WordFolding.folded(bytes[at])
      if folded != 0 {
        WordHash.mix(folded, into: &hash)
        if folded >= UInt8(ascii: "a") { isNumber = false }
        at += 1
      } else if !readOn(from: start, into: &hash, &isNumber) {
        break
      }
    }
    return ScannedWord(hash: hash, start: start, end: at, isNumber: isNumber)
  }

  /// Reads what is neither a letter nor a digit of ASCII; false when the word ends before it.
  private mutating func readOn(
    from start: Int, into hash: inout UInt64, _ isNumber: inout Bool
  ) -> Bool {
    let byte = bytes[at]
    if byte < 0x80 { return readSign(byte, from: start, into: &hash, &isNumber) }
    let (scalar, length) = scalar(at: at)
    switch WordFolding.role(of: scalar) {
    case .letter:
      WordFolding.mix(scalar, into: &hash)
      isNumber = false
    case .apostrophe:
      guard isLetter(at + length) else { return false }
      WordHash.mix(UInt8(ascii: "'"), into: &hash)
      isNumber = false
    case .invisible: break
    case .ideograph, .other: return false
    }
    at += length
    return true
  }

  private mutating func readSign(
    _ byte: UInt8, from start: Int, into hash: inout UInt64, _ isNumber: inout Bool
  ) -> Bool {
    switch byte {
    case UInt8(ascii: "'") where isLetter(at + 1):
      WordHash.mix(byte, into: &hash)
      isNumber = false
    case UInt8(ascii: ",") where isNumber && startsGroup(at + 1): break
    case UInt8(ascii: ".") where isNumber && isDigit(at + 1): WordHash.mix(byte, into: &hash)
    default: return false
    }
    at += 1
    return true
  }

  private func isDigit(_ place: Int) -> Bool {
    place < end && bytes[place] &- UInt8(ascii: "0") < 10
  }

  /// Whether three digits stand there, and no fourth.
  private func startsGroup(_ place: Int) -> Bool {
    isDigit(place) && isDigit(place + 1) && isDigit(place + 2) && !isDigit(place + 3)
  }

  private func isLetter(_ place: Int) -> Bool {
    guard place < end else { return false }
    if bytes[place] < 0x80 { return WordFolding.folded(bytes[place]) >= UInt8(ascii: "a") }
    return WordFolding.role(of: scalar(at: place).0) == .letter
  }

  /// The code point at a place, and how many bytes it takes.
  private func scalar(at place: Int) -> (UInt32, Int) { bytes.codePoint(at: place) }
}

extension UnsafeBufferPointer<UInt8> {
  /// The code point at a place of valid UTF-8, and how many bytes it takes.
  func codePoint(at place: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(self[place])
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard length > 1, place + length <= count else { return (first, 1) }
    var value = first & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(self[place + offset] & 0x3F) }
    return (value, length)
  }
}
