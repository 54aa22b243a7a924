// What the pane and the desk say of a claim, in a few words each.

import ArticleModel
import Corpus
import Interface
import NewsAnalysis
import Screen

extension ReaderState {
  /// Who makes a claim; a dash when nothing says so.
  func claimant(of claim: CheckableClaim) -> String {
    switch claim.claimant {
    case .outlet: "the article"
    case let voice?: voice.name
    case nil: "—"
    }
  }

  /// The verifications of a claim, one's own first.
  func marks(of claim: CheckableClaim) -> [ClaimMark] { claim.marks(startingWith: author) }

  private func isMine(_ mark: ClaimMark) -> Bool { mark.annotation.creator.isSame(as: author) }

  /// The answers to a claim, one's own first.
  private func answers(to claim: CheckableClaim) -> [ClaimAnswer] {
    claim.answers(startingWith: author, label: label(of:))
  }

  /// The verdicts on a claim, one's own first: "refuted ≠ supported"; empty when there is none.
  func verdicts(on claim: CheckableClaim) -> String {
    answers(to: claim).map(\.label).joined(separator: " ≠ ")
  }

  /// The verdicts and how far the work is, in at most so many columns.
  func verdict(on claim: CheckableClaim, within columns: Column) -> String {
    var forms = claim.outcomes(startingWith: author, label: label(of:))
    if claim.isChecked, let lingering = lingeringClaim, lingering.place == claim.place {
      forms.insert("\(forms.first { !$0.isEmpty } ?? "done"), just checked", at: 0)
    }
    return forms.first { $0.displayWidth <= columns }
      ?? forms.last?.cutBetweenWords(to: columns) ?? ""
  }

  /// How far the work on a claim is: "to check", "in progress", or what there is to doubt.
  func standing(of claim: CheckableClaim) -> String {
    claim.standing(for: author, hasAnswer: !answers(to: claim).isEmpty)
  }

  /// Whose verifications a claim has, in at most so many columns: "Ana Lopes ≠ Ben Okafor", "Lopes ≠ Okafor",
  /// "Lopes +1"; the order is that of the verdicts.
  func people(at claim: CheckableClaim, within columns: Column) -> String {
    let groups = claim.people(of: answers(to: claim), startingWith: author)
    guard let first = groups.first?.first else { return "" }
    let count = groups.reduce(0) { $0 + $1.count }
    if count == 1 { return first.nameShortened(to: columns) }
    func told(_ name: (String) -> String) -> String {
      groups.map { $0.map(name).joined(separator: ", ") }.joined(separator: " ≠ ")
    }
    let more = " +\(count - 1)"
    let short = told { $0.nameShortened(to: $0.lastPart.displayWidth) }
    let forms = [told { $0 }, short, first + more]
    return forms.first { $0.displayWidth <= columns }
      ?? first.nameShortened(to: columns - more.displayWidth) + more
  }

  /// Those who have verified a claim besides oneself, by name.
  func otherPeople(at claim: CheckableClaim) -> [String] {
    claim.marks.filter { !isMine($0) }.map { $0.name ?? "someone" }.uniqued()
  }

  /// One sign for a claim: whether it is checked, disputed, or its place is in doubt.
  func sign(of claim: CheckableClaim) -> String {
    if claim.place == .lost { return "!" }
    if claim.isDisputed { return "≠" }
    if claim.isChecked { return "✓" }
    return claim.doubt == nil ? " " : "?"
  }

  /// "claim 3 of 12 · refuted by Ana", as keys that go from claim to claim tell it.
  func told(_ claim: CheckableClaim) -> String {
    let soFar = isWhollyAnalysed || isUnaided ? "" : " found so far"
    let number =
      claim.number.map { "claim \($0) of \(claims.list.count)\(soFar)" }
      ?? "a claim without a place"
    return "\(number) · \(summary(of: claim))"
  }

  /// "claim 3 of 12 · to check · 2 of 5 shown", as keys that go through a list which leaves some out tell it.
  func toldInList(_ claim: CheckableClaim) -> String {
    let entries = (paneRows[.claims]?.rows ?? []).compactMap { row -> Int? in
      if case .entry(let entry) = row { entry } else { nil }
    }
    guard entries.count < claims.list.claims.count, let cursor = cursor(of: .claims),
      let place = entries.firstIndex(of: cursor)
    else { return told(claim) }
    return "\(told(claim)) · \(place + 1) of \(entries.count) shown"
  }

  /// What has become of a claim: "refuted by Ana", "done by Ben", "to check".
  func summary(of claim: CheckableClaim) -> String {
    if let decided = decided(claim) { return decided }
    if claim.isDisputed {
      return "disputed: " + marks(of: claim).compactMap(saying).joined(separator: ", ")
    }
    guard claim.isChecked else { return standing(of: claim) }
    let verdict = verdicts(on: claim)
    let checkers = claim.checkers.joined(separator: " and ")
    return "\(verdict.isEmpty ? "checked" : verdict) by \(checkers)"
  }

  /// "decided: partly true · by Ana"; nil while nothing is decided.
  func decided(_ claim: CheckableClaim) -> String? {
    claim.decided(label: label(of:)).map { "\($0) · by \(claim.decider ?? "someone")" }
  }

  /// "refuted by Ana"; nil for a mark without an answer.
  private func saying(_ mark: ClaimMark) -> String? {
    (mark.verdict ?? mark.wasSaid).map { "\(label(of: $0)) by \(mark.name ?? "someone")" }
  }

  /// The keys that messages name for an action in the list of claims.
  func claimHint(for action: Action) -> String { stage.hint(for: action, in: .claims) }

  /// "3 of 12 checked", with "so far" while there may be more of them.
  var claimProgress: String {
    let soFar = isWhollyAnalysed || isUnaided || analysis == nil ? "" : " so far"
    return claims.progress + soFar
  }
}

extension String {
  /// The last word of a name.
  fileprivate var lastPart: Substring { split(separator: " ").last ?? Substring(self) }
}
