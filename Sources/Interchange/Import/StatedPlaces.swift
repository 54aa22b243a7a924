// Brings the words and the offsets that a file states together. The words decide; the offsets help to tell
// apart where they stand.
//
//   offsets in some way of counting ─▶ the same words there? ─▶ the place
//                                      else: the words once in the text ─▶ the place
//                                      else: as far from marks beside it as it was ─▶ the place, or none

import ArticleModel

/// What a file states of a mark: where it is, in one piece or several, and which words stand there.
struct StatedPlace {
  /// In the units that the program counts in, half-open.
  var ranges: [Range<Int>]
  /// The words, those of several pieces with a blank between; nil when the file does not say.
  var words: String?
}

/// Where the stated places are in a text.
struct StatedPlaces {
  private let text: ArticleText
  private let stated: [StatedPlace]
  private let counting: [Int: Int]
  /// For each stated place its spans; nil where words and offsets lead to no place for sure.
  private(set) var spans: [[TextSpan]?] = []

  init(_ stated: [StatedPlace], in text: ArticleText) {
    self.text = text
    self.stated = stated
    counting = Self.counting(of: stated, in: text)
    spans = stated.map { Self.spans(of: $0, counting, in: text) }
    if stated.indices.contains(where: { stated[$0].words != nil && spans[$0] == nil }) { search() }
  }

  // MARK: Counting

  /// The places of all offsets, counted in the way in which the most words stand where they are said to.
  private static func counting(of stated: [StatedPlace], in text: ArticleText) -> [Int: Int] {
    let offsets = Set(stated.flatMap(\.ranges).flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
    let worded = stated.filter { $0.words != nil }
    var best: (table: [Int: Int], matches: Int)?
    for counting in OffsetCounting.all {
      let table = counting.bytes(of: offsets, in: text)
      let matches = worded.count { spans(of: $0, table, in: text) != nil }
      if best.map({ matches > $0.matches }) ?? true { best = (table, matches) }
      if matches == worded.count { break }
    }
    return best?.table ?? [:]
  }

  /// The spans at the offsets; nil when there are none, or other words stand there.
  private static func spans(
    of place: StatedPlace, _ table: [Int: Int], in text: ArticleText
  ) -> [TextSpan]? {
    let spans = place.ranges.compactMap { range -> TextSpan? in
      guard let start = table[range.lowerBound], let end = table[range.upperBound], start < end
      else { return nil }
      return TextSpan(start..<end)
    }
    guard spans.count == place.ranges.count, !spans.isEmpty else { return nil }
    guard let words = place.words?.withPlainBlanks else { return spans }
    let found = spans.map { text.string(in: $0) }.joined(separator: " ")
    return found.withPlainBlanks == words ? spans : nil
  }

  // MARK: Searching

  /// A place that is known without its offsets: words that the text has once.
  private struct Landmark {
    /// The offset that the file states, and the one in the text, in code points.
    var stated: Int
    var found: Int
  }

  private mutating func search() {
    var occurrences: [String: [TextSpan]] = [:]
    for words in stated.lazy.compactMap(\.words) where occurrences[words] == nil {
      occurrences[words] = wholeWords(text.places(of: words))
    }
    let landmarks = self.landmarks(occurrences)
    for (index, place) in stated.enumerated() {
      guard let words = place.words, let offset = place.ranges.first?.lowerBound else { continue }
      let spans = occurrences[words] ?? []
      if spans.count == 1, place.ranges.count == 1 {
        self.spans[index] = self.spans[index] ?? spans
      } else {
        self.spans[index] = settled(index, offset, landmarks)
      }
    }
  }

  /// Words that stand once in the text, in the order of their offsets.
  private func landmarks(_ occurrences: [String: [TextSpan]]) -> [Landmark] {
    stated.compactMap { place in
      guard let words = place.words, place.ranges.count == 1,
        let spans = occurrences[words], spans.count == 1
      else { return nil }
      return Landmark(
        stated: place.ranges[0].lowerBound,
        found: text.codePointOffset(of: spans[0].start).value)
    }
    .sorted { $0.stated < $1.stated }
  }

  /// The place of words that stand in several places, or that consist of several pieces: as far from the
  /// marks beside it as the file says. Where these disagree, or none is known, nothing is.
  private func settled(_ index: Int, _ offset: Int, _ landmarks: [Landmark]) -> [TextSpan]? {
    let after = landmarks.partitionPoint { $0.stated > offset }
    let beside =
      (after > 0 ? [landmarks[after - 1]] : [])
      + (after < landmarks.count ? [landmarks[after]] : [])
    if beside.isEmpty { return spans[index] }
    let shifts = Set(beside.map { $0.found - $0.stated })
    let places = Set(shifts.compactMap { shifted(stated[index], by: $0) })
    if let known = spans[index] {
      return places.isEmpty || places.contains(known) ? known : nil
    }
    return places.count == 1 ? places.first : nil
  }

  private func shifted(_ place: StatedPlace, by shift: Int) -> [TextSpan]? {
    let spans = place.ranges.compactMap { range -> TextSpan? in
      let (start, end) = (range.lowerBound + shift, range.upperBound + shift)
      guard 0 <= start, end <= text.codePointCount else { return nil }
      return text.textSpan(of: CodePointSpan(CodePointOffset(start), CodePointOffset(end)))
    }
    guard spans.count == place.ranges.count, let words = place.words?.withPlainBlanks else {
      return nil
    }
    let found = spans.map { text.string(in: $0) }.joined(separator: " ")
    return found.withPlainBlanks == words ? spans : nil
  }

  /// Those that are not inside of longer words.
  private func wholeWords(_ spans: [TextSpan]) -> [TextSpan] {
    spans.filter { span in
      let before = text.string(in: text.roundedToGraphemes(TextSpan(span.start - 1, span.start)))
      let after = text.string(in: text.roundedToGraphemes(TextSpan(span.end, span.end + 1)))
      let words = text.string(in: span)
      func goesOn(_ inside: Character?, _ outside: Character?) -> Bool {
        guard let inside, let outside else { return false }
        return inside.isWordCharacter && outside.isWordCharacter
      }
      return !goesOn(words.first, before.last) && !goesOn(words.last, after.first)
    }
  }
}

extension Character {
  fileprivate var isWordCharacter: Bool { isLetter || isNumber }
}

extension String {
  /// The words with one blank between them, as programs write them that keep no line ends.
  package var withPlainBlanks: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
