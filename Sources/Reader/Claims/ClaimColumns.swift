// The columns of the claims on the whole screen: what decides gets the room that it needs, the narrower the
// screen, the fewer others there are.
//
//     ▸✓  3    2  Voltara      “twice as long as any…”    refuted ≠ supported   1 against   Lopes ≠ Martin
//      │  │    │  └ who claims it                         verdicts, how far     evidence    whose, in the
//      │  │    └ rank: how likely worth checking                                            same order
//      │  └ number in the order of the text
//      └ ✓ checked, ≠ disputed, ? words changed, ! words gone

import Corpus
import Interface
import NewsAnalysis
import Screen

/// The columns for a width of the screen.
struct ClaimColumns {
  struct Column {
    var left: Screen.Column
    var width: Screen.Column
    var heading: String
    var role: Role
    /// What stands in it, in at most so many columns.
    var text: (CheckableClaim, Screen.Column) -> String
  }

  private(set) var all: [Column] = []
  private var end = 1

  init(width: Int, state: ReaderState) {
    append(1, "", .mark) { claim, _ in state.sign(of: claim) }
    append(3, "  #", .paneDetail) { claim, columns in
      (claim.number.map { String($0) } ?? "").leftPadded(to: columns)
    }
    if width >= 90 {
      append(4, "rank", .paneDetail) { claim, columns in
        (claim.rank.map { String($0) } ?? "").leftPadded(to: columns)
      }
    }
    if width >= 70 {
      let isWide = width >= 110
      append(isWide ? 20 : 13, isWide ? "who claims it" : "claimant", .paneText) {
        state.claimant(of: $0, within: $1)
      }
    }
    appendRest(width: width, state: state)
  }

  /// The words get what the columns behind them leave.
  private mutating func appendRest(width: Int, state: ReaderState) {
    typealias Cell = (CheckableClaim, Screen.Column) -> String
    let claims = state.claims.list.marked
    func natural(least: Int, most: Int, _ cell: Cell) -> Int {
      let widest = claims.reduce(0) { max($0, cell($1, Screen.Column(most)).displayWidth.value) }
      return min(max(widest, least), most)
    }
    let isWide = width >= 110
    var rest: [(width: Int, heading: String, Role, Cell)] = []
    if width >= 50 {
      let verdict: Cell = { state.verdict(on: $0, within: $1) }
      let evidence: Cell = { claim, _ in
        isWide ? claim.evidenceInWords : claim.evidenceInSigns
      }
      rest = [
        (natural(least: 9, most: max(width * 3 / 10, 20), verdict), "verdict", .paneText, verdict),
        (
          natural(least: isWide ? 8 : 5, most: 18, evidence), isWide ? "evidence" : "evid.",
          .paneDetail, evidence
        ),
      ]
    }
    if width >= 70 {
      let by: Cell = { state.people(at: $0, within: $1) }
      let left = width - end - rest.reduce(2) { $0 + $1.width + 1 } - width / 4
      rest.append(
        (natural(least: 2, most: max(left, isWide ? 14 : 9), by), "by", .paneText, by))
    }
    let taken = rest.reduce(0) { $0 + $1.width + 1 }
    append(max(width - end - taken - 1, 4), "claim", .paneText) {
      $0.words.onOneLine.quoted(to: $1)
    }
    for (width, heading, role, text) in rest { append(width, heading, role, text) }
  }

  private mutating func append(
    _ width: Int, _ heading: String, _ role: Role,
    _ text: @escaping (CheckableClaim, Screen.Column) -> String
  ) {
    all.append(
      Column(
        left: Screen.Column(end), width: Screen.Column(width), heading: heading, role: role,
        text: text))
    end += width + 1
  }
}

extension ReaderState {
  /// Who makes a claim, in at most so many columns: the last part of a person's name goes last.
  fileprivate func claimant(of claim: CheckableClaim, within columns: Screen.Column) -> String {
    let name = claimant(of: claim)
    let speaker = analysis?.speakers.first { $0.name == name }
    return speaker?.kind == .person
      ? personShortened(name, to: columns) : name.cutBetweenWords(to: columns)
  }
}
