// Reads the words of a quotation: what its brackets and ellipses mean, part by part.
//
//   “[T]he levy … is [now] dead,” → the · gap · levy is · now (the writer's) · dead

import ArticleModel

/// Takes quotations apart into words.
struct QuotedWordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let lexicon: SpeechLexicon

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: SpeechLexicon) {
    self.bytes = bytes
    self.lexicon = lexicon
  }

  /// The words of the parts of a quotation, in order.
  static func words(
    of quotation: StoryQuotation, in text: ArticleText, _ lexicon: SpeechLexicon
  ) -> [QuotedWord] {
    text.withBytes { bytes in
      let reader = QuotedWordReader(bytes, lexicon)
      return quotation.parts.reduce(into: []) { words, part in
        var read = reader.words(in: text.clamp(part).range)
        if let last = words.last, !read.isEmpty, reader.hasGap(behind: last, in: part) {
          read[0].followsGap = true
        }
        words += read
      }
    }
  }

  /// Whether the part before this one ends with an ellipsis.
  private func hasGap(behind word: QuotedWord, in part: TextSpan) -> Bool {
    let end = min(part.start.value, bytes.count)
    guard word.end < end else { return false }
    let behind = bytes[word.end..<end]
    let mark = behind.prefix { $0 == 0x2E || $0 == 0x20 || $0 == 0xE2 || $0 == 0x80 || $0 == 0xA6 }
    return Self.hasGap(mark)
  }

  private func words(in range: Range<Int>) -> [QuotedWord] {
    var scanner = WordScanner(bytes, from: range.lowerBound, to: range.upperBound)
    var words: [QuotedWord] = []
    var (last, isBracketed) = (range.lowerBound, false)
    while let word = scanner.next() {
      let between = bytes[last..<word.start]
      if var before = words.popLast() {
        if isJoined(between, before, isBracketed) {
          words.append(joined(before, word.end))
          (last, isBracketed) = (word.end, between.last == UInt8(ascii: "["))
          continue
        }
        before.endsQuestion = between.contains(UInt8(ascii: "?"))
        before.endsSentence = before.endsQuestion || Self.hasSentenceEnd(between)
        words.append(before)
      }
      for byte in between {
        if byte == UInt8(ascii: "[") { isBracketed = true }
        if byte == UInt8(ascii: "]") { isBracketed = false }
      }
      words.append(
        QuotedWord(
          hash: lexicon.hash(of: word), start: word.start, end: word.end, isWriters: isBracketed,
          followsGap: Self.hasGap(between), opensPart: words.isEmpty,
          isOpened: word.start > range.lowerBound && bytes[word.start - 1] == UInt8(ascii: "["),
          isClosed: word.end < range.upperBound && bytes[word.end] == UInt8(ascii: "]")))
      last = word.end
    }
    if let index = words.indices.last {
      words[index].endsQuestion = bytes[last..<range.upperBound].contains(UInt8(ascii: "?"))
      words[index].endsSentence = true
    }
    return words
  }

  /// Whether a bracket stands within a word: “[T]he”, “want[ed]”.
  private func isJoined(
    _ between: Slice<UnsafeBufferPointer<UInt8>>, _ before: QuotedWord, _ isBracketed: Bool
  ) -> Bool {
    guard let byte = between.first else { return false }
    if byte == UInt8(ascii: "]"), isBracketed {
      return between.count == 1 || Self.isApostrophe(between.dropFirst())
    }
    return between.count == 1 && byte == UInt8(ascii: "[")
  }

  private static func isApostrophe(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let scalar = bytes.base.codePoint(at: bytes.startIndex)
    return scalar.length == bytes.count && WordFolding.role(of: scalar.value) == .apostrophe
      || bytes.elementsEqual([UInt8(ascii: "'")])
  }

  /// A word that goes on behind a bracket. With one letter in brackets it is typography; what else is put
  /// in brackets is the writer's.
  private func joined(_ word: QuotedWord, _ end: Int) -> QuotedWord {
    var word = word
    let letters = bytes[word.start..<end].filter {
      $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]")
    }
    let isFirstLetter =
      word.isWriters && bytes[word.end] == UInt8(ascii: "]")
      && bytes.codePoint(at: word.start).length == word.end - word.start
    word.end = end
    word.isClosed = end < bytes.count && bytes[end] == UInt8(ascii: "]")
    word.isWriters = !isFirstLetter
    word.hash = letters.withUnsafeBufferPointer { letters in
      var scanner = WordScanner(letters)
      return scanner.next().map(lexicon.hash) ?? word.hash
    }
    return word
  }

  /// Whether a sentence ends there: a sign with a blank or a quotation mark behind it.
  private static func hasSentenceEnd(_ between: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    between.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "!") } && between.count > 1
  }

  /// Whether an ellipsis stands there, as one character, as three points or with blanks between them.
  static func hasGap(_ between: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var points = 0
    var at = between.startIndex
    while at < between.endIndex {
      let (scalar, length) = between.base.codePoint(at: at)
      if scalar == 0x2026 { return true }
      if scalar == 0x2E { points += 1 }
      at += length
    }
    return points >= 3
  }
}
