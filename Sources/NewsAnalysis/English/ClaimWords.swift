// Words that speak for or against something to check in an English sentence.

/// The words of each sign. A word of several signs is one of the last.
enum ClaimWords {
  /// The lists with their signs.
  static let all: [(String, ClaimSign)] = [
    (
      """
      percent % per-cent billion trillion million thousand thousands hundred hundreds dozen dozens half
      double doubled tripled third quarter quarters majority number rate average total twice one two
      three four five six seven eight nine ten twelve twenty thirty forty fifty nobody everybody
      """, .quantity
    ),
    ("yesterday today ago since", .date),
    (
      """
      more less fewer than increase increased increasing increases decrease decreased decreasing rose
      fell grew dropped climbed gained lost shrank cheaper higher lower larger smaller older younger
      worse better faster slower below above record
      """, .comparison
    ),
    (
      """
      because caused causes causing cause led leads due resulted result results therefore blamed
      prevented prevents prompted triggered forced thanks following after
      """, .cause
    ),
    (
      """
      most least first only never always highest lowest largest biggest smallest worst best oldest
      youngest fastest latest ever
      """, .superlative
    ),
    (
      """
      was were has had became become opened closed won killed died arrested signed built sold bought
      sent used uses use began started ended elected appointed banned approved rejected passed paid
      spent owns owned founded joined left moved received made took gave found attacked seized destroyed
      """, .event
    ),
    (
      """
      claimed claims alleged alleges accused accuses denied denies insisted confirmed admitted revealed
      criticized criticised condemned blames accusing alleging claiming
      """, .allegation
    ),
    (
      """
      think believe believes feel feels hope hopes should ought maybe perhaps seems seem beautiful
      wonderful terrible great awful amazing love loves hate favourite favorite good bad nice
      proud glad sorry happy
      """, .opinion
    ),
    ("i we you my our your me us let please", .`self`),
    ("will would could may might 'll ’ll shall if expected plans plan wants want hopes", .future),
  ]
}
