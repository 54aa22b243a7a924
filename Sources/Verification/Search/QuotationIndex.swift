// All quotations of all stories in one table, past which each source is read once.

import ArticleModel
import NewsAnalysis

/// What sources are searched for: the pairs of words of all quotations.
///
/// The index is made of the quotations and not of the sources, so that the time is linear in the sources and the
/// memory is that of the quotations and of the source at hand.
public struct QuotationIndex: Sendable {
  /// The stories.
  public let stories: [VerifiableStory]
  let lexicon: SpeechLexicon
  /// The quotations of all stories, one after the other.
  let entries: [Entry]
  let numbers: WordNumbers
  /// Numbers of pairs of words, and where each stands in which quotations.
  private let pairNumbers: WordNumbers
  private let pairSeeds: [[Seed]]
  /// Where single words stand that quotations are looked for by.
  private let singleSeeds: [[Seed]]

  /// A quotation with its words.
  struct Entry: Sendable {
    let story: Int
    let quotation: Int
    let words: [QuotedWord]
    /// The number of each word.
    let numbers: [Int32]
    /// Its sentences.
    let sentences: [Range<Int>]
    /// The places behind the ends of its sentences and parts.
    let bounds: [Int]
    /// Whether each word is of a number that may be otherwise written.
    var isNumber: [Bool]
    /// How many places of it a source can be told by.
    var seedCount = 0
    let isIndirect: Bool
  }

  /// A place in a quotation that a source can be told by.
  struct Seed: Sendable {
    let entry: Int32
    let place: Int32
  }

  /// Indexes the quotations of stories; the language of the first one is that of all.
  public init(_ stories: [VerifiableStory]) {
    self.stories = stories
    let lexicon = SpeechLexicon(stories.first?.language)
    self.lexicon = lexicon
    var builder = IndexBuilder(lexicon)
    for (index, story) in stories.enumerated() {
      for (number, quotation) in story.quotations.enumerated() {
        let words = QuotedWordReader.words(of: quotation, in: story.article.text, lexicon)
        builder.add(words, story: index, quotation: number, isIndirect: quotation.isIndirect)
        if !quotation.isIndirect { builder.addNumbers(in: story.article.text) }
      }
    }
    entries = builder.entries
    numbers = builder.numbers
    pairNumbers = builder.pairNumbers
    pairSeeds = builder.pairSeeds
    singleSeeds = (0..<Int32(builder.numbers.count)).map { builder.singles[$0] ?? [] }
  }

  /// The number of two words that follow each other; -1 when no quotation has them so.
  @inline(__always)
  func pair(_ first: Int32, _ second: Int32) -> Int32 {
    pairNumbers.number(of: Self.key(first, second))
  }

  /// How many pairs of words have a number.
  var pairCount: Int { pairNumbers.count }

  /// Where a pair of words stands in quotations.
  @inline(__always)
  func seeds(ofPair pair: Int32) -> [Seed] { pairSeeds[Int(pair)] }

  /// Where a word stands in quotations that are looked for by single words.
  @inline(__always)
  func seeds(of word: Int32) -> [Seed] { singleSeeds[Int(word)] }

  /// The quotation that an entry stands for.
  func quotation(of entry: Entry) -> StoryQuotation {
    stories[entry.story].quotations[entry.quotation]
  }

  /// Whether the word with a number is a sound that fills a pause.
  @inline(__always)
  func isSound(_ number: Int32) -> Bool { number < lexicon.sounds.count }

  /// The key of a pair of words.
  @inline(__always)
  fileprivate static func key(_ first: Int32, _ second: Int32) -> UInt64 {
    (UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second)))
      &* 0x9E37_79B9_7F4A_7C15
  }
}

/// Puts an index together.
private struct IndexBuilder {
  let lexicon: SpeechLexicon
  var entries: [QuotationIndex.Entry] = []
  var numbers = WordNumbers()
  var pairNumbers = WordNumbers()
  var pairSeeds: [[QuotationIndex.Seed]] = []
  var singles: [Int32: [QuotationIndex.Seed]] = [:]

  /// Quotations of fewer telling pairs than this are looked for by their small words as well.
  private static let fewPairs = 3

  /// Sounds get the first numbers.
  init(_ lexicon: SpeechLexicon) {
    self.lexicon = lexicon
    for sound in lexicon.sounds { _ = numbers.number(adding: sound) }
  }

  mutating func add(_ words: [QuotedWord], story: Int, quotation: Int, isIndirect: Bool) {
    let bounds = words.bounds
    var entry = QuotationIndex.Entry(
      story: story, quotation: quotation, words: words,
      numbers: words.map { numbers.number(adding: $0.hash) },
      sentences: words.sentences(between: bounds), bounds: bounds,
      isNumber: [Bool](repeating: false, count: words.count), isIndirect: isIndirect)
    if isIndirect {
      addContentWords(of: &entry)
    } else {
      addPairs(of: &entry)
    }
    entries.append(entry)
  }

  private mutating func addPairs(of entry: inout QuotationIndex.Entry) {
    let places = entry.words.indices.dropFirst().filter { index in
      !entry.words[index].followsGap && !entry.words[index].isWriters
        && !entry.words[index - 1].isWriters
    }
    let telling = places.filter { isTelling(entry.words[$0 - 1]) || isTelling(entry.words[$0]) }
    let chosen = telling.count >= Self.fewPairs ? telling : places
    for place in entry.words.indices.dropFirst() {
      _ = number(ofPair: entry.numbers[place - 1], entry.numbers[place])
    }
    for place in chosen {
      let pair = number(ofPair: entry.numbers[place - 1], entry.numbers[place])
      pairSeeds[pair].append(seed(place - 1, entries.count))
    }
    entry.seedCount = chosen.count
    if chosen.isEmpty { addSingles(of: &entry, where: { !$0.isWriters }) }
  }

  private mutating func number(ofPair first: Int32, _ second: Int32) -> Int {
    let pair = Int(pairNumbers.number(adding: QuotationIndex.key(first, second)))
    if pair == pairSeeds.count { pairSeeds.append([]) }
    return pair
  }

  /// Lets the quotation that was added last be found where its numbers are otherwise written: “41 years” by
  /// “one years”, “forty-one years” by “41 years”.
  mutating func addNumbers(in text: ArticleText) {
    guard let entry = entries.last else { return }
    for written in NumberForms(entry.words, in: text, lexicon).all {
      let (range, form) = (written.words, written)
      for place in range { entries[entries.count - 1].isNumber[place] = true }
      if range.lowerBound > 0 {
        addPair(entry.words[range.lowerBound - 1].hash, form.first, at: range.lowerBound - 1)
      }
      if range.upperBound < entry.words.count {
        addPair(form.last, entry.words[range.upperBound].hash, at: range.upperBound - 1)
      }
    }
  }

  private mutating func addPair(_ first: UInt64, _ second: UInt64, at place: Int) {
    let pair = number(ofPair: numbers.number(adding: first), numbers.number(adding: second))
    let index = entries.count - 1
    pairSeeds[pair].append(seed(place, index))
    entries[index].seedCount = max(entries[index].seedCount, 1)
  }

  private mutating func addContentWords(of entry: inout QuotationIndex.Entry) {
    addSingles(of: &entry, where: isTelling)
  }

  private mutating func addSingles(
    of entry: inout QuotationIndex.Entry, where isWanted: (QuotedWord) -> Bool
  ) {
    var seen: Set<Int32> = []
    for (place, word) in entry.words.enumerated() where isWanted(word) {
      guard seen.insert(entry.numbers[place]).inserted else { continue }
      singles[entry.numbers[place], default: []].append(seed(place, entries.count))
    }
    entry.seedCount = seen.count
  }

  private func isTelling(_ word: QuotedWord) -> Bool { !lexicon.smallWords.contains(word.hash) }

  private func seed(_ place: Int, _ entry: Int) -> QuotationIndex.Seed {
    QuotationIndex.Seed(entry: Int32(entry), place: Int32(place))
  }
}
