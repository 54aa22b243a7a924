// The features of the sequence model, as rows of its table of weights.
//
// What depends on one word and its distance alone is a word feature: summed once per word type. What
// depends on several tokens or on the surroundings is a context feature: summed per token.

import CTransformer

/// Names the rows that speak for a token. Training and analysis share it, so that they cannot differ.
struct AttributionFeatures {
  /// Words up to this far to the left and right are seen.
  static let reach = CSEQUENCE_WINDOW / 2
  /// Distances seen, from -reach to reach.
  static let window = CSEQUENCE_WINDOW
  /// The rows of the table, a power of two.
  static let rows = CSEQUENCE_ROWS
  private static let rowMask = UInt64(rows - 1)

  // MARK: Word features

  /// The most word features that a word has at one distance.
  static let mostWordFeatures = 7

  /// Calls `body` with the row of each word feature of a word when seen at `distance`.
  @inline(__always)
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

  // MARK: Transitions

  /// The context in which labels follow each other: which kind of token the second one is.
  static func transition(at index: Int, in view: AttributionView) -> Int {
    let here = view.context.surroundings[index - view.range.lowerBound]
    return transition(to: here, behind: view.quoting(index - 1), view.type(index).labelContext)
  }

  /// The same of a token with its surroundings, behind one that is quoted as `previous` says; `word` is the context
  /// that its word makes.
  @inline(__always)
  static func transition(
    to here: TokenSurroundings, behind previous: UInt8, _ word: @autoclosure () -> UInt8
  ) -> Int {
    if here.quoting == 1 || here.quoting == 4 { return 1 }
    if here.quoting == 2 || here.quoting == 5 { return 2 }
    if previous == 6 || previous == 3 { return 3 }
    if here.fromStart == 0 { return 4 }
    return Int(word())
  }

  /// The context that a word alone makes, in the middle of a sentence and outside quotation marks.
  static func wordContext(of type: WordType) -> UInt8 {
    switch type.mark {
    case .comma: return 5
    case .colon, .semicolon, .emDash, .enDash, .doubleHyphen: return 8
    default: break
    }
    if type.roles.contains(.complementizer) { return 6 }
    if type.roles.contains(.coordinator) { return 7 }
    if type.mark?.endsSentence == true { return 9 }
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
    // Sums of comparisons instead of branches, none of which could be foreseen.
    let coarse = (distance > 5 ? 5 : 4) + (distance > 8 ? 1 : 0) + (distance > 14 ? 1 : 0)
    let far = coarse + (distance > 24 ? 1 : 0)
    return UInt64(truncatingIfNeeded: distance < 4 ? max(distance, 0) : far)
  }

  /// The row of a word feature; SequenceKernels.h mixes the numbers of context features in the same way.
  @inline(__always)
  private static func row(_ template: UInt64, _ a: UInt64, _ b: UInt64) -> Int {
    var hash = template &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ a) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 29) ^ b) &* 0x94D0_49BB_1331_11EB
    hash = (hash ^ (hash >> 31)) &* 0xD6E8_FEB8_6659_FD93
    return Int((hash ^ (hash >> 32)) & rowMask)
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
