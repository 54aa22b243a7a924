// Words that speak for or against something to check in a sentence.

/// What speaks for or against something to check.
enum ClaimSign: UInt8, CaseIterable {
  case quantity, comparison, cause, superlative, statement, source, opinion, future, question

  /// How much it counts.
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

  /// The words that are such a sign.
  var words: String {
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
}

/// The signs that a sentence shows, each once.
struct ClaimSigns {
  private var seen: UInt16 = 0

  /// Notes a sign.
  mutating func insert(_ sign: ClaimSign) { seen |= 1 << UInt16(sign.rawValue) }

  /// The sum of what they count.
  var weight: Double {
    ClaimSign.allCases.reduce(0) { sum, sign in
      seen >> UInt16(sign.rawValue) & 1 == 1 ? sum + sign.weight : sum
    }
  }
}
