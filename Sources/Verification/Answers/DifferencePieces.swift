// Source and quotation in one, for people.

import ArticleModel

/// Makes the pieces of a word diff.
struct DifferencePieces {
  private let words: DifferenceWords
  private let comparison: Comparison

  init(_ words: DifferenceWords, _ comparison: Comparison) {
    (self.words, self.comparison) = (words, comparison)
  }

  /// What both have, as the quotation writes it, and where they differ, as each does.
  var pieces: [SourceMatch.Piece] {
    var pieces: [SourceMatch.Piece] = []
    var kept = 0
    for difference in comparison.differences where difference.kind != .none {
      append(kept..<difference.quoted.lowerBound, to: &pieces) { .kept($0) }
      if let first = comparison.source[difference.source].first,
        let last = comparison.source[difference.source].last
      {
        pieces.append(
          .leftOut(words.source.string(in: TextSpan(first.start..<last.end)).joinedLines))
      }
      append(difference.quoted, to: &pieces) { .added($0) }
      kept = difference.quoted.upperBound
    }
    append(kept..<comparison.quoted.count, to: &pieces) { .kept($0) }
    return pieces
  }

  private func append(
    _ range: Range<Int>, to pieces: inout [SourceMatch.Piece],
    _ make: (String) -> SourceMatch.Piece
  ) {
    guard !range.isEmpty else { return }
    pieces.append(make(written(comparison.quoted[range]).joinedLines))
  }

  /// Words as the story writes them, without an attribution that interrupts them.
  private func written(_ quoted: ArraySlice<QuotedWord>) -> String {
    guard var start = quoted.first?.shownStart else { return "" }
    var runs: [String] = []
    var end = start
    for word in quoted {
      if word.opensPart, end > start {
        runs.append(words.story.string(in: TextSpan(start..<end)))
        start = word.shownStart
      }
      end = word.shownEnd
    }
    runs.append(words.story.string(in: TextSpan(start..<end)))
    return runs.joined(separator: " ")
  }
}

extension String {
  /// The text on one line, with one blank for each run of white space.
  var joinedLines: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
