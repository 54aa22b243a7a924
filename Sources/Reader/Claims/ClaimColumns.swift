// The columns of the claims on the whole screen: the narrower it is, the fewer.
//
//     ▸✓  3    2  Voltara      “twice as long as any…”    refuted   done   1 against   Chloe
//      │  │    │  └ who claims it                         verdict,  how far,  evidence, whose
//      │  │    └ rank: how likely worth checking
//      │  └ number in the order of the text
//      └ ✓ checked, ≠ disputed, ? words changed, ! words gone

import Corpus
import Interface
import Screen

/// The columns for a width of the screen.
struct ClaimColumns {
  struct Column {
    var left: Screen.Column
    var width: Screen.Column
    var heading: String
    var role: Role
    var text: (CheckableClaim) -> String
  }

  private(set) var all: [Column] = []
  private var end = 1

  init(width: Int, state: ReaderState) {
    append(1, "", .mark) { state.sign(of: $0) }
    append(3, " no", .paneDetail) { claim in
      (claim.number.map { String($0) } ?? "").leftPadded(to: 3)
    }
    if width >= 60 {
      append(4, "rank", .paneDetail) { claim in
        (claim.rank.map { String($0) } ?? "").leftPadded(to: 4)
      }
    }
    if width >= 70 {
      let isWide = width >= 110
      append(isWide ? 18 : 12, isWide ? "who claims it" : "claimant", .paneText) {
        state.claimant(of: $0)
      }
    }
    appendRest(width: width, state: state)
  }

  /// The words get what the columns behind them leave.
  private mutating func appendRest(width: Int, state: ReaderState) {
    var rest: [(width: Int, heading: String, Role, (CheckableClaim) -> String)] = []
    let isWide = width >= 110
    if isWide {
      rest.append((20, "verdict", .paneText, { state.verdicts(on: $0) }))
      rest.append((16, "status", .paneDetail, { state.standing(of: $0) }))
      rest.append((16, "evidence", .paneDetail, \.evidenceInWords))
    } else if width >= 50 {
      rest.append((15, "verdict", .paneText, { state.verdictOrStanding(of: $0) }))
      rest.append((5, "evid.", .paneDetail, \.evidenceInSigns))
    }
    if width >= 70 {
      rest.append((isWide ? 14 : 9, "by", .paneText, { state.people(at: $0, isShort: !isWide) }))
    }
    let taken = rest.reduce(0) { $0 + $1.width + 1 }
    append(max(width - end - taken - 1, 4), "claim", .paneText) { $0.words.quoted }
    for (width, heading, role, text) in rest { append(width, heading, role, text) }
  }

  private mutating func append(
    _ width: Int, _ heading: String, _ role: Role, _ text: @escaping (CheckableClaim) -> String
  ) {
    all.append(
      Column(
        left: Screen.Column(end), width: Screen.Column(width), heading: heading, role: role,
        text: text))
    end += width + 1
  }
}

extension ReaderState {
  /// The verdicts on a claim, or how far the work on it is when there is none.
  func verdictOrStanding(of claim: CheckableClaim) -> String {
    let verdicts = verdicts(on: claim)
    return verdicts.isEmpty || claim.place == .lost ? standing(of: claim) : verdicts
  }
}
