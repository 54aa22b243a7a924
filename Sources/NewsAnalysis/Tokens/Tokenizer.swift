// Cuts text into tokens in one pass over its bytes; the first step of the analysis.
//
//   Trump's "big-time" U.S. trip, he'd said.
//   Trump 's " big - time " U.S. trip , he 'd said .

import ArticleModel

/// Cuts a span of UTF-8 text into tokens.
///
/// Words are runs of letters, digits and inner apostrophes; clitics ("'s", "'ll") are tokens of their
/// own, so are hyphens. Periods belong to abbreviations (Mr., U.S., tass.ru) and numbers (4.0).
struct Tokenizer {
  private let text: ArticleText
  private let bytes: UnsafeBufferPointer<UInt8>
  private let classes: UnsafePointer<ByteClass>
  private let language: Language
  private let limit: Int
  private var at: Int
  private var isSpaced = true

  /// Appends the tokens of `span` to `tokens`, interning their types in `words`.
  static func tokenize(
    _ text: ArticleText, in span: TextSpan, words: inout WordTypes, into tokens: inout [Token]
  ) {
    text.withBytes { bytes in
      var tokenizer = Tokenizer(
        text, bytes: bytes, language: words.language, limit: span.end.value, at: span.start.value)
      tokenizer.run(words: &words, into: &tokens)
    }
  }

  private init(
    _ text: ArticleText, bytes: UnsafeBufferPointer<UInt8>, language: Language, limit: Int, at: Int
  ) {
    self.text = text
    self.language = language
    self.bytes = bytes
    classes = CharacterClasses.ascii
    self.limit = min(limit, bytes.count)
    self.at = at
  }

  private mutating func run(words: inout WordTypes, into tokens: inout [Token]) {
    let first = tokens.count
    var hashes: [UInt64] = []
    hashes.reserveCapacity((limit - at) / 4)
    while at < limit {
      let (kind, length) = classify(at)
      let start = at
      switch kind {
      case .space:
        at += length
        isSpaced = true
        continue
      case .letter, .digit: if !skipPlainWord() { scanWord(from: start) }
      case .apostrophe: scanApostrophe(length)
      case .period, .mark, .quotationMark: scanMark(length)
      }
      tokens.append(token(from: start, class: kind))
      hashes.append(words.hash(of: UnsafeBufferPointer(rebasing: bytes[start..<at])))
      isSpaced = false
    }
    intern(&tokens, from: first, hashes, &words)
  }

  /// Looks the words of tokens up, a few at a time: they lie all over tables that are larger than a cache.
  private func intern(
    _ tokens: inout [Token], from first: Int, _ hashes: [UInt64], _ words: inout WordTypes
  ) {
    for step in stride(from: 0, to: hashes.count, by: WordTypes.step) {
      words.expect(hashes[step...])
      for place in step..<min(step + WordTypes.step, hashes.count) {
        let span = Int(tokens[first + place].start)..<Int(tokens[first + place].end)
        tokens[first + place].type = words.intern(
          UnsafeBufferPointer(rebasing: bytes[span]), hashes[place])
      }
    }
  }

  /// The token from `start` on, whose word is not known yet.
  private func token(from start: Int, class first: ByteClass) -> Token {
    let kind: Token.Kind
    switch first {
    case .letter: kind = .word
    case .digit: kind = .number
    case .apostrophe: kind = at - start > 1 && isClitic(start..<at) ? .word : .quotationMark
    case .quotationMark: kind = .quotationMark
    default: kind = isDoubledMark(start) ? .quotationMark : .mark
    }
    return Token(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: at), type: 0,
      kind: kind, isSpaced: isSpaced)
  }

  // MARK: Words

  /// Moves behind the letters of ASCII at `at`; whether white space follows, as behind most words.
  @inline(__always)
  private mutating func skipPlainWord() -> Bool {
    var end = at
    while end < limit, CharacterClasses.isASCIILetter(bytes[end]) { end += 1 }
    defer { at = end }
    return end > at && end < limit && bytes[end] < 0x80 && classes[Int(bytes[end])] == .space
  }

  /// Moves behind the word that begins at `start` and goes on at `at`, with inner apostrophes and the periods of
  /// abbreviations.
  private mutating func scanWord(from start: Int) {
    while at < limit {
      let (kind, length) = classify(at)
      switch kind {
      case .letter, .digit:
        at += length
        while at < limit, CharacterClasses.isASCIILetter(bytes[at]) { at += 1 }
      case .apostrophe:
        if isElided(start) {
          at += length
          return
        }
        guard joinsWord(after: at + length), !startsClitic(at) else { return }
        at += length
      case .period:
        guard keepsPeriod(start: start) else { return }
        at += 1
      case .mark:
        guard bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: ":"), isDigit(at - 1),
          isDigit(at + 1)
        else { return }
        at += 1
      case .space, .quotationMark: return
      }
    }
  }

  /// Whether the word from `start` to `at` has lost its last vowel, so that another word begins behind the
  /// apostrophe.
  private func isElided(_ start: Int) -> Bool {
    guard !language.elisions.isEmpty else { return false }
    return language.elisions.contains(
      LowercaseHash.of(UnsafeBufferPointer(rebasing: bytes[start..<at])))
  }

  /// Whether the period at `at` belongs to the word that began at `start`.
  private func keepsPeriod(start: Int) -> Bool {
    if at + 1 < limit, isLetterOrDigit(at + 1) { return true }
    let word = UnsafeBufferPointer(rebasing: bytes[start..<at])
    if word.count == 1 {
      return word[0] >= 0x41 && word[0] <= 0x5A && !language.letterWords.contains(word[0])
    }
    if word.contains(UInt8(ascii: ".")) { return isInitials(word) }
    return word.count <= language.abbreviations.longest && language.abbreviations.contains(word)
  }

  /// Letters that take turns with periods, as in "U.S" or "a.m".
  private func isInitials(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    for i in stride(from: 1, to: word.count, by: 2) where word[i] != UInt8(ascii: ".") {
      return false
    }
    return word.count % 2 == 1
  }

  // MARK: Apostrophes and marks

  private mutating func scanApostrophe(_ length: Int) {
    let start = at
    if startsClitic(start) {
      at += length
      while at < limit, isLetterOrDigit(at) { at += 1 }
    } else if at + 1 < limit, bytes[at] == 0x27, bytes[at + 1] == 0x27 {
      at += 2
    } else {
      at += length
    }
  }

  private mutating func scanMark(_ length: Int) {
    let first = bytes[at]
    var last = at
    at += length
    if first == 0x2E || first == 0x2D || first == 0x60 {
      while at < limit, bytes[at] == first { (last, at) = (at, at + 1) }
    }
    // Code points that are joined to the one before, as in 👩‍🚒, begin with 0xCC or a higher byte.
    if at < limit, bytes[at] >= 0xCC {
      at = max(at, min(text.graphemeEnd(after: ByteOffset(last)).value, limit))
    }
  }

  /// Whether the apostrophe at `position` starts a clitic behind a word, such as "'s" and "'ll".
  private func startsClitic(_ position: Int) -> Bool {
    guard position > 0, isLetterOrDigit(position - 1) || bytes[position - 1] == 0x2E else {
      return false
    }
    let (_, length) = classify(position)
    var end = position + length
    while end < limit, end - position < length + 4, isLetterOrDigit(end) { end += 1 }
    return isClitic(position..<end)
  }

  private func isClitic(_ range: Range<Int>) -> Bool {
    var (letters, count) = (UInt32(0), 0)
    for byte in bytes[range] where byte < 0x80 && byte != 0x27 {
      letters = letters << 8 | UInt32(byte | 0x20)
      count += 1
      if count > 2 { return false }
    }
    return language.clitics.contains(letters)
  }

  private func isDoubledMark(_ start: Int) -> Bool {
    at - start == 2 && bytes[start] == 0x60 && bytes[start + 1] == 0x60
  }

  // MARK: Characters

  private func joinsWord(after position: Int) -> Bool {
    position < limit && isLetterOrDigit(position)
  }

  private func isDigit(_ position: Int) -> Bool {
    position >= 0 && position < limit && CharacterClasses.isDigit(bytes[position])
  }

  private func isLetterOrDigit(_ position: Int) -> Bool {
    guard position >= 0, position < limit else { return false }
    if bytes[position].isUTF8Continuation { return true }
    let kind = classify(position).0
    return kind == .letter || kind == .digit
  }

  /// The class of the character at `position`, and its length in bytes.
  @inline(__always)
  private func classify(_ position: Int) -> (ByteClass, Int) {
    let byte = bytes[position]
    if byte < 0x80 { return (classes[Int(byte)], 1) }
    return classifyLong(position)
  }

  private func classifyLong(_ position: Int) -> (ByteClass, Int) {
    let byte = bytes[position]
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard position + length <= limit else { return (.letter, limit - position) }
    var codePoint = UInt32(byte) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    for i in 1..<length { codePoint = codePoint << 6 | UInt32(bytes[position + i] & 0x3F) }
    return (CharacterClasses.beyondASCII(codePoint), length)
  }
}
