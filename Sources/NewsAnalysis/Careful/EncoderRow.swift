// What the encoder reads at once: a paragraph, or a few sentences of a long one, as word pieces.

import ArticleModel

/// Some sentences as word pieces, the marks at either end included.
struct EncoderRow {
  /// The tokens that it holds.
  let tokens: TokenRange
  /// The pieces, with the opening and the closing mark.
  private(set) var pieces: [WordPiece]
  /// For each piece whether it stands between quotation marks, the opening one included.
  private(set) var isQuoted: [Bool]
  /// For each token its first piece; -1 for a token without one.
  private(set) var firstPieces: [Int]

  /// More pieces than this and the row ends with the sentence.
  private static let usualLength = 200

  /// The rows of a paragraph, at sentences where it is long.
  static func rows(
    of paragraph: Segment.Paragraph, in segment: Segment, _ stretches: ArraySlice<QuotedStretch>,
    _ cutter: inout RowCutter
  ) -> [EncoderRow] {
    var rows: [EncoderRow] = []
    var row: EncoderRow?
    for index in paragraph.sentences {
      let sentence = cutter.row(segment.sentences[index].tokens, in: segment, stretches)
      for part in sentence {
        if let current = row, current.pieces.count + part.pieces.count > Self.usualLength {
          rows.append(current)
          row = part
        } else {
          row = row?.joined(with: part) ?? part
        }
      }
    }
    return (rows + (row.map { [$0] } ?? [])).map(\.closed)
  }

  fileprivate init(
    tokens: TokenRange, pieces: [WordPiece], isQuoted: [Bool], firstPieces: [Int]
  ) {
    (self.tokens, self.pieces) = (tokens, pieces)
    (self.isQuoted, self.firstPieces) = (isQuoted, firstPieces)
  }

  private func joined(with next: EncoderRow) -> EncoderRow {
    EncoderRow(
      tokens: tokens.lowerBound..<next.tokens.upperBound, pieces: pieces + next.pieces,
      isQuoted: isQuoted + next.isQuoted,
      firstPieces: firstPieces + next.firstPieces.map { $0 < 0 ? $0 : $0 + pieces.count })
  }

  /// The row with the marks at its ends.
  private var closed: EncoderRow {
    EncoderRow(
      tokens: tokens,
      pieces: [WordPiece(number: WordPieces.opening, letterCase: 0)] + pieces
        + [WordPiece(number: WordPieces.closing, letterCase: 0)],
      isQuoted: [false] + isQuoted + [false],
      firstPieces: firstPieces.map { $0 < 0 ? $0 : $0 + 1 })
  }
}

/// Cuts sentences into pieces.
struct RowCutter {
  private let vocabulary: WordPieces
  private var cutter: WordPieceCutter
  private let opening: Int32
  private let closing: Int32

  init(_ vocabulary: WordPieces) {
    self.vocabulary = vocabulary
    cutter = WordPieceCutter(vocabulary)
    opening = vocabulary.openingMark ?? WordPieces.unknown
    closing = vocabulary.closingMark ?? WordPieces.unknown
  }

  /// The pieces of some tokens, in more than one row when they are too many.
  fileprivate mutating func row(
    _ tokens: TokenRange, in segment: Segment, _ stretches: ArraySlice<QuotedStretch>
  ) -> [EncoderRow] {
    let most = EncoderModel.limit - 2
    var rows: [EncoderRow] = []
    var (start, pieces, isQuoted, first): (Int, [WordPiece], [Bool], [Int]) =
      (tokens.lowerBound, [], [], [])
    for index in tokens {
      let next = stretches.partition { $0.tokens.upperBound > index }
      let stretch =
        next < stretches.endIndex && stretches[next].tokens.contains(index)
        ? stretches[next] : nil
      let new = self.pieces(of: index, in: segment, stretch).prefix(most)
      if pieces.count + new.count > most {
        rows.append(
          EncoderRow(
            tokens: start..<index, pieces: pieces, isQuoted: isQuoted, firstPieces: first))
        (start, pieces, isQuoted, first) = (index, [], [], [])
      }
      first.append(new.isEmpty ? -1 : pieces.count)
      pieces += new
      let isInside = stretch.map { $0.goesOn || index < $0.tokens.upperBound - 1 } ?? false
      isQuoted += [Bool](repeating: isInside, count: new.count)
    }
    rows.append(
      EncoderRow(
        tokens: start..<tokens.upperBound, pieces: pieces, isQuoted: isQuoted, firstPieces: first))
    return rows
  }

  /// The pieces of a token; the marks of a quotation in the style that the encoder knows.
  private mutating func pieces(
    of index: Int, in segment: Segment, _ stretch: QuotedStretch?
  ) -> [WordPiece] {
    if let stretch, segment.tokens[index].kind == .quotationMark {
      if index == stretch.tokens.lowerBound { return [WordPiece(number: opening, letterCase: 0)] }
      if index == stretch.tokens.upperBound - 1, !stretch.goesOn {
        return [WordPiece(number: closing, letterCase: 0)]
      }
    }
    var pieces: [WordPiece] = []
    let span = segment.tokens[index].span
    segment.text.withBytes { bytes in
      cutter.cut(UnsafeBufferPointer(rebasing: bytes[span.range])) { pieces.append($0) }
    }
    return pieces
  }
}
