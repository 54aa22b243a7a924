// Where words and pairs of neighbouring words occur in a text: the quick way to the places where a
// passage may be, whether its words are the same or not.

/// The words of a text and their pairs.
struct WordIndex {
  /// What occurs more often than this says nothing about a place.
  private static let mostOccurrences = 256

  /// Hash in the upper half, place in the lower one, sorted.
  private let entries: [UInt64]
  private let text: [UInt8]

  /// A word or a pair of words.
  private struct Term {
    let hash: UInt32
    let range: Range<Int>
    let isPair: Bool
  }

  /// Indexes a text of up to four gigabytes.
  init(_ text: FoldedText) {
    var entries: [UInt64] = []
    entries.reserveCapacity(text.bytes.count / 3)
    Self.forEachTerm(in: text.bytes) { term in
      let place = UInt32(truncatingIfNeeded: term.range.lowerBound)
      entries.append(UInt64(term.hash) << 32 | UInt64(place))
    }
    entries.sort()
    self.entries = entries
    self.text = text.bytes
  }

  /// Where a part of `words` stands in the text, byte for byte, as its rarest term shows; nil when it
  /// has no whole word, or none that is rare enough.
  func places(of part: Range<Int>, in words: [UInt8]) -> [Int]? {
    var rarest: (places: Range<Int>, offset: Int)?
    Self.forEachTerm(in: words) { term in
      guard part.lowerBound <= term.range.lowerBound, term.range.upperBound <= part.upperBound
      else { return }
      let found = occurrences(of: term.hash)
      if found.count < rarest?.places.count ?? Self.mostOccurrences {
        rarest = (found, term.range.lowerBound - part.lowerBound)
      }
    }
    guard let rarest else { return nil }
    return rarest.places.compactMap { index in
      let start = place(index) - rarest.offset
      guard start >= 0, start + part.count <= text.count else { return nil }
      return text[start..<start + part.count] == words[part] ? start : nil
    }
  }

  /// Where the pairs of a passage suggest that it begins, the likeliest places first.
  ///
  /// `words` is the passage with its context, `part` where it stands in them.
  func likelyStarts(of part: Range<Int>, in words: [UInt8], limit: Int) -> [Int] {
    var votes: [Int: Int] = [:]
    Self.forEachTerm(in: words) { term in
      guard term.isPair else { return }
      let weight = part.contains(term.range.lowerBound) ? 2 : 1
      let found = occurrences(of: term.hash)
      guard found.count <= Self.mostOccurrences else { return }
      for index in found {
        votes[(place(index) - term.range.lowerBound + part.lowerBound) >> 6, default: 0] += weight
      }
    }
    // A passage with words put in or taken out votes for neighbouring buckets.
    let totals = votes.map { (place: $0.key, votes: $0.value + (votes[$0.key + 1] ?? 0)) }
    let best = totals.filter { $0.votes > 1 }
      .sorted { $0.votes == $1.votes ? $0.place < $1.place : $0.votes > $1.votes }
    return best.prefix(limit).map { $0.place << 6 }
  }

  private func place(_ index: Int) -> Int { Int(UInt32(truncatingIfNeeded: entries[index])) }

  /// The entries of a term; more than `mostOccurrences` are not counted to their end.
  private func occurrences(of hash: UInt32) -> Range<Int> {
    let key = UInt64(hash) << 32
    let low = entries.partitionPoint { $0 >= key }
    var end = low
    while end < entries.count, end - low <= Self.mostOccurrences, entries[end] >> 32 == UInt64(hash)
    {
      end += 1
    }
    return low..<end
  }

  /// Gives `body` each word and each two neighbouring words. Of scripts without spaces every character
  /// is a word.
  private static func forEachTerm(in bytes: [UInt8], _ body: (Term) -> Void) {
    var previous: Term?
    var at = 0
    while at < bytes.count {
      guard isLetter(bytes[at]) else {
        at += 1
        continue
      }
      let start = at
      var hash: UInt32 = 2_166_136_261
      repeat {
        hash = (hash ^ UInt32(bytes[at] | 0x20)) &* 16_777_619
        at += 1
      } while at < bytes.count && isLetter(bytes[at]) && !(bytes[at] >= 0xE3 && bytes[at] < 0xF0)
      let word = Term(hash: hash, range: start..<at, isPair: false)
      body(word)
      if let previous {
        let range = previous.range.lowerBound..<at
        body(Term(hash: previous.hash &* 31 ^ hash, range: range, isPair: true))
      }
      previous = word
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
