// A line of a pane, before it is fitted into its room.

import Interface
import Screen

/// A piece of a line with a role.
struct Segment: Equatable {
  var text: String
  var role: Role
  /// A colour in place of the role's.
  var color: Color?
  /// Whether it stays at the end of a line of which the rest is cut: a sign that says how sure the rest is.
  var isKept = false

  init(_ text: String, _ role: Role = .paneText, color: Color? = nil, isKept: Bool = false) {
    self.text = text
    self.role = role
    self.color = color
    self.isKept = isKept
  }
}

/// One entry of a pane.
struct PaneEntry: Equatable {
  /// What stands at the left of its first line; cut when there is no room.
  var left: [Segment]
  /// What stands at the right of its first line; never cut.
  var right: [Segment] = []
  /// Dim lines below, shown while the entry is selected.
  var details: [String] = []
  /// Paragraphs below that are shown where there is room, whether it is selected or not: a note.
  var below: [String] = []
  /// The column in which what does not fit into the first line goes on.
  var hang: Column = 2
}
