// Ranks sentences by how much there is to check in them.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

/// Scores sentences by signs of checkable facts: figures, comparisons, cause and effect, what somebody
/// is said to have stated; against signs of opinion, questions and the future.
struct ClaimRules {
  let passage: Passage
  let words: WordTypes

  /// Sentences with a lower score are no claims.
  static let threshold = 0.5
  private static let shortest = 5

  /// The check-worthy sentences of the passage.
  func claims() -> [Claim] {
    var claims: [Claim] = []
    for paragraph in passage.paragraphs where paragraph.kind != .caption {
      for index in paragraph.sentences {
        let tokens = passage.sentences[index].tokens
        let score = score(tokens)
        if score >= Self.threshold {
          claims.append(Claim(span: passage.span(of: tokens), score: score))
        }
      }
    }
    return claims
  }

  /// From 0 to 1: each sign counts once, figures up to twice.
  private func score(_ sentence: TokenRange) -> Double {
    guard sentence.count >= Self.shortest, let last = sentence.last else { return 0 }
    var signs = ClaimSigns()
    var figures = 0
    for index in sentence {
      let type = words[passage.tokens[index]]
      if type.traits.contains(.hasDigit) { figures += 1 }
      if let sign = type.claimSign { signs.insert(sign) }
      if type.traits.contains(.document) { signs.insert(.source) }
      if type.traits.contains(.speechVerb) { signs.insert(.statement) }
    }
    if words[passage.tokens[last]].known == .question { signs.insert(.question) }
    let evidence = Double(min(figures, 2)) * 1.1 - 1.4 + signs.weight
    return 1 / (1 + exp(-evidence))
  }
}
