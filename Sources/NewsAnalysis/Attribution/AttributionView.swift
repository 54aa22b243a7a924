// A paragraph as the sequence model sees it, and what it reads there about each token.

/// A paragraph as the features see it.
struct AttributionView {
  /// What the features use of a word.
  struct Spelling {
    var word: UInt64
    var form: UInt64
  }

  /// How many words beyond the paragraph's ends `spellings` holds on either side.
  static let margin = 2

  let tokens: [Token]
  let words: WordTypes
  let range: TokenRange
  let context: TokenContext
  /// Stands for what lies outside the paragraph.
  let edge: WordType
  /// The words of the paragraph, `margin` edges before and behind them.
  private let spellings: [Spelling]

  init(tokens: [Token], words: WordTypes, range: TokenRange, context: TokenContext) {
    self.tokens = tokens
    self.words = words
    self.range = range
    self.context = context
    edge = WordTypes.edge.types[0]
    let beyond = Spelling(word: edge.lowerHash, form: edge.classHash)
    var spellings: [Spelling] = []
    spellings.reserveCapacity(range.count + 2 * Self.margin)
    for _ in 0..<Self.margin { spellings.append(beyond) }
    for index in range {
      let type = words[tokens[index]]
      spellings.append(Spelling(word: type.lowerHash, form: type.classHash))
    }
    for _ in 0..<Self.margin { spellings.append(beyond) }
    self.spellings = spellings
  }

  @inline(__always)
  func type(_ index: Int) -> WordType { range.contains(index) ? words[tokens[index]] : edge }

  /// How the word is written.
  func spelling(_ index: Int) -> WordSpelling {
    range.contains(index)
      ? words.spellings[Int(tokens[index].type)] : WordTypes.edge.spellings[0]
  }

  @inline(__always)
  func quoting(_ index: Int) -> UInt8 {
    range.contains(index) ? context.surroundings[index - range.lowerBound].quoting : 7
  }

  /// Gives `body` the features of the paragraph's tokens, which must not outlive the call.
  func withFeatures<Result>(_ body: (ContextFeatures) -> Result) -> Result {
    spellings.withUnsafeBufferPointer { spellings in
      context.surroundings.withUnsafeBufferPointer { surroundings in
        body(
          ContextFeatures(
            spellings: spellings, surroundings: surroundings, base: range.lowerBound))
      }
    }
  }
}

/// The features that depend on several tokens or on the surroundings. Reads its paragraph through
/// pointers, because it does so nineteen times a token.
struct ContextFeatures {
  /// How many a token has.
  static let count = 19

  fileprivate let spellings: UnsafeBufferPointer<AttributionView.Spelling>
  fileprivate let surroundings: UnsafeBufferPointer<TokenSurroundings>
  fileprivate let base: Int

  /// Calls `body` with the row of each context feature of a token; 0 is the paragraph's first.
  @inline(__always)
  func forEach(at: Int, _ body: (Int) -> Void) {
    let (a, b, c, d, e) = (
      spellings[at], spellings[at + 1], spellings[at + 2], spellings[at + 3], spellings[at + 4]
    )
    let here = surroundings[at]
    let quoting = UInt64(here.quoting)
    let (before, after) = (self.quoting(at - 1), self.quoting(at + 1))
    let left = cue(here.left, from: at)
    let right = cue(here.right, from: at)
    let place =
      AttributionFeatures.bucket(Int(here.fromStart)) << 4
      | AttributionFeatures.bucket(Int(here.toEnd))

    body(row(11, b.word, c.word))
    body(row(12, c.word, d.word))
    body(row(13, b.form, c.form, d.form))
    body(row(14, a.form, b.form, c.form))
    body(row(15, c.form, d.form, e.form))
    body(row(16, quoting, c.form))
    body(row(17, before << 8 | quoting << 4 | after, b.form))
    body(row(18, left.word, left.distance))
    body(row(19, left.word, left.following, left.distance))
    body(row(20, right.word, right.distance))
    body(row(21, right.form, right.distance, c.form))
    body(row(22, left.form, left.distance, c.form))
    body(row(23, left.form << 8 | left.breaks, quoting, right.form << 8 | right.breaks))
    body(row(24, place, c.form))
    body(row(25, left.breaks << 4 | right.breaks, left.distance << 4 | right.distance, quoting))
    body(row(26, b.word, d.word))
    body(row(27, right.word, right.breaks, quoting))
    body(row(28, left.word, left.breaks, quoting))
    body(row(29, left.form << 8 | right.form, b.form, c.form))
  }

  @inline(__always)
  private func row(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) -> Int {
    AttributionFeatures.row(template, a, b, c)
  }

  @inline(__always)
  private func quoting(_ at: Int) -> UInt64 {
    at >= 0 && at < surroundings.count ? UInt64(surroundings[at].quoting) : 7
  }

  /// What a token sees of a cue.
  private struct SeenCue {
    var word: UInt64 = 1
    var form: UInt64 = 1
    var following: UInt64 = 0
    var distance: UInt64 = 9
    var breaks: UInt64 = 0
  }

  @inline(__always)
  private func cue(_ cue: TokenSurroundings.Cue, from at: Int) -> SeenCue {
    guard cue.index >= 0 else { return SeenCue() }
    let place = Int(cue.index) - base
    let spelling = spellings[place + AttributionView.margin]
    return SeenCue(
      word: spelling.word, form: spelling.form,
      following: spellings[place + AttributionView.margin + 1].word,
      distance: AttributionFeatures.bucket(abs(at - place)), breaks: UInt64(cue.breaks))
  }
}
