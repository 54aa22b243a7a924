// A row of keys and what they do, as many as there is room for.

import Screen

/// A key and what it does, in a word or two.
package struct Hint {
  package var keys: String
  package var label: String

  package init(keys: String, label: String) {
    (self.keys, self.label) = (keys, label)
  }

  fileprivate var width: Column { keys.displayWidth + label.displayWidth + 4 }
}

/// What the footer says of a sign on the screen, at its right end.
package struct Legend: Hashable, Sendable {
  /// The sign and what it stands for.
  package var text: String
  /// Whether the sign is met for the first time, so that hints give way to its legend.
  package var isNew: Bool

  package init(text: String, isNew: Bool) { (self.text, self.isNew) = (text, isNew) }

  fileprivate var width: Column { text.displayWidth + 2 }
}

/// A row of hints, read off the live keymap.
package struct HintLine {
  private let theme: Theme
  private let leading: [Hint]
  private let trailing: [Hint]
  /// What stands at the right: the keys of a sequence that has begun.
  private let typed: String
  /// What is said of a sign, where there is room.
  private let legend: Legend?

  /// Hints for what a table has labels for; those that are trailing are left out last.
  init(
    _ stage: Stage, in context: KeyContext, _ bindings: [Binding], typed: String = "",
    legend: Legend? = nil
  ) {
    func hints(_ place: Binding.Place) -> [Hint] {
      bindings.filter { $0.place == place }.compactMap { binding in
        stage.keymap.keys(for: binding.action, in: context).map {
          Hint(keys: Key.hint(for: $0), label: binding.label)
        }
      }
    }
    self.init(
      stage.theme, leading: hints(.leading), trailing: hints(.trailing), typed: typed,
      legend: legend)
  }

  /// Hints as they are.
  package init(
    _ theme: Theme, leading: [Hint], trailing: [Hint], typed: String, legend: Legend? = nil
  ) {
    self.theme = theme
    self.leading = leading
    self.trailing = trailing
    self.typed = typed
    self.legend = legend
  }

  /// Draws the hints on a row of the frame.
  package func draw(into frame: inout Frame, row: Row) {
    var column: Column = 1
    let columns = frame.size.columns
    let legend = shownLegend(in: columns)
    for hint in fitting(in: columns - (legend?.width ?? 0)) {
      column = frame.write(
        hint.keys, at: Position(row: row, column: column), style: theme[.footerKey])
      column = frame.write(
        " \(hint.label)", at: Position(row: row, column: column), style: theme[.footerText])
      column = column + 3
    }
    if !typed.isEmpty {
      let start = columns - typed.displayWidth - 1
      frame.write(typed, at: Position(row: row, column: start), style: theme[.footerKey])
    } else if let legend {
      let start = columns - legend.text.displayWidth - 1
      frame.write(legend.text, at: Position(row: row, column: start), style: theme[.footerKey])
    }
  }

  /// The legend when it fits beside all hints, or beside the first of them and the ways out when its sign is
  /// new: what one came to do is told before what a sign means.
  private func shownLegend(in columns: Column) -> Legend? {
    guard let legend, typed.isEmpty else { return nil }
    let kept = legend.isNew ? leading.prefix(1) + trailing : fitting(in: columns)
    let used = kept.reduce(Column(1)) { $0 + $1.width }
    return used + legend.width <= columns ? legend : nil
  }

  private func fitting(in columns: Column) -> [Hint] {
    var room = columns - 1 - typed.displayWidth
    let kept = trailing.filter { hint in
      defer { room = room - hint.width }
      return hint.width <= room + 3
    }
    var shown: [Hint] = []
    for hint in leading {
      if hint.width > room { break }
      room = room - hint.width
      shown.append(hint)
    }
    return shown + kept
  }
}
