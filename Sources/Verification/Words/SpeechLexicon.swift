// The words of a language that quotations are compared with, as hashes.

import NewsAnalysis

/// What the comparison knows of a language.
struct SpeechLexicon: Sendable {
  /// The words themselves.
  let spoken: SpokenWords
  /// Sounds that fill pauses.
  let sounds: Set<UInt64>
  /// Phrases that fill pauses, by the hash of their first word.
  let phrases: [UInt64: [[UInt64]]]
  /// Words that say little by themselves.
  let smallWords: Set<UInt64>
  /// The word that a number in digits, or a sign, is read as.
  private let readAs: [UInt64: UInt64]

  /// The words of a language, by its primary tag.
  init(_ language: String?) {
    spoken = SpokenWords.words(of: language)
    sounds = Set(spoken.sounds.map(\.wordHash))
    let phrases = spoken.phrases.map { $0.map(\.wordHash) }
    self.phrases = Dictionary(grouping: phrases) { $0.first ?? 0 }
    smallWords = Set(spoken.smallWords.map(\.wordHash))
    var readAs: [UInt64: UInt64] = [:]
    for (word, value) in spoken.numbers where value <= 20 {
      readAs[String(value).wordHash] = word.wordHash
    }
    for (sign, word) in spoken.signs { readAs[WordHash.of(sign.utf8)] = word.wordHash }
    self.readAs = readAs
  }

  /// What a word is compared by: small numbers as they are spoken, signs as they are read.
  @inline(__always)
  func hash(of word: ScannedWord) -> UInt64 {
    guard word.isNumber || word.end - word.start == 1 else { return word.hash }
    return readAs[word.hash] ?? word.hash
  }
}
