// Lines in dots of braille: each cell holds 2 × 4 dots, so that a screen of text becomes a drawing.
//
//     1 4      bits of a cell, from U+2800 on: dot 1 is bit 0, dot 2 bit 1, dot 3 bit 2,
//     2 5      dot 4 bit 3, dot 5 bit 4, dot 6 bit 5, dot 7 bit 6, dot 8 bit 7
//     3 6
//     7 8

import Screen

/// A grid of dots over an area of cells.
struct BrailleCanvas {
  let rows: Int
  let columns: Int
  private var cells: [UInt8]

  init(size: Size) {
    (rows, columns) = (size.rows.value, size.columns.value)
    cells = Array(repeating: 0, count: rows * columns)
  }

  /// How many dots there are from left to right.
  var width: Int { columns * 2 }
  /// How many dots there are from top to bottom.
  var height: Int { rows * 4 }

  /// The character of a cell; nil when it has no dot.
  func character(row: Int, column: Int) -> Character? {
    let bits = cells[row * columns + column]
    return bits == 0 ? nil : Unicode.Scalar(0x2800 + UInt32(bits)).map(Character.init)
  }

  /// Sets a dot; those outside are left out.
  mutating func set(x: Int, y: Int) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    cells[y / 4 * columns + x / 2] |= bits[y % 4][x % 2]
  }

  /// Draws a line between two points in dots, which may lie outside. `phase` counts the dots of a dashed
  /// line on from edge to edge; nil draws all of them.
  mutating func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), phase: inout Int?
  ) {
    guard let (start, end) = clipped(start, end) else { return }
    let steps = max(abs(end.x - start.x), abs(end.y - start.y)).rounded(.up)
    for step in 0...Int(steps) {
      let share = steps == 0 ? 0 : Double(step) / steps
      defer { phase? += 1 }
      if let phase, phase % 6 >= 3 { continue }
      set(
        x: Int((start.x + (end.x - start.x) * share).rounded(.down)),
        y: Int((start.y + (end.y - start.y) * share).rounded(.down)))
    }
  }

  /// The part of a line that lies on the canvas (the method of Liang and Barsky); nil when none does.
  private func clipped(
    _ start: (x: Double, y: Double), _ end: (x: Double, y: Double)
  ) -> ((x: Double, y: Double), (x: Double, y: Double))? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (first, last) = (0.0, 1.0)
    let borders = [
      (-dx, start.x), (dx, Double(width) - start.x), (-dy, start.y), (dy, Double(height) - start.y),
    ]
    for (slope, room) in borders {
      if slope == 0 {
        if room < 0 { return nil }
      } else if slope < 0 {
        first = max(first, room / slope)
      } else {
        last = min(last, room / slope)
      }
    }
    guard first <= last else { return nil }
    return (
      (start.x + first * dx, start.y + first * dy), (start.x + last * dx, start.y + last * dy)
    )
  }
}
