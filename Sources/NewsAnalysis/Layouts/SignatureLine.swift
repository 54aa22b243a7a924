// Lines that say whose the words before them are: "— Hans Brandt, union leader", "— Ines Vogt (@inesvogt) March 3".

import ArticleModel

/// Reads signatures.
struct SignatureLine {
  let segment: Segment
  let words: WordTypes
  /// The names of persons in the segment, in reading order.
  let persons: [TokenRange]

  /// Who signed.
  struct Signature {
    /// The name, with a title before it.
    var source: TokenRange
    /// The name without title; nil when it is no person's.
    var person: TokenRange?
    /// Whether the name was found as a person's.
    var isNamed: Bool
  }

  /// A signature has no more tokens.
  private static let longest = 14

  private func type(_ index: Int) -> WordType { words[segment.tokens[index]] }

  /// Whether a paragraph is a signature: a name, perhaps with an office or a place, and no sentence.
  func signature(_ range: TokenRange, needsDash: Bool) -> Signature? {
    guard var start = range.first, range.count <= Self.longest else { return nil }
    if isDash(start) {
      start += 1
    } else if needsDash {
      return nil
    }
    guard start < range.upperBound, let last = range.last, type(last).mark?.endsSentence != true,
      (start..<range.upperBound).allSatisfy({ isPartOfSignature($0) })
    else { return nil }
    return named(start..<range.upperBound)
  }

  private func isDash(_ index: Int) -> Bool {
    guard let mark = type(index).mark else { return false }
    return mark.isDash || mark == .hyphen
  }

  private func isPartOfSignature(_ index: Int) -> Bool {
    let type = type(index)
    if segment.tokens[index].kind == .quotationMark || type.mark == .colon { return false }
    return type.traits.isDisjoint(with: [.auxiliary, .pronoun])
      && (type.traits.contains(.capitalised) || type.traits.isDisjoint(with: .cueVerb))
  }

  /// The account in "— Ines Vogt (@inesvogt)", and the dash before it.
  func account(in range: TokenRange) -> (dash: Int, signature: Signature)? {
    guard let at = range.last(where: { type($0).lowerHash == Self.at }), at > range.lowerBound + 2,
      type(at - 1).mark == .openParenthesis,
      let dash = (range.lowerBound..<at).last(where: { type($0).mark?.isDash == true }),
      at - 1 - dash - 1 > 0, at - dash <= Self.longest
    else { return nil }
    return named(dash + 1..<at - 1).map { (dash, $0) }
  }

  /// What the names of accounts begin with.
  static let at = LowercaseHash.of("@")

  /// The name at the beginning of a signature: up to a comma, a bracket or the end of the line.
  private func named(_ range: TokenRange) -> Signature? {
    let end =
      range.first {
        [.comma, .openParenthesis, .openBracket].contains(type($0).mark) || isLineStart($0, range)
      } ?? range.upperBound
    let source = range.lowerBound..<end
    guard let first = source.first, type(first).traits.contains(.capitalised), source.count <= 6
    else { return nil }
    let found = persons.partition { $0.upperBound > source.lowerBound }
    if found < persons.count, persons[found].overlaps(source),
      persons[found].upperBound <= source.upperBound
    {
      return Signature(source: source, person: persons[found], isNamed: true)
    }
    let traits = source.reduce(WordTraits()) { $0.union(type($1).traits) }
    let isPerson =
      source.count > 1 && traits.isDisjoint(with: [.organisation, .outlet, .group])
      && source.allSatisfy { type($0).traits.contains(.capitalised) }
    return Signature(source: source, person: isPerson ? source : nil, isNamed: !isPerson)
  }

  /// Whether a token begins a further line of the signature.
  private func isLineStart(_ index: Int, _ range: TokenRange) -> Bool {
    guard index > range.lowerBound else { return false }
    let gap = TextSpan(
      Int(segment.tokens[index - 1].end)..<Int(segment.tokens[index].start))
    return segment.text.withBytes { $0[gap.range].contains(0x0A) }
  }
}
