// What the model thinks of the tokens of a paragraph, and the best sequence of labels that comes of it.

import CTransformer

/// Labels the tokens of paragraphs. Keeps the sums of word features per type, so that a word costs its
/// look-ups once.
struct AttributionDecoder: AttributionReader {
  let confidence = QuotationConfidence.ofSequenceModel
  private let model: AttributionModel
  /// The sums of word features at each distance: first those of what lies outside the paragraph, then those of
  /// each word type.
  private var typeScores: [SIMD8<Int16>] = []
  /// The rows of `typeScores`, counted in windows, of the paragraph's words and of what is seen around it; behind
  /// these, those of longer paragraphs.
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
    Self.appendScores(of: 0, in: .edge, by: model, to: &typeScores)
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
      Self.appendScores(of: next, in: words, by: model, to: &typeScores)
      next += 1
    }
  }

  /// Appends what a word adds at each distance. The rows are known before the first is read, so that their weights
  /// are fetched at the same time.
  private static func appendScores(
    of index: Int, in words: WordTypes, by model: AttributionModel,
    to scores: inout [SIMD8<Int16>]
  ) {
    let (type, spelling) = (words.type(index), words.spelling(index))
    let (window, most) = (AttributionFeatures.window, AttributionFeatures.mostWordFeatures)
    // For each distance, room for its rows.
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: window * most) { memory in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: window) { counts in
        for place in 0..<window {
          counts[place] = note(
            type, spelling, place, by: model, in: memory.extracting(place * most..<memory.count))
        }
        for place in 0..<window {
          let rows = memory.extracting(place * most..<memory.count)
          scores.append(
            csequence_sum(
              model.table, rows.baseAddress, Int32(truncatingIfNeeded: counts[place])))
        }
      }
    }
  }

  /// Notes the rows of a word's features at a place of the window, and asks for their weights; returns how many.
  private static func note(
    _ type: WordType, _ spelling: WordSpelling, _ place: Int, by model: AttributionModel,
    in rows: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    var count = 0
    AttributionFeatures.forEachWordFeature(
      of: type, spelling, at: place - AttributionFeatures.reach
    ) { row in
      precondition(count < AttributionFeatures.mostWordFeatures)
      cprefetch(model.table + row)
      rows[count] = Int32(truncatingIfNeeded: row)
      count += 1
    }
    return count
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
    let (reach, count) = (AttributionFeatures.reach, view.range.count)
    if types.count < count + 2 * reach {
      types = [Int32](repeating: 0, count: count + 2 * reach)
    }
    types.withUnsafeMutableBufferPointer { types in
      for place in 0..<count {
        types[reach + place] = view.tokens[view.range.lowerBound + place].type + 1
      }
      // Before the first token there are edges already.
      for place in 0..<reach { types[reach + count + place] = 0 }
    }
  }
}
