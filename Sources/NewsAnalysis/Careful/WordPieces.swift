// Cuts words into the pieces that the encoder knows (Wu et al. 2016, as BERT has them).

import ArticleModel

/// The vocabulary of pieces: words, and "##ending"s that go on from a piece.
struct WordPieces: @unchecked Sendable {
  // Unchecked because the memory behind the pointers is never written and lives as long as the program.

  /// How many pieces there are.
  let count: Int
  private let starts: UnsafePointer<UInt32>
  private let text: UnsafePointer<UInt8>
  private let slots: UnsafePointer<UInt16>
  private static let slotCount = 1 << 16

  /// The pieces of quotation marks in the style that the encoder knows; nil when there are none.
  var openingMark: Int32? { number(of: Array("\u{201C}".utf8)[...], goesOn: false) }
  var closingMark: Int32? { number(of: Array("\u{201D}".utf8)[...], goesOn: false) }

  /// The numbers of the pieces that stand for unknown words and for the ends of what is read.
  static let (unknown, opening, closing): (Int32, Int32, Int32) = (100, 101, 102)

  init?(_ store: inout EncoderStore) {
    count = store.pieceCount
    guard count > 102, count < 0xFFFF,
      let starts = store.next(UInt32.self, count + 1),
      let text = store.next(UInt8.self, store.pieceBytes),
      let slots = store.next(UInt16.self, Self.slotCount),
      Int(starts[count]) == store.pieceBytes
    else { return nil }
    (self.starts, self.text, self.slots) = (starts, text, slots)
  }

  /// The number of the piece with these bytes, `prefix` before them; nil when there is none.
  func number(of bytes: ArraySlice<UInt8>, goesOn: Bool) -> Int32? {
    let prefix = goesOn ? 2 : 0
    var hash: UInt32 = 0x811C_9DC5
    for _ in 0..<prefix { hash = (hash ^ 0x23) &* 0x0100_0193 }
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    var slot = Int(hash ^ hash >> 16) & (Self.slotCount - 1)
    while slots[slot] != 0xFFFF {
      let number = Int(slots[slot])
      if matches(number, bytes, after: prefix) { return Int32(number) }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return nil
  }

  private func matches(_ number: Int, _ bytes: ArraySlice<UInt8>, after prefix: Int) -> Bool {
    guard number < count else { return false }
    let (start, end) = (Int(starts[number]), Int(starts[number + 1]))
    guard end - start == bytes.count + prefix else { return false }
    for at in 0..<prefix where text[start + at] != 0x23 { return false }
    return zip(bytes, start + prefix..<end).allSatisfy { $0 == text[$1] }
  }
}

/// A piece as it goes into the encoder.
struct WordPiece {
  var number: Int32
  /// 0 lower case, 1 begins with a capital, 2 all capitals.
  var letterCase: UInt8
}

/// Cuts the tokens of a text into pieces; keeps its memory between them.
struct WordPieceCutter {
  private let vocabulary: WordPieces
  /// The word without capitals and accents, and for each byte the case of the letter that it comes from.
  private var letters: [UInt8] = []
  private var cases: [Case] = []

  private enum Case { case none, lower, upper }

  /// Longer words are unknown ones.
  private static let longestWord = 100

  init(_ vocabulary: WordPieces) { self.vocabulary = vocabulary }

  /// Gives `body` the pieces of a token.
  mutating func cut(_ token: UnsafeBufferPointer<UInt8>, _ body: (WordPiece) -> Void) {
    guard token.allSatisfy({ $0 < 0x80 }) else { return cutUnicode(token, body) }
    for byte in token {
      switch byte {
      case 0x41...0x5A: add(byte | 0x20, .upper)
      case 0x61...0x7A: add(byte, .lower)
      case 0x30...0x39: add(byte, .none)
      case 0x21...0x7E: cutMark([byte], body)
      default: flush(body)
      }
    }
    flush(body)
  }

  private mutating func add(_ byte: UInt8, _ letterCase: Case) {
    letters.append(byte)
    cases.append(letterCase)
  }

  /// The same for what is not ASCII: decomposed, so that accents can be left out.
  private mutating func cutUnicode(
    _ token: UnsafeBufferPointer<UInt8>, _ body: (WordPiece) -> Void
  ) {
    for scalar in String(decoding: token, as: UTF8.self).decomposed.unicodeScalars {
      add(scalar, body)
    }
    flush(body)
  }

  private mutating func add(_ scalar: Unicode.Scalar, _ body: (WordPiece) -> Void) {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .control, .format: return
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: flush(body)
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      cutMark(Array(String(scalar).utf8), body)
    case _ where scalar.isASCII && !properties.isAlphabetic && properties.numericType == nil:
      cutMark(Array(String(scalar).utf8), body)
    default:
      let letterCase: Case =
        properties.isUppercase ? .upper : properties.isLowercase ? .lower : .none
      for byte in properties.lowercaseMapping.utf8 { add(byte, letterCase) }
    }
  }

  private mutating func cutMark(_ mark: [UInt8], _ body: (WordPiece) -> Void) {
    flush(body)
    emit(vocabulary.number(of: mark[...], goesOn: false) ?? WordPieces.unknown, [], body)
  }

  /// The longest pieces that make up the word, from its start on.
  private mutating func flush(_ body: (WordPiece) -> Void) {
    guard !letters.isEmpty else { return }
    defer {
      letters.removeAll(keepingCapacity: true)
      cases.removeAll(keepingCapacity: true)
    }
    guard letters.count <= Self.longestWord, let ends = pieceEnds() else {
      return emit(WordPieces.unknown, cases[...], body)
    }
    var start = 0
    for (number, end) in ends {
      emit(number, cases[start..<end], body)
      start = end
    }
  }

  private func pieceEnds() -> [(number: Int32, end: Int)]? {
    var (pieces, start): ([(Int32, Int)], Int) = ([], 0)
    while start < letters.count {
      var end = letters.count
      var found: Int32?
      while end > start, found == nil {
        found = vocabulary.number(of: letters[start..<end], goesOn: start > 0)
        if found == nil { end -= 1 }
      }
      guard let found else { return nil }
      pieces.append((found, end))
      start = end
    }
    return pieces
  }

  private func emit(_ number: Int32, _ cases: ArraySlice<Case>, _ body: (WordPiece) -> Void) {
    let isCapital = cases.first == .upper
    let isAll = cases.count > 1 && !cases.contains(.lower)
    body(WordPiece(number: number, letterCase: isCapital ? (isAll ? 2 : 1) : 0))
  }
}
