// The screen as a function of the stack: what fills the screen, what lies over it, the footer of the one
// on top, and what may follow a key.

import Screen

extension Application {
  /// The screen.
  package var frame: Frame {
    var frame = Frame(size: stage.size)
    // Nothing is seen of what lies beneath a surface that fills the screen.
    let first = surfaces.lastIndex { $0.bodyEnd != nil } ?? 0
    drawFooter(into: &frame)
    for place in surfaces.indices.dropFirst(first) {
      surfaces[place].draw(into: &frame, among: Neighbours(surfaces, of: place))
    }
    drawContinuations(into: &frame)
    frame.fillDefaults(with: stage.theme.base)
    return frame
  }

  private func drawFooter(into frame: inout Frame) {
    guard stage.size.rows >= 4, let top = surfaces.last else { return }
    let row = stage.size.rows - 1
    guard stage.keys.pending.isEmpty else {
      return footerOfSequence(on: top).draw(into: &frame, row: row)
    }
    let area = Area(row: row, column: 0, rows: 1, columns: stage.size.columns)
    let key = FooterKey(
      edition: stage.edition, size: stage.size, context: top.context,
      bindings: top.footerBindings, typed: typedSoFar,
      legend: stage.keys.count == nil ? top.legend : nil)
    footer.lay(likewise: key, in: area, of: &frame) { frame in
      HintLine(stage, in: key.context, key.bindings, typed: key.typed, legend: key.legend)
        .draw(into: &frame, row: row)
    }
  }

  /// The footer while a sequence of keys has begun.
  private func footerOfSequence(on top: any Surface) -> HintLine {
    // Who hesitates sees in a popup what may follow.
    if stage.hesitates {
      return HintLine(
        stage, in: top.context, [Binding(.cancel, label: "cancel")], typed: typedSoFar)
    }
    let hints = continuations(of: top).map { Hint(keys: $0.keys, label: $0.help) }
    return HintLine(stage.theme, leading: hints, trailing: [], typed: typedSoFar)
  }

  /// The keys of a sequence or the count that has been begun.
  private var typedSoFar: String {
    if !stage.keys.pending.isEmpty { return Key.hint(for: stage.keys.pending) + "…" }
    return stage.keys.count.map(String.init) ?? ""
  }

  private func drawContinuations(into frame: inout Frame) {
    guard !stage.keys.pending.isEmpty, stage.hesitates, let top = surfaces.last else { return }
    ContinuationsView(stage: top.stage, begun: stage.keys.pending, items: continuations(of: top))
      .draw(into: &frame)
  }

  /// The keys that may follow those that were begun, and what they do on the surface.
  private func continuations(of top: any Surface) -> [Continuation] {
    let begun = stage.keys.pending
    let bindings = top.bindings
    return stage.keymap.continuations(of: begun, in: top.context).compactMap { binding in
      bindings.first { $0.action == binding.action }.map {
        Continuation(keys: Key.hint(for: binding.keys.dropFirst(begun.count)), help: $0.help)
      }
    }
  }
}

/// All that a footer is drawn from while no sequence of keys has begun.
struct FooterKey: Equatable {
  /// That of the stage: its theme and keys.
  let edition: Edition
  let size: Size
  let context: KeyContext
  let bindings: [Binding]
  /// The count that has been typed.
  let typed: String
  let legend: Legend?
}

/// Keys that may follow, and what they do.
struct Continuation {
  var keys: String
  var help: String
}
