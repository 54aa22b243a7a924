// What the model thinks of the tokens of a paragraph, and the best sequence of labels that comes of it.

/// Labels the tokens of paragraphs. Keeps the sums of word features per type, so that a word costs its
/// look-ups once.
struct AttributionDecoder: AttributionReader {
  let confidence = QuotationConfidence.ofSequenceModel
  private let model: AttributionModel
  /// For each word type, the sums of its word features at each distance.
  private var typeScores: [SIMD8<Int16>] = []
  /// The same for what lies outside the paragraph.
  private let edgeScores: [SIMD8<Int16>]
  private var emissions: [SIMD8<Float>] = []
  /// The rows of the context features of a few tokens.
  private var rows = [Int32](repeating: 0, count: batch * ContextFeatures.count)
  private static let batch = 64
  private var search: AttributionSearch

  init(_ model: AttributionModel) {
    self.model = model
    search = AttributionSearch(model)
    edgeScores = (0..<AttributionFeatures.window).map { Self.wordScore(model, .edge, 0, $0) }
  }

  /// Forgets the word types; for when the words start afresh.
  mutating func forgetWords() { typeScores.removeAll() }

  /// What the model makes of the view's tokens.
  mutating func read(
    _ view: AttributionView, _ paragraph: Segment.Paragraph, in segment: Segment,
    _ stretches: ArraySlice<QuotedStretch>
  ) -> AttributionReading {
    // Most paragraphs without a cue verb or quoted words report nothing; what the model finds there is seldom speech.
    guard view.context.hasSpeech else { return .nothing(in: view) }
    learnTypes(view.words)
    score(view)
    return AttributionReading(
      labels: search.labels(view, emissions),
      margins: emissions.map { max($0[1], $0[2], $0[3], $0[4], $0[5], $0[6]) - $0[0] })
  }

  // MARK: Scores

  private mutating func learnTypes(_ words: WordTypes) {
    let window = AttributionFeatures.window
    var next = typeScores.count / window
    while next < words.types.count {
      for place in 0..<window { typeScores.append(Self.wordScore(model, words, next, place)) }
      next += 1
    }
  }

  private static func wordScore(
    _ model: AttributionModel, _ words: WordTypes, _ index: Int, _ place: Int
  ) -> SIMD8<Int16> {
    var sum = SIMD8<Int16>.zero
    AttributionFeatures.forEachWordFeature(
      of: words.types[index], words.spellings[index], at: place - AttributionFeatures.reach
    ) { sum &+= model[$0] }
    return sum
  }

  /// Works out the rows of a few tokens first and then adds up their weights, so that many of the
  /// weights, which lie all over the table, are fetched at the same time.
  private mutating func score(_ view: AttributionView) {
    emissions.removeAll(keepingCapacity: true)
    var at = view.range.lowerBound
    view.withFeatures { features in
      while at < view.range.upperBound {
        let tokens = at..<min(at + Self.batch, view.range.upperBound)
        noteRows(of: tokens, features, view)
        addUp(tokens, view)
        at = tokens.upperBound
      }
    }
  }

  private mutating func noteRows(
    of tokens: TokenRange, _ features: ContextFeatures, _ view: AttributionView
  ) {
    rows.withUnsafeMutableBufferPointer { rows in
      var next = 0
      for index in tokens {
        features.forEach(at: index - view.range.lowerBound) {
          rows[next] = Int32(truncatingIfNeeded: $0)
          next += 1
        }
      }
    }
  }

  private mutating func addUp(_ batch: TokenRange, _ view: AttributionView) {
    let window = AttributionFeatures.window
    let (first, end) = (view.range.lowerBound, view.range.upperBound)
    rows.withUnsafeBufferPointer { rows in
      typeScores.withUnsafeBufferPointer { scores in
        view.tokens.withUnsafeBufferPointer { tokens in
          var next = 0
          for index in batch {
            var sum = SIMD8<Int16>.zero
            for row in rows[next..<next + ContextFeatures.count] { sum &+= model[Int(row)] }
            next += ContextFeatures.count
            for place in 0..<window {
              let at = index + place - AttributionFeatures.reach
              let isInside = at >= first && at < end
              sum &+= isInside ? scores[Int(tokens[at].type) * window + place] : edgeScores[place]
            }
            emissions.append(SIMD8<Float>(sum) * model.scale)
          }
        }
      }
    }
  }
}
