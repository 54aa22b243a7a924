// Words that speak for or against something to check in a sentence.

/// What speaks for or against something to check.
enum ClaimSign: UInt8, CaseIterable {
  case quantity, date, comparison, cause, superlative, event, statement, source, allegation
  case opinion, `self`, future, question

  /// How much it counts.
  var weight: Double {
    switch self {
    case .quantity: 0.9
    case .comparison, .superlative, .cause: 0.8
    case .allegation: 0.8
    case .date, .event: 0.5
    case .statement, .source: 0.4
    case .opinion: -1.0
    case .self: -0.8
    case .future: -0.7
    case .question: -2.5
    }
  }
}

/// The signs that a sentence shows, each once.
struct ClaimSigns {
  private var seen: UInt16 = 0

  /// Notes a sign.
  mutating func insert(_ sign: ClaimSign) { seen |= 1 << UInt16(sign.rawValue) }

  /// Calls `body` with each sign.
  func forEach(_ body: (ClaimSign) -> Void) {
    var rest = seen
    while rest != 0 {
      if let sign = ClaimSign(rawValue: UInt8(rest.trailingZeroBitCount)) { body(sign) }
      rest &= rest - 1
    }
  }

  /// The sum of what they count.
  var weight: Double {
    ClaimSign.allCases.reduce(0) { sum, sign in
      seen >> UInt16(sign.rawValue) & 1 == 1 ? sum + sign.weight : sum
    }
  }
}
