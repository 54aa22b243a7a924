// Compares a passage with a part of a folded text where it may be, in other words or with words put in.

/// A passage, ready to be compared with places of a text.
struct PassageComparison {
  let prefix: [UInt8]
  let pattern: [UInt8]
  private let suffix: [UInt8]
  private let text: [UInt8]
  private let context: PassageContext

  /// Longer passages are compared by their beginning and their end.
  private static let longestCompared = 512
  /// So many bytes before its first word and after its last one show where these are.
  private static let edge = 10

  /// A part of the text that is like the passage.
  struct Match {
    var range: Range<Int>
    /// How alike it is, from 0 to 1.
    var similarity: Double
    /// Whether it has all words of the passage in their order.
    var isComplete: Bool
  }

  init(of passage: Passage, in text: [UInt8]) {
    prefix = FoldedText(passage.prefix).bytes
    pattern = FoldedText(passage.exact).bytes
    suffix = FoldedText(passage.suffix).bytes
    self.text = text
    context = PassageContext(before: prefix, after: suffix)
  }

  /// How alike the surroundings of a place are to those of the passage, on either side.
  func contextSimilarities(at range: Range<Int>) -> (before: Double?, after: Double?) {
    text.withUnsafeBufferPointer { context.similarities(at: range, in: $0) }
  }

  /// The passage with its context.
  var words: [UInt8] { prefix + pattern + suffix }

  /// Where the passage stands in `words`.
  var part: Range<Int> { prefix.count..<prefix.count + pattern.count }

  /// The part that is most like the passage around the place where it may begin; nil when none is.
  func match(near start: Int) -> Match? {
    let limit = min(pattern.count / 4, 64)
    let margin = 128 + limit
    let area = max(0, start - margin)..<max(0, min(text.count, start + pattern.count + margin))
    guard !area.isEmpty, !pattern.isEmpty else { return nil }
    let nearest = nearest(in: area, limit: limit)
    let first = beginning(in: area) ?? nearest?.range.lowerBound
    let last = end(in: area) ?? nearest?.range.upperBound
    guard let first, let last, first < last, last - first <= pattern.count + 64 else { return nil }
    var range = first..<last
    if let nearest, nearest.range == range { range = wholeWords(range) }
    let similarity =
      pattern.count <= Self.longestCompared
      ? EditDistance.similarity(pattern[...], text[range])
      : 1 - Double(nearest?.distance ?? pattern.count) / Double(pattern.count)
    return Match(range: range, similarity: similarity, isComplete: hasAllWords(range))
  }

  // MARK: Edges

  /// Where the passage begins, when the words around its beginning are in the area.
  private func beginning(in area: Range<Int>) -> Int? {
    let before = prefix.suffix(Self.edge)
    guard before.count == Self.edge else { return nil }
    let head = pattern.prefix(Self.edge).prefix { $0 != 0x20 }
    return only(before + head, in: area).map { $0 + before.count }
  }

  /// Where the passage ends, when the words around its end are in the area.
  private func end(in area: Range<Int>) -> Int? {
    let after = suffix.prefix(Self.edge)
    guard after.count == Self.edge else { return nil }
    let tail = pattern.suffix(Self.edge).reversed().prefix { $0 != 0x20 }.reversed()[...]
    return only(tail + after, in: area).map { $0 + tail.count }
  }

  /// The one place of the area where `words` begin; nil when there are none or several.
  private func only(_ words: ArraySlice<UInt8>, in area: Range<Int>) -> Int? {
    let places = text.withUnsafeBufferPointer { bytes in
      ByteSearch.places(of: Array(words), in: UnsafeBufferPointer(rebasing: bytes[area]), limit: 2)
    }
    return places.count == 1 ? area.lowerBound + places[0] : nil
  }

  // MARK: Likeness

  private func nearest(in area: Range<Int>, limit: Int) -> EditDistance.Match? {
    if pattern.count <= Self.longestCompared {
      return EditDistance.nearest(pattern, in: text, area, limit: limit)
    }
    let part = Self.longestCompared / 2
    let head = EditDistance.nearest(Array(pattern.prefix(part)), in: text, area, limit: limit)
    let tail = EditDistance.nearest(Array(pattern.suffix(part)), in: text, area, limit: limit)
    guard let head, let tail, head.range.upperBound <= tail.range.lowerBound else { return nil }
    let range = head.range.lowerBound..<tail.range.upperBound
    let distance = head.distance + tail.distance + abs(range.count - pattern.count)
    return distance <= limit ? EditDistance.Match(range: range, distance: distance) : nil
  }

  /// Whether the words of the passage are in the range, in their order.
  private func hasAllWords(_ range: Range<Int>) -> Bool {
    var rest = text[range].split(separator: 0x20)[...]
    for word in pattern.split(separator: 0x20) {
      guard let place = rest.firstIndex(of: word) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  /// The range, grown to whole words where the passage begins and ends with one.
  private func wholeWords(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    func isWord(_ byte: UInt8) -> Bool { !byte.isASCIIWhitespace && !byte.isASCIIPunctuation }
    if pattern.first.map(isWord) ?? false {
      while start > 0, start > range.lowerBound - 16, isWord(text[start - 1]), isWord(text[start]) {
        start -= 1
      }
    }
    if pattern.last.map(isWord) ?? false {
      while end < text.count, end < range.upperBound + 16, isWord(text[end]), isWord(text[end - 1])
      {
        end += 1
      }
    }
    return start..<end
  }
}

extension UInt8 {
  /// A punctuation mark or symbol of ASCII.
  fileprivate var isASCIIPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }
}
