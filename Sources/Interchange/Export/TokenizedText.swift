// An article's text as tools for labelling tokens want it: words and signs, none of which a mark cuts apart.

import ArticleModel

/// The tokens of a text, paragraph by paragraph.
struct TokenizedText {
  /// A word, a number or a sign.
  struct Token {
    /// Where it stands, in code points.
    let span: Range<Int>
    let text: String
    /// Whether white space follows.
    let isFollowedByBlank: Bool
  }

  /// The tokens of each paragraph.
  let paragraphs: [[Token]]

  /// All tokens in their order.
  var tokens: [Token] { paragraphs.flatMap(\.self) }

  /// - Parameter cuts: where a token has to end, in code points, since a mark begins or ends there.
  init(_ article: Article, cutAt cuts: Set<Int>) {
    let text = article.text
    let spans = article.blocks.map { text.codePointSpan(of: $0.span) }
    let scalars = Array(text.string(in: text.span).unicodeScalars)
    paragraphs = spans.map { span in
      Self.tokens(in: span.start.value..<min(span.end.value, scalars.count), scalars, cuts)
    }
    .filter { !$0.isEmpty }
  }

  private static func tokens(
    in range: Range<Int>, _ scalars: [Unicode.Scalar], _ cuts: Set<Int>
  ) -> [Token] {
    var tokens: [Token] = []
    var start = range.lowerBound
    func close(at end: Int) {
      guard start < end else { return }
      let isFollowed = end < scalars.count && scalars[end].properties.isWhitespace
      tokens.append(
        Token(
          span: start..<end, text: String(String.UnicodeScalarView(scalars[start..<end])),
          isFollowedByBlank: isFollowed))
      start = end
    }
    for at in range {
      let scalar = scalars[at]
      if cuts.contains(at) { close(at: at) }
      if scalar.properties.isWhitespace {
        close(at: at)
        start = at + 1
      } else if at > start, !joins(at, since: start, scalars) {
        close(at: at)
      }
    }
    close(at: range.upperBound)
    return tokens
  }
}

extension TokenizedText {
  /// Whether a character belongs to the same token as the one before it: letters and digits do, hyphens between
  /// them, commas and points between digits, and whatever stands on a character. What an apostrophe ties to a
  /// word is a token of its own, apostrophe and all: council, ’s.
  private static func joins(_ at: Int, since start: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    let (scalar, before) = (scalars[at], scalars[at - 1])
    if scalar.standsOnAnother || before.properties.isJoinControl { return true }
    let next = at + 1 < scalars.count ? scalars[at + 1] : " "
    if scalar.isOfWord {
      if before.isOfWord { return true }
      guard at >= 2, scalars[at - 2].isOfWord else { return false }
      if before.isApostrophe { return start == at - 1 }
      return start < at - 1 && ties(scalars[at - 2], before, scalar)
    }
    return before.isOfWord && ties(before, scalar, next)
  }

  private static func ties(
    _ left: Unicode.Scalar, _ tie: Unicode.Scalar, _ right: Unicode.Scalar
  ) -> Bool {
    switch tie {
    case "-", "\u{2010}", "\u{2011}": left.isOfWord && right.isOfWord
    case ".", ",": left.properties.numericType != nil && right.properties.numericType != nil
    default: false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var standsOnAnother: Bool {
    properties.canonicalCombiningClass != .notReordered || properties.isJoinControl
      || properties.isVariationSelector
  }

  fileprivate var isApostrophe: Bool { self == "'" || self == "’" }

  fileprivate var isOfWord: Bool {
    properties.isAlphabetic || properties.numericType != nil
      || properties.canonicalCombiningClass != .notReordered
  }
}

/// Offsets as programs in Java, JavaScript and .NET count them: in units of UTF-16.
struct UTF16Offsets {
  /// The code points before which one more unit is counted: those beyond the first plane.
  private let astral: [Int]

  init(_ text: String) {
    astral = text.unicodeScalars.enumerated().compactMap { $1.value > 0xFFFF ? $0 : nil }
  }

  /// The offset in units of UTF-16 of one in code points.
  func units(at codePoint: Int) -> Int { codePoint + astral.partitionPoint { $0 >= codePoint } }

  /// The offset in code points of one in units of UTF-16; within a pair, that of its character.
  func codePoint(at unit: Int) -> Int {
    // The n-th of them stands at its code point plus n in units.
    var (low, high) = (0, astral.count)
    while low < high {
      let middle = (low + high) / 2
      if astral[middle] + middle < unit { low = middle + 1 } else { high = middle }
    }
    let isWithin = low > 0 && astral[low - 1] + low - 1 + 1 == unit
    return isWithin ? astral[low - 1] : unit - low
  }
}
