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
  /// All sounds, and the words that phrases begin with.
  private let fillers: WordNumbers
  /// Words that say little by themselves.
  let smallWords: Set<UInt64>
  /// The word that a number in digits, or a sign, is read as.
  private let readAs: [UInt64: UInt64]
  /// Words by the numbers that they are.
  private let wordsOfNumbers: [Int: String]

  /// The words of a language, by its primary tag.
  init(_ language: String?) {
    spoken = SpokenWords.words(of: language)
    sounds = Set(spoken.sounds.map(\.wordHash))
    let phrases = spoken.phrases.map { $0.map(\.wordHash) }
    self.phrases = Dictionary(grouping: phrases) { $0.first ?? 0 }
    var fillers = WordNumbers()
    for hash in sounds { _ = fillers.number(adding: hash) }
    for hash in self.phrases.keys { _ = fillers.number(adding: hash) }
    self.fillers = fillers
    smallWords = Set(spoken.smallWords.map(\.wordHash))
    var readAs: [UInt64: UInt64] = [:]
    for (word, value) in spoken.numbers where value <= 20 {
      readAs[String(value).wordHash] = word.wordHash
    }
    for (sign, word) in spoken.signs { readAs[WordHash.of(sign.utf8)] = word.wordHash }
    self.readAs = readAs
    wordsOfNumbers = Dictionary(spoken.numbers.map { ($1, $0) }, uniquingKeysWith: min)
  }

  /// What a word is compared by: small numbers as they are spoken, signs as they are read.
  @inline(__always)
  func hash(of word: ScannedWord) -> UInt64 {
    guard word.isNumber || word.end - word.start == 1 else { return word.hash }
    return readAs[word.hash] ?? word.hash
  }

  /// Whether a word is a sound, or begins a phrase, that fills pauses.
  @inline(__always)
  func mayFill(_ hash: UInt64) -> Bool { fillers.number(of: hash) >= 0 }

  // MARK: Numbers otherwise written

  /// The first and the last word of a number in letters: for 4,200 “four” and “hundred”; nil when the language
  /// has no words for it.
  func spelled(_ number: Int) -> (first: UInt64, last: UInt64)? {
    guard number > 0, let first = wordsOfNumbers[number] ?? wordsOfNumbers[Self.leading(number)],
      let last = wordsOfNumbers[number] ?? wordsOfNumbers[Self.trailing(number)]
    else { return nil }
    return (first.wordHash, last.wordHash)
  }

  /// What a number begins with when it is said.
  private static func leading(_ number: Int) -> Int {
    for scale in [1_000_000_000, 1_000_000, 1_000, 100] where number >= scale {
      return leading(number / scale)
    }
    return number > 20 ? number / 10 * 10 : number
  }

  /// What a number ends with when it is said.
  private static func trailing(_ number: Int) -> Int {
    if let scale = [1_000_000_000, 1_000_000, 1_000, 100].first(where: { number % $0 == 0 }) {
      return scale
    }
    let rest = number % 100
    return rest > 20 && rest % 10 != 0 ? rest % 10 : rest
  }
}
