// What people answer to a claim, in the words that all lists have for it: the reader's and the command's.
//
//     refuted ≠ missing context          Ana Lopes, Ben Okafor ≠ Chloe Martin
//     └ verdictInWords                   └ peopleInWords, in the same order

import ArticleModel

/// An answer to a claim, and all who give it.
package struct ClaimAnswer: Hashable, Sendable {
  /// The answer, as lists call it.
  package let label: String
  /// Who gives it, by name, in the order of their marks.
  package internal(set) var people: [String]
}

extension CheckableClaim {
  /// The verifications, those of a creator first.
  package func marks(startingWith creator: Creator?) -> [ClaimMark] {
    let own = marks.filter { $0.annotation.creator.isSame(as: creator) }
    return own + marks.filter { !$0.annotation.creator.isSame(as: creator) }
  }

  /// The answers to “is it true?”, or to “was it said?” when nobody answers the first; those of a creator
  /// come first.
  package func answers(
    startingWith creator: Creator?, label: (TermReference) -> String
  ) -> [ClaimAnswer] {
    let marks = marks(startingWith: creator)
    let verdicts = Self.answers(marks.map { ($0, $0.verdict.map(label)) })
    if !verdicts.isEmpty { return verdicts }
    return Self.answers(marks.map { ($0, $0.wasSaid.map { "said: \(label($0))" }) })
  }

  private static func answers(_ given: [(ClaimMark, String?)]) -> [ClaimAnswer] {
    var answers: [ClaimAnswer] = []
    for case (let mark, let label?) in given {
      let name = mark.name ?? "someone"
      guard let index = answers.firstIndex(where: { $0.label == label }) else {
        answers.append(ClaimAnswer(label: label, people: [name]))
        continue
      }
      if !answers[index].people.contains(name) { answers[index].people.append(name) }
    }
    return answers
  }

  /// "decided: partly true", "decided: both stand"; nil while nothing is decided, or somebody has disagreed
  /// since.
  package func decided(label: (TermReference) -> String) -> String? {
    guard !isDisputed, let decision, let record = decision.adjudication else { return nil }
    let verdict = decision.terms.first { $0.isVerdict }.map(label)
    switch record.choice {
    case .agreed: return nil
    case .taken, .replaced: return "decided: \(verdict ?? "no verdict")"
    case .kept: return "decided: all verdicts stand"
    case .leftOut: return "decided: none of the verdicts"
    }
  }

  /// Who decided, by name; nil when nothing is decided.
  package var decider: String? {
    isDisputed ? nil : decision?.adjudication.map { $0.by?.name ?? "someone" }
  }

  /// How far the work on it is: "to check", "in progress", or what there is to doubt; empty when an answer
  /// says it all.
  package func standing(for creator: Creator?, hasAnswer: Bool) -> String {
    if place == .lost { return doubt ?? "without its words" }
    if let doubt, !isChecked { return doubt }
    guard let mark = leadingMark(for: creator)?.annotation else { return "to check" }
    if mark.status == .open { return hasAnswer ? "" : "to check" }
    return mark.status == .needsSecondSource ? "needs 2nd source" : mark.status.label
  }

  /// What has become of it, in a few words, from the fullest form to the shortest: "partly true, in
  /// progress", "partly true"; of several verdicts "refuted ≠ missing context", "refuted ≠ missing…", "refuted
  /// ≠ 1 other", "2 verdicts".
  package func outcomes(
    startingWith creator: Creator?, label: (TermReference) -> String
  ) -> [String] {
    if let decided = decided(label: label) {
      return [decided, String(decided.dropFirst("decided: ".count))]
    }
    let answers =
      place == .lost ? [] : answers(startingWith: creator, label: label).map(\.label)
    let standing = standing(for: creator, hasAnswer: !answers.isEmpty)
    guard answers.count > 1 else {
      guard let answer = answers.first else { return [standing] }
      return isChecked || standing.isEmpty ? [answer] : ["\(answer), \(standing)", answer]
    }
    return Self.shortened(answers) + [
      "\(answers[0]) ≠ \(counted(answers.count - 1, "other"))", "\(answers.count) verdicts",
    ]
  }

  /// Verdicts in full, then one after the other, the longest first, cut after a word that tells something.
  private static func shortened(_ labels: [String]) -> [String] {
    var (labels, forms) = (labels, [labels.joined(separator: " ≠ ")])
    for index in labels.indices.sorted(by: { labels[$0].count > labels[$1].count }) {
      let words = labels[index].split(separator: " ")
      guard let end = words.firstIndex(where: { $0.count > 3 }), end + 1 < words.count else {
        continue
      }
      labels[index] = words[...end].joined(separator: " ") + "…"
      forms.append(labels.joined(separator: " ≠ "))
    }
    return forms
  }

  /// Who decided it, or else who has said something of it: in the order of the answers when these differ – "Ana ≠ Ben, Chloe" –,
  /// else in the order of the marks.
  package func people(of answers: [ClaimAnswer], startingWith creator: Creator?) -> [[String]] {
    if let decider { return [[decider]] }
    if answers.count > 1 { return answers.map(\.people) }
    let names = marks(startingWith: creator).map { $0.name ?? "someone" }.uniqued()
    return names.isEmpty ? [] : [names]
  }
}
