// Remembers what was drawn lately: from one key to the next, most of the screen stays as it was.

import ArticleModel
import Interface
import Screen

/// Lines and panes that were drawn lately, by all that they were drawn from.
///
/// A class because copies of the state share it. What it holds follows from its keys alone, so that sharing
/// it changes nothing but the time that drawing takes; builds for debugging draw again and compare.
final class DrawingMemory {
  /// All that a line of the article is drawn from.
  struct LineKey: Equatable {
    let line: TextLine
    let base: Style
    /// What is laid over it, in order.
    let highlights: [Highlight]
  }

  /// All that the panes are drawn from while the article has the keys.
  struct PanesKey: Equatable {
    let state: Edition
    let stage: Edition
    let area: Area
    /// The selected row of each pane.
    let cursors: [Int?]
    /// Whether all of the article has been analysed.
    let isWholly: Bool
  }

  private var lines: [Int: (key: LineKey, picture: LineOfCells)] = [:]
  private var panes: (key: PanesKey, picture: FramePart)?
  /// When more lines than this are remembered, all are forgotten.
  private static let most = 1024

  /// A line, drawn with `draw` unless one of the same key was drawn last at its place.
  func line(likewise key: LineKey, draw: () -> LineOfCells) -> LineOfCells {
    let place = key.line.span.start.value
    if let known = lines[place], known.key == key {
      assert(known.picture == draw(), "a line is drawn from more than its key says")
      return known.picture
    }
    if lines.count >= Self.most { lines.removeAll(keepingCapacity: true) }
    let picture = draw()
    lines[place] = (key, picture)
    return picture
  }

  /// The panes, drawn with `draw` unless they were drawn last by the same key.
  func panes(likewise key: PanesKey, draw: () -> FramePart) -> FramePart {
    if let known = panes, known.key == key {
      assert(known.picture == draw(), "the panes are drawn from more than their key says")
      return known.picture
    }
    let picture = draw()
    panes = (key, picture)
    return picture
  }
}
