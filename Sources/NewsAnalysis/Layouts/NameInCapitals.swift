// How a name is shown that the text has in capitals alone, as labels of transcripts do: "BAN SOO-JIN" is Ban Soo-jin.

import ArticleModel

/// A name that may be in capitals.
struct NameInCapitals {
  private let tokens: TokenRange
  private let segment: Segment
  private let vocabulary: NameVocabulary

  init(_ tokens: TokenRange, in segment: Segment, _ vocabulary: NameVocabulary) {
    self.tokens = tokens
    self.segment = segment
    self.vocabulary = vocabulary
  }

  /// The name with capitals at the beginnings of its words; as it is when it has small letters or initials.
  var mixedCase: String {
    let text = segment.spelling(of: tokens)
    let isCapitals = tokens.contains { vocabulary[segment.tokens[$0]].isAllCapitals }
    guard isCapitals, !text.contains(where: \.isLowercase), !text.contains(".") else { return text }
    var shown = ""
    for index in tokens {
      if index > tokens.lowerBound, segment.tokens[index].isSpaced { shown += " " }
      shown += word(index)
    }
    return shown
  }

  private func word(_ index: Int) -> String {
    let token = segment.tokens[index]
    let text = segment.text.string(in: token.span)
    if token.end - token.start < 3, !isBehindHyphen(index) { return text }
    let isSecondSyllable =
      isBehindHyphen(index) && vocabulary[token].traits.isDisjoint(with: .givenName)
    return isSecondSyllable ? text.lowercased() : text.prefix(1) + text.dropFirst().lowercased()
  }

  /// Whether the token goes on from a hyphen: the second syllable of a name such as "Soo-jin", or a further
  /// first name.
  private func isBehindHyphen(_ index: Int) -> Bool {
    index > tokens.lowerBound && !segment.tokens[index].isSpaced
      && vocabulary.part(of: segment.tokens[index - 1]) == .connector
  }
}
