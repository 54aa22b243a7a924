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

/// A row of hints, read off the live keymap.
package struct HintLine {
  private let theme: Theme
  private let leading: [Hint]
  private let trailing: [Hint]
  /// What stands at the right: the keys of a sequence that has begun.
  private let typed: String

  /// Hints for what a table has labels for; those that are trailing are left out last.
  init(_ stage: Stage, in context: KeyContext, _ bindings: [Binding], typed: String = "") {
    func hints(_ place: Binding.Place) -> [Hint] {
      bindings.filter { $0.place == place }.compactMap { binding in
        stage.keymap.keys(for: binding.action, in: context).map {
          Hint(keys: Key.hint(for: $0), label: binding.label)
        }
      }
    }
    self.init(
      stage.theme, leading: hints(.leading), trailing: hints(.trailing), typed: typed)
  }

  /// Hints as they are.
  package init(_ theme: Theme, leading: [Hint], trailing: [Hint], typed: String) {
    self.theme = theme
    self.leading = leading
    self.trailing = trailing
    self.typed = typed
  }

  /// Draws the hints on a row of the frame.
  package func draw(into frame: inout Frame, row: Row) {
    var column: Column = 1
    for hint in fitting(in: frame.size.columns) {
      column = frame.write(
        hint.keys, at: Position(row: row, column: column), style: theme[.footerKey])
      column = frame.write(
        " \(hint.label)", at: Position(row: row, column: column), style: theme[.footerText])
      column = column + 3
    }
    if !typed.isEmpty {
      let start = frame.size.columns - typed.displayWidth - 1
      frame.write(typed, at: Position(row: row, column: start), style: theme[.footerKey])
    }
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
