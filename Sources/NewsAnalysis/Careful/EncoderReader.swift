// Reads paragraphs with the encoder, which sees each word among all others.

import ArticleModel

/// Labels paragraphs with a transformer encoder. Keeps its memory between them, so it serves one thread.
final class EncoderReader: AttributionReader {
  let confidence = QuotationConfidence.ofEncoder
  private let model: EncoderModel
  private let arithmetic = EncoderArithmetic()
  private var cutter: RowCutter
  /// What is known of the pieces of a row.
  private let rows = UnsafeMutablePointer<Float>.allocate(capacity: size)
  /// What is added to it in the beginning.
  private let places = UnsafeMutablePointer<Float>.allocate(capacity: size)
  private static let size = EncoderModel.limit * EncoderModel.width

  /// What a label of a token counts.
  private typealias Scores = SIMD8<Float>

  init(_ model: EncoderModel) {
    self.model = model
    cutter = RowCutter(model.pieces)
  }

  deinit {
    rows.deallocate()
    places.deallocate()
  }

  func read(
    _ view: AttributionView, _ paragraph: Segment.Paragraph, in segment: Segment,
    _ stretches: ArraySlice<QuotedStretch>
  ) -> AttributionReading {
    var reading = AttributionReading()
    for row in EncoderRow.rows(of: paragraph, in: segment, stretches, &cutter) {
      encode(row)
      let scores = scores(of: row)
      reading.labels += LabelSearch.best(scores)
      reading.margins += scores.map {
        max($0[1], $0[2], $0[3], $0[4], $0[5], $0[6]) - $0[0]
      }
    }
    return reading
  }

  func forgetWords() {}

  /// Works out what is known of the pieces of a row.
  private func encode(_ row: EncoderRow) {
    let count = row.pieces.count
    for index in 0..<count { embed(row.pieces[index], row.isQuoted[index], at: index) }
    arithmetic.normalise(rows, adding: places, count, model.normalisation)
    for layer in model.layers { arithmetic.apply(layer, to: rows, count) }
  }

  /// Writes the piece itself to `rows`, and where and how it stands to `places`.
  private func embed(_ piece: WordPiece, _ isQuoted: Bool, at index: Int) {
    let width = EncoderModel.width
    let embeddings = model.embeddings
    let unit = embeddings.units[Int(piece.number)]
    let bytes = embeddings.bytes + Int(piece.number) * width
    let position = embeddings.positions + index * width
    let letterCase = embeddings.cases + Int(piece.letterCase) * width
    let quoted = embeddings.quoted + (isQuoted ? width : 0)
    for at in 0..<width {
      rows[index * width + at] = Float(bytes[at]) * unit
      places[index * width + at] = position[at] + letterCase[at] + quoted[at]
    }
  }

  /// The scores of a row's tokens: those of each token's first piece.
  private func scores(of row: EncoderRow) -> [Scores] {
    let scores = arithmetic.scores(of: model.head, for: rows, row.pieces.count)
    return row.firstPieces.map { piece in
      var own = Scores(repeating: Self.unlikely)
      guard piece >= 0 else {
        own[0] = 0
        return own
      }
      for label in 0..<AttributionLabel.allCases.count {
        own[label] = scores[piece * LabelHead.columns + label]
      }
      return own
    }
  }

  /// What labels count that a token cannot have.
  private static let unlikely: Float = -16
}
