// The words of a passage as they are compared: what typesetters change is left out of them.
//
//   text    “The ministry’s 12,400 work-\u{AD}ers can’t wait?”
//   keys    the  ministry's  12,400  work  ers  can't  wait  ?

import CUnicode

#if canImport(Glibc)
  import Glibc
#endif

/// One word, number or sign of a text, with where it stands.
struct ComparedWord {
  /// What is compared: in small letters, in compatibility form (NFKC), without invisible characters.
  let key: String
  /// Where it stands in the text.
  let range: Range<String.Index>
  /// Whether it begins with a capital letter.
  let isCapitalised: Bool
  /// Whether it opens the text or a sentence, where every word has a capital letter.
  let startsSentence: Bool
  /// Whether nothing but a hyphen stands between it and the word before.
  let followsHyphen: Bool

  /// Whether it is a number, or has one in it.
  var hasDigit: Bool { key.utf8.contains { (0x30...0x39).contains($0) } }

  /// The words of a text, in order.
  static func words(of text: String) -> [ComparedWord] {
    var splitter = WordSplitter(text)
    return splitter.words()
  }
}

/// Takes a text apart.
private struct WordSplitter {
  private let text: String
  private let scalars: String.UnicodeScalarView
  private var at: String.Index
  private var startsSentence = true
  private var hyphen: String.Index?

  init(_ text: String) {
    self.text = text
    scalars = text.unicodeScalars
    at = scalars.startIndex
  }

  mutating func words() -> [ComparedWord] {
    var words: [ComparedWord] = []
    while at < scalars.endIndex {
      let start = at
      let sign = WordSign(scalars[at])
      at = scalars.index(after: at)
      switch sign {
      case .letter, .digit: readWord()
      case .ideograph, .symbol, .question: break
      case .hyphen:
        guard isMinus(from: start) else {
          hyphen = at
          continue
        }
        readWord()
      case .end:
        startsSentence = true
        continue
      case .separator:
        startsSentence = startsSentence || scalars[start] == "."
        continue
      case .apostrophe, .invisible, .other: continue
      }
      words.append(word(from: start, sign))
    }
    return words
  }

  private mutating func word(from start: String.Index, _ sign: WordSign) -> ComparedWord {
    defer {
      startsSentence = sign == .question
      hyphen = nil
    }
    let part = text[start..<at]
    return ComparedWord(
      key: Self.key(part), range: start..<at,
      isCapitalised: part.unicodeScalars.first?.properties.isUppercase ?? false,
      startsSentence: startsSentence, followsHyphen: hyphen == start)
  }

  /// Goes on to the end of a word or number. Apostrophes belong to it between letters, points and commas
  /// between digits.
  private mutating func readWord() {
    while at < scalars.endIndex {
      let next = scalars.index(after: at)
      switch WordSign(scalars[at]) {
      case .letter, .digit, .invisible: at = next
      case .apostrophe where next < scalars.endIndex && WordSign(scalars[next]) == .letter:
        at = next
      case .separator where isBetweenDigits(at, next): at = next
      default: return
      }
    }
  }

  private func isBetweenDigits(_ place: String.Index, _ next: String.Index) -> Bool {
    guard next < scalars.endIndex, place > scalars.startIndex else { return false }
    return WordSign(scalars[next]) == .digit
      && WordSign(scalars[scalars.index(before: place)]) == .digit
  }

  /// Whether a hyphen or dash is the sign of a number: it stands before a digit and after no word.
  private func isMinus(from place: String.Index) -> Bool {
    guard at < scalars.endIndex, WordSign(scalars[at]) == .digit else { return false }
    guard place > scalars.startIndex else { return true }
    let before = scalars[scalars.index(before: place)]
    return before.properties.isWhitespace || before == "("
  }

  private static func key(_ part: Substring) -> String {
    let plain = part.unicodeScalars.filter { WordSign($0) != .invisible }.map(plainScalar)
    var key = String(String.UnicodeScalarView(plain))
    if key.utf8.allSatisfy({ $0 < 0x80 }) { return key.lowercased() }
    return key.withUTF8 { bytes in
      var count = 0
      guard let base = bytes.baseAddress, let folded = cunicode_nfkc(base, bytes.count, 1, &count)
      else { return String(decoding: bytes, as: UTF8.self).lowercased() }
      defer { free(folded) }
      return String(decoding: UnsafeBufferPointer(start: folded, count: count), as: UTF8.self)
    }
  }

  /// One shape for all apostrophes and for all minus signs.
  private static func plainScalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch WordSign(scalar) {
    case .apostrophe: "'"
    case .hyphen: "-"
    default: scalar
    }
  }
}

/// What a code point is to the words around it.
private enum WordSign {
  case letter, digit, ideograph, symbol, question, hyphen, apostrophe, separator, end, invisible
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: self = .letter
    case 0x30...0x39: self = .digit
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: self = .hyphen
    case 0x27, 0x60, 0xB4, 0x2BC, 0x2018...0x201B, 0x2032, 0xFF07: self = .apostrophe
    case 0x2C, 0x2E: self = .separator
    case 0x3F, 0x37E, 0x61F, 0xFF1F: self = .question
    case 0x0A, 0x21, 0x2026, 0x3002, 0xFF01, 0xFF0E, 0x203C: self = .end
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF:
      self = .invisible
    case 0x25, 0x2030, 0xB0, 0x26, 0x23, 0x40: self = .symbol
    case 0x2E80...0x9FFF where scalar.properties.isIdeographic || scalar.properties.isAlphabetic,
      0xF900...0xFAFF, 0x20000...0x3FFFF:
      self = .ideograph
    default: self.init(general: scalar.properties)
    }
  }

  private init(general properties: Unicode.Scalar.Properties) {
    switch properties.generalCategory {
    case .decimalNumber, .otherNumber: self = .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: self = .letter
    case .currencySymbol, .mathSymbol, .otherSymbol: self = .symbol
    case _ where properties.isAlphabetic: self = .letter
    default: self = .other
    }
  }
}
