// What a reporter tells between the answers of a conversation: "Vogt laughs and gets up."

import ArticleModel

/// Tells paragraphs that are told of somebody from those that they speak themselves.
struct Narration {
  let segment: Segment
  let words: WordTypes
  /// The last word of the speaker's name, if known.
  let speaker: UInt64?

  private func type(_ index: Int) -> WordType { words[segment.tokens[index]] }

  /// The words of a paragraph that stand between no marks.
  func own(_ paragraph: TokenRange) -> [Int] {
    var isQuoted = false
    return paragraph.filter { index in
      if segment.tokens[index].kind == .quotationMark { isQuoted.toggle() }
      return !isQuoted
    }
  }

  /// Whether a paragraph calls the speaker by name, as the subject of what it tells.
  func names(_ paragraph: TokenRange) -> Bool {
    guard let speaker, paragraph.contains(where: { type($0).lowerHash == speaker }) else {
      return false
    }
    return own(paragraph).contains { index in
      type(index).lowerHash == speaker && type(index).traits.contains(.capitalised)
        && index + 1 < paragraph.upperBound && isPredicate(index + 1)
    }
  }

  /// Whether a word behind a subject goes on with what it does.
  private func isPredicate(_ index: Int) -> Bool {
    let type = type(index)
    let others: WordTraits = [.capitalised, .conjunction, .preposition, .determiner]
    return segment.tokens[index].kind == .word && type.traits.isDisjoint(with: others)
      && !type.roles.contains(.possessive)
  }

  /// Whether a paragraph opens with words between marks and says whose they are: “She is lying,” Vogt says.
  func quotes(_ paragraph: TokenRange) -> Bool {
    guard let first = paragraph.first, segment.tokens[first].kind == .quotationMark,
      let close = paragraph.dropFirst().first(where: {
        segment.tokens[$0].kind == .quotationMark && !isInside($0, of: paragraph)
      })
    else { return false }
    let clause = close + 1..<min(close + 6, paragraph.upperBound)
    let hasVerb = clause.contains {
      let traits = type($0).traits
      return !traits.isDisjoint(with: .cueVerb) && !traits.isDisjoint(with: [.past, .thirdPerson])
    }
    return hasVerb && !clause.contains { type($0).roles.contains(.firstPerson) }
  }

  /// Whether a mark stands inside a word or name, as an apostrophe does.
  private func isInside(_ index: Int, of paragraph: TokenRange) -> Bool {
    index + 1 < paragraph.upperBound && !segment.tokens[index + 1].isSpaced
      && segment.tokens[index + 1].kind == .word
  }
}
