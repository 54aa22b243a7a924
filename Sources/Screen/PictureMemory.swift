// Remembers a part of the screen: after most keys it looks as it did before.

/// A part of a frame that was drawn last, by all that it was drawn from.
///
/// A class because copies of a state share it. What it holds follows from its key alone, so that sharing it changes
/// nothing but the time that drawing takes; builds for debugging draw again and compare.
package final class PictureMemory<Key: Equatable> {
  private var known: (key: Key, picture: FramePart)?

  /// A memory that holds nothing yet.
  package init() {}

  /// Lays the part into an area of a frame that is blank there, drawn with `draw` unless it was drawn last by the
  /// same key.
  /// - Parameter compares: whether builds for debugging compare it with what is drawn anew.
  package func lay(
    likewise key: Key, in area: Area, of frame: inout Frame, compares: Bool = true,
    draw: (inout Frame) -> Void
  ) {
    if let known, known.key == key {
      assert(
        !compares || known.picture == drawnApart(area, on: frame.size, draw),
        "a part of the screen is drawn from more than \(Key.self) says")
      return frame.lay(known.picture)
    }
    draw(&frame)
    known = (key, frame.part(area))
  }

  private func drawnApart(
    _ area: Area, on screen: Size, _ draw: (inout Frame) -> Void
  ) -> FramePart {
    var empty = Frame(size: screen)
    draw(&empty)
    return empty.part(area)
  }
}
