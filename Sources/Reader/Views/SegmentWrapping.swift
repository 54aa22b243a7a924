// Wraps a line of a pane that has pieces of several looks.

import Interface
import Screen

/// Breaks segments into lines, between words.
enum SegmentWrapping {
  /// A character and the segment that it belongs to.
  private struct Cell {
    var character: Character
    var segment: Int
  }

  /// The lines that segments take, `count` at most; the last one ends with "…" when words are left out.
  /// - Parameters:
  ///   - first: the room of the first line, in columns.
  ///   - rest: that of the others, of which the `hang` first columns stay empty.
  static func lines(
    _ segments: [Segment], first: Column, rest: Column, hang: Column, count: Int
  ) -> [[Segment]] {
    var cells = segments.enumerated().flatMap { number, segment in
      segment.text.map { Cell(character: $0, segment: number) }
    }[...]
    var lines: [[Segment]] = []
    while !cells.isEmpty, lines.count < count {
      let room = max(lines.isEmpty ? first : rest - hang, 4)
      let line = take(&cells, room: room, isLast: lines.count == count - 1)
      let indent = lines.isEmpty ? [] : [Segment(String(repeating: " ", count: hang.value))]
      lines.append(indent + joined(line, segments))
    }
    return lines
  }

  /// Takes the cells of a line off the beginning.
  private static func take(
    _ cells: inout ArraySlice<Cell>, room: Column, isLast: Bool
  ) -> [Cell] {
    var (width, end) = (Column(0), cells.startIndex)
    while end < cells.endIndex {
      width = width + Glyph.width(of: cells[end].character)
      if width > room { break }
      end += 1
    }
    if end == cells.endIndex || isLast {
      let line = end == cells.endIndex ? Array(cells) : cut(cells[..<end], room: room)
      cells = []
      return line
    }
    let blank = cells[...end].lastIndex { $0.character == " " } ?? cells.startIndex
    let isWord = cells[..<blank].contains { $0.character != " " }
    let line = Array(cells[..<(isWord ? blank : max(end, cells.startIndex + 1))])
    cells = cells[(isWord ? blank : max(end, cells.startIndex + 1))...].drop { $0.character == " " }
    return line
  }

  /// Cells with "…" in the place of what does not fit.
  private static func cut(_ cells: ArraySlice<Cell>, room: Column) -> [Cell] {
    var line = Array(cells)
    var width = line.reduce(Column(1)) { $0 + Glyph.width(of: $1.character) }
    while width > room, let last = line.popLast() {
      width = width - Glyph.width(of: last.character)
    }
    let segment = line.last?.segment ?? cells.first?.segment ?? 0
    return line + [Cell(character: "…", segment: segment)]
  }

  /// Cells as segments again.
  private static func joined(_ cells: [Cell], _ segments: [Segment]) -> [Segment] {
    var line: [Segment] = []
    var last: Int?
    for cell in cells {
      if cell.segment == last {
        line[line.count - 1].text.append(cell.character)
      } else {
        let model = segments[cell.segment]
        line.append(Segment(String(cell.character), model.role, color: model.color))
        last = cell.segment
      }
    }
    return line
  }
}
