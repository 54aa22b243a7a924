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
  func marks(of claim: CheckableClaim) -> [ClaimMark] {
    claim.marks.filter { isMine($0) } + claim.marks.filter { !isMine($0) }
  }

  private func isMine(_ mark: ClaimMark) -> Bool { mark.annotation.creator.isSame(as: author) }

  /// The verdicts on a claim, one's own first: "refuted ≠ supported"; empty when there is none.
  func verdicts(on claim: CheckableClaim) -> String {
    let marks = marks(of: claim)
    let verdicts = marks.compactMap(\.verdict).map(label(of:)).uniqued()
    if !verdicts.isEmpty { return verdicts.joined(separator: " ≠ ") }
    let said = marks.compactMap(\.wasSaid).map(label(of:)).uniqued()
    return said.isEmpty ? "" : "said: " + said.joined(separator: " ≠ ")
  }

  /// How far the work on a claim is: "to check", "in progress", or what there is to doubt.
  func standing(of claim: CheckableClaim) -> String {
    if claim.place == .lost { return claim.doubt ?? "without its words" }
    if let doubt = claim.doubt, !claim.isChecked { return doubt }
    guard let mark = claim.leadingMark(for: author)?.annotation else { return "to check" }
    if mark.status == .open { return verdicts(on: claim).isEmpty ? "to check" : "" }
    return mark.status == .needsSecondSource ? "needs 2nd source" : mark.status.label
  }

  /// Whose verifications a claim has: "Ana", "Ana and Ben", "Ana and 2 more"; "Ana +1" in short.
  func people(at claim: CheckableClaim, isShort: Bool = false) -> String {
    let names = marks(of: claim).map { $0.name ?? "somebody" }.uniqued()
    switch names.count {
    case 0: return ""
    case 1: return names[0]
    case _ where isShort: return "\(names[0].truncated(to: 6)) +\(names.count - 1)"
    case 2: return "\(names[0]) and \(names[1])"
    default: return "\(names[0]) and \(names.count - 1) more"
    }
  }

  /// Those who have verified a claim besides oneself, by name.
  func otherPeople(at claim: CheckableClaim) -> [String] {
    claim.marks.filter { !isMine($0) }.map { $0.name ?? "somebody" }.uniqued()
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

  /// What has become of a claim: "refuted by Ana", "done by Ben", "to check".
  func summary(of claim: CheckableClaim) -> String {
    if claim.isDisputed {
      return "disputed: " + marks(of: claim).compactMap(saying).joined(separator: ", ")
    }
    guard claim.isChecked else { return standing(of: claim) }
    let verdict = verdicts(on: claim)
    let checkers = claim.checkers.joined(separator: " and ")
    return "\(verdict.isEmpty ? "checked" : verdict) by \(checkers)"
  }

  /// "refuted by Ana"; nil for a mark without an answer.
  private func saying(_ mark: ClaimMark) -> String? {
    (mark.verdict ?? mark.wasSaid).map { "\(label(of: $0)) by \(mark.name ?? "somebody")" }
  }

  /// The keys that messages name for an action in the list of claims.
  func claimHint(for action: Action) -> String { stage.hint(for: action, in: .claims) }

  /// "3 of 12 checked", with "so far" while there may be more of them.
  var claimProgress: String {
    let soFar = isWhollyAnalysed || isUnaided || analysis == nil ? "" : " so far"
    return claims.list.progressInWords + soFar
  }
}
