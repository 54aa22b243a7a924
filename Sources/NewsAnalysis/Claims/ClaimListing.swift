// Which sentences are listed as claims.

import ArticleModel

/// Which sentences a list of claims holds.
public enum ClaimListing: String, CaseIterable, Sendable {
  /// Those that are likely worth checking.
  case likely
  /// Every sentence, headlines, captions and credits among them.
  case all
}

extension Analysis {
  /// The claims, or every sentence with its score, in reading order.
  public func claims(_ listing: ClaimListing) -> [Claim] {
    switch listing {
    case .likely: claims
    case .all: zip(sentences, claimScores).map { Claim(span: $0, score: $1) }
    }
  }
}
