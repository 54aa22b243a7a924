// The features of the sequence model, as rows of its table of weights.
//
// What depends on one word and its distance alone is a word feature: summed once per word type. What
// depends on several tokens or on the surroundings is a context feature: summed per token.

/// Names the rows that speak for a token. Training and analysis share it, so that they cannot differ.
struct AttributionFeatures {
  /// Words up to this far to the left and right are seen.
  static let reach = 3
  /// Distances seen, from -reach to reach.
  static let window = 2 * reach + 1
  /// Context features of a token.
  static let contextCount = 19

  /// The rows of the table, a power of two.
  static let rows = 1 << 18
  private static let rowMask = UInt64(rows - 1)

  // MARK: Word features

  /// Calls `body` with the row of each word feature of a word when seen at `distance`.
  static func forEachWordFeature(
    of type: WordType, _ spelling: WordSpelling, at distance: Int, _ body: (Int) -> Void
  ) {
    let place = UInt64(distance + reach + 1)
    body(row(1, type.lowerHash, place))
    guard abs(distance) <= 2 else { return }
    body(row(2, type.classHash, place))
    guard abs(distance) <= 1 else { return }
    body(row(3, spelling.suffixes[2], place))
    body(row(4, spelling.suffixes[1], place))
    body(row(5, spelling.shape, place))
    guard distance == 0 else { return }
    body(row(6, spelling.suffixes[3], place))
    body(row(7, type.traits.rawValue64, place))
  }

  // MARK: Context features

  /// Calls `body` with the row of each context feature of the token at `index`.
  @inline(__always)
  static func forEachContextFeature(
    at index: Int, in view: AttributionView, _ body: (Int) -> Void
  ) {
    let at = index - view.range.lowerBound
    let (a, b, c, d, e) = (
      view.spellings[at], view.spellings[at + 1], view.spellings[at + 2], view.spellings[at + 3],
      view.spellings[at + 4]
    )
    let quoting = UInt64(view.context.quoting[at])
    let (before, after) = (view.quoting(index - 1), view.quoting(index + 1))
    let left = view.cue(view.context.left[at], from: index)
    let right = view.cue(view.context.right[at], from: index)
    let place = bucket(Int(view.context.fromStart[at])) << 4 | bucket(Int(view.context.toEnd[at]))

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

  /// The context in which labels follow each other: which kind of token the second one is.
  @inline(__always)
  static func transition(at index: Int, in view: AttributionView) -> Int {
    let quoting = view.quoting(index)
    if quoting == 1 || quoting == 4 { return 1 }
    if quoting == 2 || quoting == 5 { return 2 }
    if view.quoting(index - 1) == 6 || view.quoting(index - 1) == 3 { return 3 }
    if view.context.fromStart[index - view.range.lowerBound] == 0 { return 4 }
    let type = view.type(index)
    switch type.known {
    case .comma: return 5
    case .that: return 6
    case .and, .but, .or: return 7
    case .colon, .semicolon, .emDash, .enDash, .doubleHyphen: return 8
    default: break
    }
    if type.known?.endsSentence == true { return 9 }
    if !type.traits.isDisjoint(with: .cueVerb) { return 10 }
    if type.traits.contains(.capitalised) { return 11 }
    if type.traits.contains(.determiner) { return 12 }
    return type.traits.contains(.preposition) ? 13 : 0
  }

  /// How many contexts `transition` tells apart.
  static let transitions = 14

  // MARK: Hashing

  /// A number in a few steps: exact when small, coarse when large.
  @inline(__always)
  static func bucket(_ distance: Int) -> UInt64 {
    switch distance {
    case ..<4: UInt64(max(distance, 0))
    case 4...5: 4
    case 6...8: 5
    case 9...14: 6
    case 15...24: 7
    default: 8
    }
  }

  @inline(__always)
  private static func row(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) -> Int
  {
    var hash = template &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ a) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 29) ^ b) &* 0x94D0_49BB_1331_11EB
    hash = (hash ^ (hash >> 31) ^ c) &* 0xD6E8_FEB8_6659_FD93
    return Int((hash ^ (hash >> 32)) & rowMask)
  }
}

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
  let spellings: [Spelling]

  init(tokens: [Token], words: WordTypes, range: TokenRange, context: TokenContext) {
    self.tokens = tokens
    self.words = words
    self.range = range
    self.context = context
    edge = WordTypes.edge.types[0]
    let beyond = Spelling(word: edge.lowerHash, form: edge.classHash)
    var spellings = [Spelling](repeating: beyond, count: range.count + 2 * Self.margin)
    for index in range {
      let at = index - range.lowerBound + Self.margin
      spellings[at].word = words[tokens[index]].lowerHash
      spellings[at].form = words[tokens[index]].classHash
    }
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
  func quoting(_ index: Int) -> UInt64 {
    range.contains(index) ? UInt64(context.quoting[index - range.lowerBound]) : 7
  }

  /// A cue as the features see it from a token.
  @inline(__always)
  func cue(_ cue: TokenContext.Cue, from index: Int) -> SeenCue {
    guard cue.index >= 0 else { return SeenCue() }
    let at = Int(cue.index) - range.lowerBound + Self.margin
    return SeenCue(
      word: spellings[at].word, form: spellings[at].form, following: spellings[at + 1].word,
      distance: AttributionFeatures.bucket(abs(index - Int(cue.index))),
      breaks: UInt64(cue.breaks))
  }

  /// What a token sees of a cue.
  struct SeenCue {
    var word: UInt64 = 1
    var form: UInt64 = 1
    var following: UInt64 = 0
    var distance: UInt64 = 9
    var breaks: UInt64 = 0
  }
}

extension WordTraits {
  /// The traits that make a coarse part of speech.
  static let grammatical: WordTraits = [
    .speechVerb, .thoughtVerb, .addressingVerb, .past, .thirdPerson, .gerund, .baseForm,
    .determiner, .preposition, .conjunction, .pronoun, .auxiliary, .adverb, .title, .role, .group,
    .organisation, .outlet, .document, .calendar, .speechNoun, .capitalised, .hasDigit, .demonym,
  ]

  /// The traits as a number to hash.
  var rawValue64: UInt64 { UInt64(rawValue) }
}
