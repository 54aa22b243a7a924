// What the model thinks of the tokens of a paragraph, and the best sequence of labels that comes of it.

import CTransformer

/// Labels the tokens of paragraphs. Keeps the sums of word features per type, so that a word costs its
/// look-ups once.
struct AttributionDecoder: AttributionReader {
  let confidence = QuotationConfidence.ofSequenceModel
  private let model: AttributionModel
  /// The sums of word features at each distance: first those of what lies outside the paragraph, then those of
  /// each word type.
  private var typeScores: [SIMD8<Int16>]
  /// The rows of `typeScores`, counted in windows, of the paragraph's words and of what is seen around it.
  private var types: [Int32] = []
  /// What the model thinks of each token, eight scores a token; behind the last one, those of longer paragraphs.
  private var emissions: [Float] = []
  /// By how much the best label of each token is ahead of belonging to no attribution.
  private var margins: [Float] = []
  private var features = ContextFeatures()
  private var search: AttributionSearch

  init(_ model: AttributionModel) {
    self.model = model
    search = AttributionSearch(model)
    typeScores = (0..<AttributionFeatures.window).map { Self.wordScore(model, .edge, 0, $0) }
  }

  /// Forgets the word types; for when the words start afresh.
  mutating func forgetWords() {
    typeScores.removeLast(typeScores.count - AttributionFeatures.window)
  }

  /// What the model makes of the view's tokens.
  mutating func read(
    _ view: AttributionView, _ paragraph: Segment.Paragraph, in segment: Segment,
    _ stretches: ArraySlice<QuotedStretch>
  ) -> AttributionReading {
    // Most paragraphs without a cue verb or quoted words report nothing; what the model finds there is seldom speech.
    guard view.context.hasSpeech else { return .nothing(in: view) }
    learnTypes(view.words)
    score(view)
    return AttributionReading(labels: search.labels(view, emissions), margins: margins)
  }

  // MARK: Scores

  private mutating func learnTypes(_ words: WordTypes) {
    let window = AttributionFeatures.window
    var next = typeScores.count / window - 1
    while next < words.count {
      for place in 0..<window { typeScores.append(Self.wordScore(model, words, next, place)) }
      next += 1
    }
  }

  private static func wordScore(
    _ model: AttributionModel, _ words: WordTypes, _ index: Int, _ place: Int
  ) -> SIMD8<Int16> {
    var sum = SIMD8<Int16>.zero
    AttributionFeatures.forEachWordFeature(
      of: words.type(index), words.spelling(index), at: place - AttributionFeatures.reach
    ) { sum &+= model[$0] }
    return sum
  }

  /// Works out the rows of a few tokens first and then adds up their weights, so that many of the
  /// weights, which lie all over the table, are fetched at the same time.
  private mutating func score(_ view: AttributionView) {
    let count = view.range.count
    noteTypes(view)
    let scores = count * AttributionLabel.columns
    if emissions.count < scores { emissions = [Float](repeating: 0, count: scores) }
    margins = [Float](repeating: 0, count: count)
    for first in stride(from: 0, to: count, by: ContextFeatures.batch) {
      let places = first..<min(first + ContextFeatures.batch, count)
      features.read(places, of: view)
      csequence_emissions(
        model.table, features.rows, typeScores, types, Int32(first), Int32(places.count),
        model.scale, &emissions, &margins)
    }
  }

  private mutating func noteTypes(_ view: AttributionView) {
    let edges = repeatElement(Int32(0), count: AttributionFeatures.reach)
    types.removeAll(keepingCapacity: true)
    types.append(contentsOf: edges)
    for token in view.tokens[view.range] { types.append(token.type + 1) }
    types.append(contentsOf: edges)
  }
}
