// Headlines that give somebody's words without a verb: "Vogt: levy stays", "Levy will stay: Vogt".

import ArticleModel

/// Finds the quotations of headlines.
struct HeadlineRule {
  let segment: Segment
  let words: WordTypes
  /// The last words of the names of persons in the segment, and how often each stands in it.
  private let surnames: [UInt64: Int]

  /// A name before or behind the colon has no more tokens.
  private static let longestName = 5
  private static let confidence = 0.8

  init(segment: Segment, words: WordTypes, persons: [TokenRange]) {
    self.segment = segment
    self.words = words
    let hashes = persons.compactMap { $0.last.map { words[segment.tokens[$0]].lowerHash } }
    surnames = Dictionary(hashes.map { ($0, 1) }, uniquingKeysWith: +)
  }

  private func type(_ index: Int) -> WordType { words[segment.tokens[index]] }

  /// The attribution that a headline is, if it is one.
  func attribution(of paragraph: Segment.Paragraph) -> Attribution? {
    let range = paragraph.tokens
    guard paragraph.kind.isHeading, range.count <= 40,
      let colon = range.first(where: { type($0).mark == .colon }),
      !(colon + 1..<range.upperBound).contains(where: { type($0).mark == .colon })
    else { return nil }
    let (before, after) = (range.lowerBound..<colon, colon + 1..<range.upperBound)
    if isSource(before, besides: after), after.count > 1 { return attribution(after, by: before) }
    if isSource(after, besides: before), before.count > 2 { return attribution(before, by: after) }
    return nil
  }

  private func attribution(_ content: TokenRange, by source: TokenRange) -> Attribution {
    Attribution(contents: [content], source: source, confidence: Self.confidence)
  }

  /// Whether words are a name that stands elsewhere in the article, too, or the word for an office or a group.
  private func isSource(_ range: TokenRange, besides other: TokenRange) -> Bool {
    guard !range.isEmpty, range.count <= Self.longestName, let last = range.last else {
      return false
    }
    let type = type(last)
    if range.count == 1, !type.traits.isDisjoint(with: [.role, .group]) {
      return type.traits.isDisjoint(with: .cueVerb)
    }
    guard range.allSatisfy({ isPartOfName($0) }) else { return false }
    let isNamedHere = type.traits.contains(.capitalised)
    let count = surnames[type.lowerHash, default: 0]
    return isNamedHere && count > 0 && mentions(of: type.lowerHash) > 1
  }

  private func isPartOfName(_ index: Int) -> Bool {
    let type = type(index)
    return type.traits.contains(.capitalised) || type.mark == .hyphen
      || !type.roles.isDisjoint(with: [.possessive, .nameConnector])
      || !type.traits.isDisjoint(with: [.title, .role])
  }

  /// How often a word stands in the first part of the segment.
  private func mentions(of word: UInt64) -> Int {
    segment.tokens.prefix(4000).count { words[$0].lowerHash == word }
  }
}
