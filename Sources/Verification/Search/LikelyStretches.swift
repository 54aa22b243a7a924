// Which stretches of a source may hold a quotation or a part of it, by nothing but the words that they have. Asked
// before words are laid beside each other, which takes a hundred times as long and mostly comes to nothing.

/// A word of a source that quotations have, too.
struct MetWord {
  /// The number of the word.
  let number: Int32
  /// Where it starts, in bytes.
  let byte: Int32
}

/// Tells stretches that may come to an answer from those that cannot.
struct LikelyStretches {
  private let met: [MetWord]
  private let weights: [Double]
  private let ofPlace: Double
  /// The stretch in which each word was met last, by its number.
  private var lastMet: [Int32]
  private var stretch: Int32 = 0
  /// What the words of the quotation up to each place come to.
  private var tallies: [Tally] = []

  /// What words of a quotation come to.
  private struct Tally {
    var (all, said, own, count) = (0.0, 0.0, 0, 0)

    var share: Double { all > 0 ? said / all : 0 }

    static func - (a: Tally, b: Tally) -> Tally {
      var rest = a
      rest.all -= b.all
      rest.said -= b.said
      rest.own -= b.own
      rest.count -= b.count
      return rest
    }
  }

  /// The share of a sentence that has to be there: less than what is asked for later, since words may be written
  /// otherwise.
  private static let leastOfSentence = StitchedPart.leastSaid - 0.1

  init(_ scan: SourceScan, _ weights: WordWeights) {
    met = scan.metWords
    (self.weights, ofPlace) = (weights.ofWords, weights.ofPlace)
    lastMet = [Int32](repeating: 0, count: weights.ofWords.count)
  }

  /// The stretches that may hold a quotation or a part of it.
  mutating func among(
    _ windows: [SourceWindow], for entry: QuotationIndex.Entry, isComplete: Bool
  ) -> [SourceWindow] {
    guard isComplete, entry.words.count >= Evidence.shortest else { return windows }
    return windows.filter { isLikely($0, entry) }
  }

  private mutating func isLikely(_ window: SourceWindow, _ entry: QuotationIndex.Entry) -> Bool {
    meet(window.bytes(beside: entry.words.count))
    let heaviest = tally(entry)
    guard var whole = tallies.last else { return false }
    if hasFragment(entry) || hasSentence(entry, of: whole) { return true }
    // One word may be written otherwise: together, or as a number.
    whole.said += heaviest
    whole.count += 1
    if whole.count >= whole.own { return true }
    return Evidence.isEnough(
      share: whole.share, count: whole.count, of: whole.own, bits: bits(whole.said))
  }

  /// What words say beyond chance at most, in bits.
  private func bits(_ said: Double) -> Double { Evidence.most(said) - ofPlace }

  /// Notes the words between two places.
  private mutating func meet(_ bytes: Range<Int>) {
    stretch += 1
    var (low, high) = (0, met.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(met[middle].byte) >= bytes.lowerBound { high = middle } else { low = middle + 1 }
    }
    while low < met.count, Int(met[low].byte) < bytes.upperBound {
      lastMet[Int(met[low].number)] = stretch
      low += 1
    }
  }

  private func isMet(_ place: Int, _ entry: QuotationIndex.Entry) -> Bool {
    lastMet[Int(entry.numbers[place])] == stretch || entry.isNumber[place]
  }

  /// Adds up the words of a quotation.
  /// - Returns: the weight of the heaviest one that was not met.
  private mutating func tally(_ entry: QuotationIndex.Entry) -> Double {
    tallies.removeAll(keepingCapacity: true)
    var (tally, heaviest) = (Tally(), 0.0)
    tallies.append(tally)
    for place in entry.words.indices {
      if !entry.words[place].isWriters {
        let weight = weights[Int(entry.numbers[place])]
        tally.all += weight
        tally.own += 1
        if isMet(place, entry) {
          tally.said += weight
          tally.count += 1
        } else {
          heaviest = max(heaviest, weight)
        }
      }
      tallies.append(tally)
    }
    return heaviest
  }

  /// Whether words in a row are there that may have been cut out of a sentence.
  private func hasFragment(_ entry: QuotationIndex.Entry) -> Bool {
    var start = 0
    for place in entry.words.indices {
      if !entry.words[place].isWriters, !isMet(place, entry) { start = place + 1 }
      guard place + 1 - start >= StitchedPart.shortest else { continue }
      if bits((tallies[place + 1] - tallies[start]).said) >= StitchedPart.ofFragment { return true }
    }
    return false
  }

  /// Whether a sentence of several, or what is left of the quotation before or behind the end of one, is there.
  private func hasSentence(_ entry: QuotationIndex.Entry, of whole: Tally) -> Bool {
    entry.sentences.count > 1
      && entry.sentences.contains { isSentence(tallies[$0.upperBound] - tallies[$0.lowerBound]) }
      || entry.bounds.contains { isSentence(tallies[$0]) || isSentence(whole - tallies[$0]) }
  }

  private func isSentence(_ tally: Tally) -> Bool {
    tally.share >= Self.leastOfSentence && bits(tally.said) >= StitchedPart.ofSentence
  }
}
