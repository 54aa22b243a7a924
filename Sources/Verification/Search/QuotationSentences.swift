// The sentences of a quotation, each of which may have been taken from another place.

extension QuotationIndex.Entry {
  /// Fewer words than this are no sentence of their own.
  static let shortestSentence = 3

  /// Whether a sentence or a part of the quotation begins with a word, or one behind a mark that says that words
  /// were left out.
  func isBound(_ place: Int) -> Bool { words.isBound(place) }
}

extension [QuotedWord] {
  /// The places of words, but for the first one, that a sentence or a part begins with.
  var bounds: [Int] { indices.dropFirst().filter(isBound) }

  fileprivate func isBound(_ place: Int) -> Bool {
    self[place].followsGap || self[place].opensPart || self[place - 1].endsSentence
  }

  /// The stretches of the quotation between the ends of sentences; those of a word or two go with the next one.
  func sentences(between bounds: [Int]) -> [Range<Int>] {
    let shortest = QuotationIndex.Entry.shortestSentence
    var ranges: [Range<Int>] = []
    var start = 0
    for bound in bounds + [count] where bound - start >= shortest || bound == count {
      ranges.append(start..<bound)
      start = bound
    }
    guard let last = ranges.last, last.count < shortest, ranges.count > 1 else { return ranges }
    return ranges.dropLast(2) + [ranges[ranges.count - 2].lowerBound..<last.upperBound]
  }
}
