// Reads a source once past the index, and gathers for each quotation the stretches that may hold it.

import ArticleModel
import NewsAnalysis

/// What one pass over a source finds.
struct SourceScan {
  /// A place of a quotation that was met in the source.
  struct Hit {
    /// The word of the quotation.
    let place: Int32
    /// The word of the source, counted from its first one.
    let word: Int32
    /// Where that word starts.
    let byte: Int
  }

  private let index: QuotationIndex
  private let structure: ArticleStructure
  /// Who speaks in the source; read when the first words are met in it.
  private var voices: SourceVoices?
  /// Whom story and source tell apart, for each quotation of which words were met.
  private(set) var speakers: [SpeakerComparison]
  /// Hits of each quotation, in the order of the source, that have not been looked at yet.
  private var hits: [[Hit]]
  private var hitCount = 0
  /// Stretches to compare, the best few of each quotation.
  private(set) var windows: [BestWindows]
  /// How often each word of the quotations stands in the source.
  private(set) var counts: [Int]
  /// The same of pairs of words.
  private(set) var pairCounts: [Int]
  /// The words of the source.
  private(set) var wordCount = 0
  /// Those that quotations have, in their order; the first ones of a very long source.
  private(set) var metWords: [MetWord] = []
  /// Whether these are all.
  var hasAllMetWords: Bool { metWords.count < Self.mostMetWords }

  /// So many hits are kept before they are looked at, so that memory stays bounded.
  private static let mostHits = 1 << 20
  /// So many words are kept, for the same reason.
  private static let mostMetWords = 1 << 21

  /// Reads a source.
  init(_ article: Article, _ index: QuotationIndex) {
    self.index = index
    structure = article.structure
    speakers = [SpeakerComparison](repeating: .unknown, count: index.entries.count)
    hits = [[Hit]](repeating: [], count: index.entries.count)
    windows = index.entries.map { BestWindows(of: $0) }
    counts = [Int](repeating: 0, count: index.numbers.count)
    pairCounts = [Int](repeating: 0, count: index.pairCount)
    article.text.withBytes { read($0) }
    for entry in index.entries.indices { look(at: entry, keeping: 0) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var scanner = WordScanner(bytes)
    var (before, beforeStart) = (Int32(-1), 0)
    while let word = scanner.next() {
      let number = index.numbers.number(of: index.lexicon.hash(of: word))
      if number >= 0 {
        if index.isSound(number) { continue }
        counts[Int(number)] += 1
        if metWords.count < Self.mostMetWords {
          metWords.append(
            MetWord(number: number, byte: Int32(truncatingIfNeeded: word.start)))
        }
        if before >= 0 { notePair(index.pair(before, number), beforeStart) }
        note(index.seeds(of: number), 0, word.start)
      }
      (before, beforeStart) = (number, word.start)
      wordCount += 1
      if hitCount > Self.mostHits { lookAtAll() }
    }
  }

  @inline(__always)
  private mutating func notePair(_ pair: Int32, _ byte: Int) {
    guard pair >= 0 else { return }
    pairCounts[Int(pair)] += 1
    note(index.seeds(ofPair: pair), -1, byte)
  }

  @inline(__always)
  private mutating func note(_ seeds: [QuotationIndex.Seed], _ offset: Int, _ byte: Int) {
    for seed in seeds {
      hits[Int(seed.entry)].append(
        Hit(place: seed.place, word: Int32(truncatingIfNeeded: wordCount + offset), byte: byte))
    }
    hitCount += seeds.count
  }

  private mutating func lookAtAll() {
    for entry in index.entries.indices { look(at: entry, keeping: BestWindows.longestReach) }
    hitCount = hits.reduce(0) { $0 + $1.count }
  }

  /// Finds the best stretches among the hits of a quotation, and forgets all but the last words' hits.
  private mutating func look(at entry: Int, keeping reach: Int) {
    guard !hits[entry].isEmpty else { return }
    let voices = voices ?? SourceVoices(structure.turns, roles: index.lexicon.spoken.roleWords)
    self.voices = voices
    let names = index.quotation(of: index.entries[entry]).speakerNames
    let speaker = SpeakerComparison(names, in: voices)
    speakers[entry] = speaker
    windows[entry].add(hits[entry]) { speaker.tellsApart && speaker.isOther(voices.label(at: $0)) }
    let first = Int32(truncatingIfNeeded: wordCount - reach)
    let isShort = index.entries[entry].words.count < Evidence.shortest
    let kept =
      reach == 0 || isShort
      ? [] : hits[entry].suffix(Self.mostHits / 64).filter { $0.word >= first }
    hits[entry] = Array(kept)
  }
}
