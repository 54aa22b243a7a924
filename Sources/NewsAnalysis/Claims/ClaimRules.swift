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
    var signs: Set<Sign> = []
    var figures = 0
    for index in sentence {
      let type = words[passage.tokens[index]]
      if type.traits.contains(.hasDigit) { figures += 1 }
      if let sign = Sign.byHash[type.lowerHash] { signs.insert(sign) }
      if type.traits.contains(.document) { signs.insert(.source) }
      if type.traits.contains(.speechVerb) { signs.insert(.statement) }
    }
    if words[passage.tokens[last]].known == .question { signs.insert(.question) }
    let evidence = signs.reduce(Double(min(figures, 2)) * 1.1 - 1.4) { $0 + $1.weight }
    return 1 / (1 + exp(-evidence))
  }
}

/// What speaks for or against something to check.
private enum Sign: String, CaseIterable {
  case quantity, comparison, cause, superlative, statement, source, opinion, future, question

  var weight: Double {
    switch self {
    case .quantity: 1.2
    case .comparison, .superlative, .cause: 0.8
    case .statement, .source: 0.5
    case .opinion: -0.9
    case .future: -0.6
    case .question: -2
    }
  }

  private var words: String {
    switch self {
    case .quantity:
      """
      percent % million billion trillion thousand hundred dozen half double doubled tripled third
      quarter majority number rate average total
      """
    case .comparison: "more less fewer than increase increased decrease decreased rose fell grew"
    case .superlative:
      "most least first last only never always highest lowest largest biggest worst best"
    case .cause: "because caused causes led due resulted result therefore blamed"
    case .opinion: "think believe feel hope should maybe perhaps seems beautiful wonderful terrible"
    case .future: "will would could may might"
    case .statement, .source, .question: ""
    }
  }

  static let byHash: [UInt64: Sign] = {
    var table: [UInt64: Sign] = [:]
    for sign in allCases {
      for word in sign.words.split(whereSeparator: \.isWhitespace) {
        table[LowercaseHash.of(word)] = sign
      }
    }
    return table
  }()
}
