// Two articles side by side: which quotations both have, where these differ, and who cut what.

import ArticleModel

/// The quotations of two articles, pair by pair.
public struct SharedQuotations: Sendable {
  /// A quotation that both have.
  public struct Pair: Sendable {
    /// The quotation of the first article, by its number.
    public let first: Int
    /// That of the second article.
    public let second: Int
    /// Both in one: what is left out stands in the second article alone, what is added in the first alone.
    public let difference: [SourceMatch.Piece]
    /// Whether the articles give the words to people whose names have nothing in common.
    public let hasOtherSpeaker: Bool
    /// Changes by which one version makes another statement of the other, the gravest first.
    public let meaningChanges: [MeaningChange]
    /// Whether they are changes of the second version from the first, and not of the first from the second.
    public let areChangesOfSecond: Bool
  }

  /// How two versions of a quotation are to each other.
  public enum Relation: Hashable, Sendable {
    case alike
    /// The first article has fewer words.
    case cutInFirst
    /// The second article has fewer words.
    case cutInSecond
    /// Each has words that the other has not.
    case different
  }

  /// The pairs, in the order of the first article.
  public let pairs: [Pair]
  /// The quotations that the first article has alone.
  public let onlyFirst: [Int]
  /// Those that the second has alone.
  public let onlySecond: [Int]

  /// Compares the direct and mixed quotations of two articles.
  public init(_ first: VerifiableStory, _ second: VerifiableStory) {
    var pairs: [[Int]: Pair] = [:]
    for found in QuotedText(of: second).pairs(with: first) {
      pairs[[found.asked, found.met]] = Pair(
        first: found.asked, second: found.met, difference: found.difference,
        hasOtherSpeaker: Self.differ(first.quotations[found.asked], second.quotations[found.met]),
        meaningChanges: found.changes, areChangesOfSecond: false)
    }
    for found in QuotedText(of: first).pairs(with: second)
    where pairs[[found.met, found.asked]] == nil {
      pairs[[found.met, found.asked]] = Pair(
        first: found.met, second: found.asked, difference: found.difference.map(\.turnedRound),
        hasOtherSpeaker: Self.differ(first.quotations[found.met], second.quotations[found.asked]),
        meaningChanges: found.changes, areChangesOfSecond: true)
    }
    self.pairs = pairs.values.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    onlyFirst = Self.rest(of: first, besides: Set(self.pairs.map(\.first)))
    onlySecond = Self.rest(of: second, besides: Set(self.pairs.map(\.second)))
  }

  private static func rest(of story: VerifiableStory, besides shared: Set<Int>) -> [Int] {
    story.quotations.indices.filter { !story.quotations[$0].isIndirect && !shared.contains($0) }
  }

  /// Whether both name somebody, and no word of the names is the same.
  private static func differ(_ a: StoryQuotation, _ b: StoryQuotation) -> Bool {
    func words(_ quotation: StoryQuotation) -> Set<String> {
      Set(
        quotation.speakerNames.flatMap { $0.lowercased().split { !$0.isLetter } }.map(String.init))
    }
    let (first, second) = (words(a), words(b))
    return !first.isEmpty && !second.isEmpty && first.isDisjoint(with: second)
  }
}

extension SharedQuotations.Pair {
  /// Both in one, as wdiff prints them: `{-in the second alone-}`, `{+in the first alone+}`.
  public var differenceInWords: String { difference.inWords }

  /// How the two versions are to each other.
  public var relation: SharedQuotations.Relation {
    let isCut = difference.contains { if case .leftOut = $0 { true } else { false } }
    let isLonger = difference.contains { if case .added = $0 { true } else { false } }
    switch (isCut, isLonger) {
    case (false, false): return .alike
    case (true, false): return .cutInFirst
    case (false, true): return .cutInSecond
    case (true, true): return .different
    }
  }
}

/// The quoted words of an article, one quotation to a paragraph, as a text that others are looked for in.
private struct QuotedText {
  private let article: Article
  /// Where each quotation stands in the text, with its number.
  private var places: [(span: TextSpan, quotation: Int)] = []

  /// A quotation of another article and one of this.
  struct Found {
    var asked: Int
    var met: Int
    var difference: [SourceMatch.Piece]
    var changes: [MeaningChange]
  }

  init(of story: VerifiableStory) {
    var text = ""
    for (number, quotation) in story.quotations.enumerated() where !quotation.isIndirect {
      let start = text.utf8.count
      text += quotation.text
      places.append((TextSpan(start..<text.utf8.count), number))
      text += "\n\n"
    }
    article = Article(text, name: story.article.source.name)
  }

  /// The quotations of another article that stand here, as far as they have most of their words here.
  func pairs(with story: VerifiableStory) -> [Found] {
    let index = QuotationIndex([story])
    let verification = Verification(
      index,
      sources: [
        VerificationSource(name: article.source.name, length: article.text.codePointCount)
      ], findings: [index.findings(in: article, number: 0)])
    var found: [Found] = []
    for (number, answer) in (verification.answers.first ?? []).enumerated()
    where !answer.quotation.isIndirect {
      for match in answer.quotedPlaces { found += pair(number, match) }
    }
    return found
  }

  private func pair(_ number: Int, _ match: SourceMatch) -> [Found] {
    let next = places.partitionPoint { $0.span.start > match.span.start }
    guard next > 0 else { return [] }
    let place = places[next - 1]
    let before = words(TextSpan(place.span.start, max(match.span.start, place.span.start)))
    let after = words(TextSpan(min(match.span.end, place.span.end), place.span.end))
    return [
      Found(
        asked: number, met: place.quotation,
        difference: (before.map { [.leftOut($0)] } ?? []) + match.compared
          + (after.map { [.leftOut($0)] } ?? []), changes: match.meaningChanges)
    ]
  }

  /// The words there; nil where nothing but signs stands.
  private func words(_ span: TextSpan) -> String? {
    let text = article.text.string(in: span)
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension SourceMatch.Piece {
  /// The piece with the texts in each other's place.
  fileprivate var turnedRound: SourceMatch.Piece {
    switch self {
    case .kept: self
    case .leftOut(let text): .added(text)
    case .added(let text): .leftOut(text)
    }
  }
}
