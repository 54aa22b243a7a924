// Nicknames are part of a name: Lorna “Red” Mason, Dale (Chip) Wooster. Their tokens are left out, so that
// whatever reads tokens sees the plain name; its span in the text has the nickname.

import ArticleModel

/// Leaves the nicknames inside names out of the tokens of a segment.
struct Nicknames {
  let segment: Segment
  let words: WordTypes
  let vocabulary: NameVocabulary

  /// A nickname is at most this long, in tokens.
  private static let longest = 4

  /// The segment without the nicknames inside names; the same when there are none.
  func leftOut() -> Segment {
    var nicknames: [TokenRange] = []
    for index in segment.tokens.indices.dropFirst() where isOpening(index) {
      guard index >= nicknames.last?.upperBound ?? 0, let close = close(of: index),
        isNickname(index..<close + 1)
      else { continue }
      nicknames.append(index..<close + 1)
    }
    return nicknames.isEmpty ? segment : segment.leavingOut(nicknames)
  }

  private func mark(_ index: Int) -> Mark? { words[segment.tokens[index]].mark }

  /// A quotation mark or parenthesis between a capitalised word and another word.
  @inline(__always)
  private func isOpening(_ index: Int) -> Bool {
    let token = segment.tokens[index]
    guard token.kind != .word, token.kind != .number, token.isSpaced else { return false }
    return (token.kind == .quotationMark || mark(index) == .openParenthesis)
      && words[segment.tokens[index - 1]].traits.contains(.capitalised)
  }

  /// The closing mark behind one to four words.
  private func close(of open: Int) -> Int? {
    let isParenthesis = mark(open) == .openParenthesis
    let end = min(open + Self.longest + 2, segment.tokens.count)
    for index in TokenRange(from: open + 1, to: end) {
      let token = segment.tokens[index]
      let isClosing =
        isParenthesis ? mark(index) == .closeParenthesis : token.kind == .quotationMark
      if isClosing { return index > open + 1 && !token.isSpaced ? index : nil }
      guard token.kind == .word || mark(index) == .hyphen, token.isSpaced == (index > open + 1)
      else { return nil }
    }
    return nil
  }

  /// Whether a name stands around the marks, and the words between them are written like a name.
  private func isNickname(_ range: TokenRange) -> Bool {
    guard segment.tokens.indices.contains(range.upperBound) else { return false }
    let (before, after) = (
      segment.tokens[range.lowerBound - 1], segment.tokens[range.upperBound]
    )
    let inside = range.dropFirst().dropLast()
    guard after.kind == .word, after.isSpaced, let last = inside.last,
      words[segment.tokens[last]].traits.contains(.capitalised),
      inside.allSatisfy({ isNameWord($0) }), isSurname(after)
    else { return false }
    return isForename(before) || words[before].traits.contains(.title)
  }

  private func isNameWord(_ index: Int) -> Bool {
    let type = words[segment.tokens[index]]
    return type.traits.contains(.capitalised) || type.roles.contains(.definiteArticle)
  }

  private func isForename(_ token: Token) -> Bool {
    let traits = vocabulary[token].traits
    return !traits.isDisjoint(with: .givenName) || words[token].traits.contains(.abbreviation)
      || traits.commonness == 0 && vocabulary[token].placeClass == 0
        && traits.isDisjoint(with: [.organisation, .facility, .placeHead, .calendar])
  }

  private func isSurname(_ token: Token) -> Bool {
    let traits = vocabulary[token].traits
    let type = words[token].traits
    return type.contains(.capitalised) && type.isDisjoint(with: [.title, .calendar])
      && (traits.commonness < 3 || !traits.isDisjoint(with: [.surname, .commonSurname]))
  }
}

extension Segment {
  /// The segment without some tokens; sentences and paragraphs keep the others.
  fileprivate func leavingOut(_ ranges: [TokenRange]) -> Segment {
    var places: [Int] = []
    places.reserveCapacity(tokens.count + 1)
    var (kept, next) = ([Token](), 0)
    for index in tokens.indices {
      places.append(kept.count)
      if next < ranges.count, index >= ranges[next].upperBound { next += 1 }
      if next < ranges.count, ranges[next].contains(index) { continue }
      kept.append(tokens[index])
    }
    places.append(kept.count)
    func moved(_ range: TokenRange) -> TokenRange {
      places[range.lowerBound]..<places[range.upperBound]
    }
    return Segment(
      text: text, tokens: kept,
      paragraphs: paragraphs.map {
        Paragraph(tokens: moved($0.tokens), kind: $0.kind, sentences: $0.sentences)
      }, sentences: sentences.map { Sentence(tokens: moved($0.tokens)) })
  }
}
