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

  /// The words that are such a sign.
  var words: String {
    switch self {
    case .quantity:
      """
      percent % per-cent billion trillion million thousand thousands hundred hundreds dozen dozens half
      double doubled tripled third quarter quarters majority number rate average total twice one two
      three four five six seven eight nine ten twelve twenty thirty forty fifty nobody everybody
      """
    case .comparison:
      """
      more less fewer than increase increased increasing increases decrease decreased decreasing rose
      fell grew dropped climbed gained lost shrank cheaper higher lower larger smaller older younger
      worse better faster slower below above record
      """
    case .superlative:
      """
      most least first only never always highest lowest largest biggest smallest worst best oldest
      youngest fastest latest ever
      """
    case .cause:
      """
      because caused causes causing cause led leads due resulted result results therefore blamed
      prevented prevents prompted triggered forced thanks following after
      """
    case .event:
      """
      was were has had became become opened closed won killed died arrested signed built sold bought
      sent used uses use began started ended elected appointed banned approved rejected passed paid
      spent owns owned founded joined left moved received made took gave found attacked seized destroyed
      """
    case .allegation:
      """
      claimed claims alleged alleges accused accuses denied denies insisted confirmed admitted revealed
      criticized criticised condemned blames accusing alleging claiming
      """
    case .opinion:
      """
      think believe believes feel feels hope hopes should ought maybe perhaps seems seem beautiful
      wonderful terrible great awful amazing love loves hate favourite favorite good bad nice
      proud glad sorry happy
      """
    case .self: "i we you my our your me us let please"
    case .future: "will would could may might 'll ’ll shall if expected plans plan wants want hopes"
    case .date: "yesterday today ago since"
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
