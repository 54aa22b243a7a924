// Remembers the footer: it names the same keys after most keys.

import Screen

/// The footer that was drawn last, by all that it was drawn from.
///
/// A class because copies of the application share it. What it holds follows from its key alone; builds for
/// debugging draw again and compare.
final class FooterMemory {
  /// All that a footer is drawn from while no sequence of keys has begun.
  struct Key: Equatable {
    /// That of the stage: its theme and keys.
    let edition: Edition
    let size: Size
    let context: KeyContext
    let bindings: [Binding]
    /// The count that has been typed.
    let typed: String
    let legend: Legend?
  }

  private var known: (key: Key, picture: FramePart)?

  /// Lays the footer into a frame that is blank there, drawn with `draw` unless it was drawn last by the same
  /// key.
  func lay(likewise key: Key, into frame: inout Frame, draw: (inout Frame) -> Void) {
    let area = Area(row: key.size.rows - 1, column: 0, rows: 1, columns: key.size.columns)
    if let known, known.key == key {
      assert(known.picture == drawnApart(area, draw, on: key.size), "a footer has another key")
      return frame.lay(known.picture)
    }
    draw(&frame)
    known = (key, frame.part(area))
  }

  private func drawnApart(
    _ area: Area, _ draw: (inout Frame) -> Void, on screen: Size
  ) -> FramePart {
    var empty = Frame(size: screen)
    draw(&empty)
    return empty.part(area)
  }
}
