// The answers to a story in a line.

import ArticleModel

extension Verification {
  /// The answers to a story, counted.
  public struct Summary: Hashable, Sendable {
    /// "4 verbatim, 1 altered"; "no quotations" without any.
    public let counts: String
    /// "2 to look at", or "nothing to look at" where every quotation can stay as it is; empty without quotations.
    public let left: String
  }

  /// Counts the answers to a story.
  public func summary(ofStory story: Int) -> Summary {
    let answers = self.answers[story]
    if answers.isEmpty { return Summary(counts: "no quotations", left: "") }
    let counts = QuotationOutcome.allCases.compactMap { outcome -> String? in
      let count = answers.count { $0.outcome == outcome }
      return count == 0 ? nil : "\(count) \(outcome.label)"
    }
    let problems = answers.count(where: \.isProblem)
    return Summary(
      counts: counts.joined(separator: ", "),
      left: problems == 0 ? "nothing to look at" : "\(problems) to look at")
  }
}
