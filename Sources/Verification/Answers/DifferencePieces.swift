// Source and quotation in one, for people.

import ArticleModel

/// Makes the pieces of a word diff.
struct DifferencePieces {
  private let words: DifferenceWords
  private let comparison: Comparison

  init(_ words: DifferenceWords, _ comparison: Comparison) {
    (self.words, self.comparison) = (words, comparison)
  }

  /// What both have, with the capitals of the source, and where they differ, as each does.
  var pieces: [SourceMatch.Piece] {
    var pieces: [SourceMatch.Piece] = []
    var kept = 0
    for difference in comparison.differences where difference.kind != .none {
      append(kept..<difference.quoted.lowerBound, to: &pieces, asSaid: true) { .kept($0) }
      if let first = comparison.source[difference.source].first,
        let last = comparison.source[difference.source].last
      {
        pieces.append(
          .leftOut(words.source.string(in: TextSpan(first.start..<last.end)).joinedLines))
      }
      append(difference.quoted, to: &pieces, asSaid: false) { .added($0) }
      kept = difference.quoted.upperBound
    }
    append(kept..<comparison.quoted.count, to: &pieces, asSaid: true) { .kept($0) }
    return pieces
  }

  private func append(
    _ range: Range<Int>, to pieces: inout [SourceMatch.Piece], asSaid: Bool,
    _ make: (String) -> SourceMatch.Piece
  ) {
    guard !range.isEmpty else { return }
    pieces.append(make(written(range, asSaid: asSaid).joinedLines))
  }

  /// Words as the story writes them, without an attribution that interrupts them.
  private func written(_ range: Range<Int>, asSaid: Bool) -> String {
    var text = ""
    var end: Int?
    for place in range {
      let word = comparison.quoted[place]
      if let end { text += word.opensPart ? " " : between(end, word.shownStart) }
      text += asSaid ? said(place) : between(word.shownStart, word.shownEnd)
      end = word.shownEnd
    }
    return text
  }

  /// A word as the source writes it, where only its capitals differ; else as the story does.
  private func said(_ place: Int) -> String {
    let word = comparison.quoted[place]
    let shown = between(word.shownStart, word.shownEnd)
    guard let partner = comparison.partners[place] else { return shown }
    let source = comparison.source[partner]
    let said = words.source.string(in: TextSpan(source.start..<source.end))
    return said.lowercased() == shown.lowercased() ? said : shown
  }

  private func between(_ start: Int, _ end: Int) -> String {
    words.story.string(in: TextSpan(start..<max(start, end)))
  }
}

extension String {
  /// The text on one line, with one blank for each run of white space.
  var joinedLines: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
