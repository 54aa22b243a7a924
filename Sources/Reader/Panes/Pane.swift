// A pane beside the article, and the one table of all panes that everything else reads.

import Interface

/// A pane beside the article, by its place in the table. What it lists, and how, is said by its
/// description, in a file of its own.
package struct Pane: Hashable, Sendable {
  private let number: Int

  /// All panes, in their order on the screen and in the round of Tab. A new pane is listed here.
  private static let table: [any PaneDescription] = [
    QuotesPane(), SpeakersPane(), LocationsPane(), AnnotationsPane(), ClaimsPane(),
    CorrectionsPane(),
  ]

  /// All panes in the order of the table.
  package static let all: [Pane] = table.indices.map(Pane.init(number:))

  /// Those that are on the screen and in the round of Tab.
  static func shown(in state: ReaderState) -> [Pane] {
    all.filter { $0.description.isShown(in: state) || state.focus == .pane($0) }
  }

  private init(number: Int) { self.number = number }

  /// The pane that a type describes.
  init<Description: PaneDescription>(_ type: Description.Type) {
    guard let number = Self.table.firstIndex(where: { $0 is Description }) else {
      preconditionFailure("\(type) is missing in the table of panes")
    }
    self.number = number
  }

  /// The pane of a name; nil when there is none.
  package init?(named name: String) {
    guard let number = Self.table.firstIndex(where: { $0.name == name }) else { return nil }
    self.number = number
  }

  /// The pane to which an action gives the keys; nil for other actions.
  init?(focusedBy action: Action) {
    guard let number = Self.table.firstIndex(where: { $0.focusAction == action }) else {
      return nil
    }
    self.number = number
  }

  /// What there is to say about it.
  var description: any PaneDescription { Self.table[number] }

  /// The name under which it is remembered on the disk.
  package var name: String { description.name }
}
