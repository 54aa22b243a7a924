// What a verification records of the claim itself, so that it can be read without the article.

/// A claim as a fact-checker words it: what is claimed, by whom, as of when.
public struct ClaimRecord: Hashable, Sendable {
  /// The claim in one sentence that stands alone; nil when the marked words do.
  public var restated: String?
  /// Who makes it; nil when not said.
  public var claimant: String?
  /// The day that the verdict holds for, `2026-01-02`; nil when not said.
  public var asOf: DateAsWritten?

  /// Records a claim.
  public init(restated: String? = nil, claimant: String? = nil, asOf: DateAsWritten? = nil) {
    self.restated = restated
    self.claimant = claimant
    self.asOf = asOf
  }
}
