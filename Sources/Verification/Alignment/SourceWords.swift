// The words of a stretch of a source, without what is not said: labels, stage directions, sounds.

import ArticleModel

/// A word of a source.
struct SourceWord: Hashable {
  /// What it is compared by.
  var hash: UInt64
  /// Where it stands in the source.
  var start: Int
  var end: Int
  /// The turn of the transcript that it is in; -1 for none.
  var turn: Int32 = -1
}

/// Reads the words of a stretch.
struct SourceWords {
  private let article: Article
  private let lexicon: SpeechLexicon
  /// Words of the quotation: what it has itself is not left out as a filler.
  private let wanted: Set<UInt64>

  init(of article: Article, _ lexicon: SpeechLexicon, for words: [QuotedWord]) {
    self.article = article
    self.lexicon = lexicon
    wanted = Set(words.map(\.hash))
  }

  /// The words between two places, which may lie outside of the text.
  func words(from start: Int, to end: Int) -> [SourceWord] {
    article.text.withBytes { bytes in
      let range = Self.wholeWords(from: start, to: end, in: bytes)
      var scanner = WordScanner(bytes, from: range.lowerBound, to: range.upperBound)
      var words: [SourceWord] = []
      words.reserveCapacity(range.count / 5)
      let turns = article.structure.turns
      var next = turns.partitionPoint { $0.span.start.value > range.lowerBound }
      while let word = scanner.next() {
        let place = ByteOffset(word.start)
        while next < turns.count, turns[next].span.start <= place { next += 1 }
        let turn = next > 0 && turns[next - 1].span.contains(place) ? next - 1 : -1
        words.append(
          SourceWord(
            hash: lexicon.hash(of: word), start: word.start, end: word.end,
            turn: Int32(truncatingIfNeeded: turn)))
      }
      return spoken(words, in: bytes)
    }
  }

  /// The places moved inwards to blanks; in writing without blanks, to the next code points.
  private static func wholeWords(
    from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    let (first, last) = (max(start, 0), min(end, bytes.count))
    guard first < last else { return 0..<0 }
    var (start, end) = (first, last)
    if start > 0 { while start < last, !bytes[start].isASCIIWhitespace { start += 1 } }
    if end < bytes.count { while end > start, !bytes[end - 1].isASCIIWhitespace { end -= 1 } }
    if start < end, end - start > (last - first) / 2 { return start..<end }
    (start, end) = (first, last)
    while start < end, bytes[start].isUTF8Continuation { start += 1 }
    while end > start, end < bytes.count, bytes[end].isUTF8Continuation { end -= 1 }
    return start..<end
  }

  /// The words without those that nobody says and those that only fill a pause.
  private func spoken(_ words: [SourceWord], in bytes: UnsafeBufferPointer<UInt8>) -> [SourceWord] {
    var kept: [SourceWord] = []
    var index = 0
    while index < words.count {
      let count = unspoken(at: index, of: words, in: bytes)
      if count == 0 { kept.append(words[index]) }
      index += max(count, 1)
    }
    return kept
  }

  /// How many words from a place on are not to be compared.
  private func unspoken(
    at index: Int, of words: [SourceWord], in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let word = words[index]
    let mayFill = lexicon.mayFill(word.hash)
    if mayFill, lexicon.sounds.contains(word.hash), !wanted.contains(word.hash) { return 1 }
    if word.turn < 0, isLabel(word) { return 1 }
    if let count = direction(at: index, of: words, in: bytes) { return count }
    guard mayFill else { return 0 }
    for phrase in lexicon.phrases[word.hash] ?? [] {
      let end = index + phrase.count
      guard end <= words.count, words[index..<end].map(\.hash) == phrase,
        !phrase.allSatisfy(wanted.contains),
        isSetApart(word.start, words[end - 1].end, isWord: phrase.count == 1, in: bytes)
      else { continue }
      return phrase.count
    }
    return 0
  }

  /// Whether a word outside of all turns stands between two of them, as a label or a time code does.
  private func isLabel(_ word: SourceWord) -> Bool {
    let turns = article.structure.turns
    let next = turns.partitionPoint { $0.span.start.value > word.start }
    guard next > 0, next < turns.count else { return false }
    return turns[next].span.start - turns[next - 1].span.end < 120
  }

  /// How many words stand in brackets that open before a word: “[inaudible]”, “(laughter)”.
  private func direction(
    at index: Int, of words: [SourceWord], in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let start = words[index].start
    guard start > 0, let close = Self.closer(of: bytes[start - 1]) else { return nil }
    for end in index..<min(index + 4, words.count) {
      guard words[end].end < bytes.count else { return nil }
      if bytes[words[end].end] == close {
        let isWanted = words[index...end].allSatisfy { wanted.contains($0.hash) }
        return isWanted ? nil : end + 1 - index
      }
    }
    return nil
  }

  private static func closer(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil
    }
  }

  /// Whether a sign stands before or behind a phrase, or none anywhere near, as in raw transcripts; a single word
  /// has signs on both sides.
  private func isSetApart(
    _ start: Int, _ end: Int, isWord: Bool, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let before = bytes[max(start - 2, 0)..<start].contains(where: Self.isPause)
    let after = bytes[end..<min(end + 2, bytes.count)].contains(where: Self.isPause)
    if isWord { return before && after }
    if before || after { return true }
    return !bytes[max(start - 200, 0)..<min(end + 200, bytes.count)].contains(where: Self.isPause)
  }

  private static func isPause(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ";"),
      UInt8(ascii: "?"), UInt8(ascii: "!"), 0xE2, 0x94, 0xA6:
      true
    default: false
    }
  }
}

extension ArticleStructure {
  /// The index of the turn that a place is in; nil when it is in none.
  func turn(at offset: ByteOffset) -> Int? {
    let next = turns.partitionPoint { $0.span.start > offset }
    return next > 0 && turns[next - 1].span.contains(offset) ? next - 1 : nil
  }
}
