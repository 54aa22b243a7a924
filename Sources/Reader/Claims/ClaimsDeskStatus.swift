// The status line below the claims: what the reader is told, else the keys that the footer has no room for.

import Interface
import Screen

/// Draws the status line while the claims have the whole screen.
struct ClaimsDeskStatus {
  let state: ReaderState

  func draw(into frame: inout Frame, row: Row) {
    guard state.message == nil, !state.stage.isCovered, state.size.rows >= 12 else {
      return StatusView(state: state).draw(into: &frame, row: row)
    }
    let further = Array(ReaderState.ofClaims.dropFirst(ReaderState.footerShare))
    let isReadOnly = state.readOnlyReason != nil
    let shown = further.filter { !isReadOnly || !ReaderState.changing.contains($0.action) }
    let hints = shown.compactMap { binding in
      state.keymap.keys(for: binding.action, in: .claims).map {
        Hint(keys: Key.hint(for: $0), label: binding.label)
      }
    }
    HintLine(state.theme, leading: hints, trailing: [], typed: "").draw(into: &frame, row: row)
  }
}
