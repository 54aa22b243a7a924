// The pane of the claims: what the analysis finds worth checking and what people marked for it, in the order
// of the text.

import ArticleModel
import Corpus
import Interface
import Screen

extension Pane {
  /// The claims.
  package static let claims = Pane(ClaimsPane.self)
}

struct ClaimsPane: PaneDescription {
  let name = "claims"
  let title = "CLAIMS"
  let focusAction: Action? = .focusClaims
  let listsMarks = true
  let keepsItsEntry = true
  let context = KeyContext.claims

  let sortings: [PaneSorting] = [
    .own("order of the text"),
    PaneSorting("rank") { $1.claims.list.rank(at: $0) ?? .max },
    PaneSorting("unchecked first") { $1.claims.marked($0)?.isChecked == true ? 1 : 0 },
    PaneSorting("who claims it") { entry, state in
      claim(entry, in: state).map { state.claimant(of: $0).lowercased() } ?? ""
    },
  ]
  let grouping = PaneGrouping("who claims it") { entry, state in
    claim(entry, in: state).map { state.claimant(of: $0) } ?? ""
  }
  let narrowings = ClaimChoice.allCases.filter { $0 != .all }.map { choice in
    PaneNarrowing(
      choice.rawValue, explanation: choice == .mine ? "verified by you, or assigned to you" : ""
    ) { entry, state in
      state.claims.marked(entry).map { choice.contains($0, for: state.author) }
        ?? choice.containsUnmarked
    }
  }

  private static func claim(_ entry: Int, in state: ReaderState) -> CheckableClaim? {
    state.claims.claim(entry)
  }

  func mark(of entry: Int, in state: ReaderState) -> Annotation? {
    Self.claim(entry, in: state)?
      .leadingMark(for: state.author, within: state.annotations)?.annotation
  }

  func count(in state: ReaderState) -> Int { state.claims.list.claims.count }

  func searchedText(of entry: Int, in state: ReaderState) -> String {
    guard let claim = Self.claim(entry, in: state) else { return "" }
    let said = claim.marks.flatMap { mark in
      let annotation = mark.annotation
      return [annotation.note, annotation.claim.restated ?? "", annotation.status.label]
        + annotation.terms.map(state.label(of:)) + annotation.tags
    }
    return
      ([claim.words, state.claimant(of: claim), state.standing(of: claim)] + claim.people + said)
      .joined(separator: " ")
  }

  func place(of entry: Int, in state: ReaderState) -> ByteOffset? {
    Self.claim(entry, in: state)?.span?.start
  }

  /// Between claims, the last one before the caret, so that the list scrolls along.
  func entryAtCaret(in state: ReaderState) -> Int? {
    state.claims.claim(at: state.caret) ?? state.claims.places.last(startingBy: state.caret)
  }

  func content(in state: ReaderState, columns: Column) -> PaneContent {
    let number = count(in: state)
    let digits = String(number).count
    return PaneContent(
      summary: number == 0 ? "" : state.claimProgress, count: number,
      entry: { entry in
        Self.claim(entry, in: state).map { self.entry($0, digits: digits, columns, in: state) }
          ?? PaneEntry(left: [])
      }, whenEmpty: state.whenNoClaims)
  }

  private func entry(
    _ claim: CheckableClaim, digits: Int, _ columns: Column, in state: ReaderState
  ) -> PaneEntry {
    let right = state.verdict(on: claim, within: max(20, Column(columns.value / 2)))
    let number = (claim.number.map { String($0) } ?? "").leftPadded(to: Column(digits))
    return PaneEntry(
      left: [
        Segment("\(number)\(state.sign(of: claim)) ", .paneDetail), Segment(claim.words.quoted),
      ],
      right: [Segment(right, .paneDetail)],
      details: details(of: claim, in: state))
  }

  private func details(of claim: CheckableClaim, in state: ReaderState) -> [String] {
    let rank = claim.rank.map { " · rank \($0)" } ?? ""
    let evidence = claim.evidence.isEmpty ? "" : " · evidence: \(claim.evidenceInWords)"
    let notes = claim.marks.map(\.annotation.note.onOneLine).filter { !$0.isEmpty }
    let summary = claim.marks.isEmpty ? [] : [state.summary(of: claim)]
    return ["\(state.claimant(of: claim)) claims it\(rank)\(evidence)"] + summary + notes
  }
}

extension ReaderState {
  /// What a list of claims says that has none.
  var whenNoClaims: String {
    if isUnaided || analysis == nil { return whenNothing("claims found") }
    return "no claims found · \(claimHint(for: .addClaim)) adds one"
  }
}
