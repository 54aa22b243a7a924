// Wraps a line of a pane that has pieces of several looks.

import Interface
import Screen

/// Breaks segments into lines, between words.
enum SegmentWrapping {
  /// A character of a segment, or one that is put behind characters of it. A plain value: a pane has thousands.
  private struct Cell {
    /// Where it stands in the UTF-8 of its segment.
    let bytes: Range<Int>
    let segment: Int
    let width: Column
    let sign: Sign
  }

  /// What a character means to a line that is cut.
  private enum Sign {
    case other, blank
    /// A comma, a dash and the like, after which "…" would look odd.
    case pause
    /// “ and ”.
    case opening, closing
    /// "…" and "”" that no segment has.
    case addedDots, addedClosing

    /// Of a character of text.
    init(of bytes: Slice<UnsafeBufferPointer<UInt8>>) {
      switch (bytes.count, bytes.first, bytes.last) {
      case (1, UInt8(ascii: " "), _): self = .blank
      case (1, UInt8(ascii: ","), _), (1, UInt8(ascii: ";"), _), (1, UInt8(ascii: ":"), _):
        self = .pause
      // U+2000 to U+203F; the last byte of these tells one from the other.
      case (3, 0xE2, let last) where bytes[bytes.startIndex + 1] == 0x80:
        switch last {
        case 0x93, 0x94: self = .pause
        case 0x9C: self = .opening
        case 0x9D: self = .closing
        default: self = .other
        }
      default: self = .other
      }
    }

    /// How much deeper into quotations it leads.
    var nesting: Int {
      switch self {
      case .opening: 1
      case .closing, .addedClosing: -1
      default: 0
      }
    }
  }

  /// The lines that segments take, `count` at most; the last one ends with "…" when words are left out.
  /// - Parameters:
  ///   - first: the room of the first line, in columns.
  ///   - rest: that of the others, of which the `hang` first columns stay empty.
  static func lines(
    _ segments: [Segment], first: Column, rest: Column, hang: Column, count: Int
  ) -> [[Segment]] {
    var cells = cells(of: segments, atMost: first + Column(max(rest.value, 4) * count))[...]
    var lines: [[Segment]] = []
    let kept = cells.drop { !segments[$0.segment].isKept }
    while !cells.isEmpty, lines.count < count {
      let room = max(lines.isEmpty ? first : rest - hang, 4)
      let line = take(&cells, room: room, isLast: lines.count == count - 1, keeping: kept)
      let indent = lines.isEmpty ? [] : [Segment(String(repeating: " ", count: hang.value))]
      lines.append(indent + joined(line, segments))
    }
    return lines
  }

  /// The segments as one line.
  static func line(_ segments: [Segment], room: Column) -> [Segment] {
    var width = Column(0)
    for segment in segments where width <= room {
      width = width + segment.text.displayWidth(upTo: room - width + 1)
    }
    return width <= room
      ? segments : lines(segments, first: room, rest: room, hang: 0, count: 1).first ?? []
  }

  /// The characters of segments, without those that begin beyond so many columns and are not kept.
  private static func cells(of segments: [Segment], atMost columns: Column) -> [Cell] {
    var (cells, width) = ([Cell](), Column(0))
    cells.reserveCapacity(min(max(columns.value, 0), 256))
    for (number, segment) in segments.enumerated() where segment.isKept || width <= columns {
      segment.text[...].forEachCluster { text, bytes, glyph in
        let cell = Cell(
          bytes: bytes, segment: number, width: glyph?.width ?? 0, sign: Sign(of: text[bytes]))
        cells.append(cell)
        width = width + cell.width
        return width <= columns || segment.isKept
      }
    }
    return cells
  }

  /// Takes the cells of a line off the beginning; the last line ends with what is kept.
  private static func take(
    _ cells: inout ArraySlice<Cell>, room: Column, isLast: Bool, keeping kept: ArraySlice<Cell>
  ) -> [Cell] {
    var (width, end) = (Column(0), cells.startIndex)
    while end < cells.endIndex {
      width = width + cells[end].width
      if width > room { break }
      end += 1
    }
    if end == cells.endIndex || isLast {
      let body = cells[..<min(end, max(kept.startIndex, cells.startIndex))]
      let line =
        end == cells.endIndex ? Array(cells) : cut(body, room: room - Self.width(of: kept)) + kept
      cells = []
      return line
    }
    let blank = cells[...end].lastIndex(where: { $0.sign == .blank }) ?? cells.startIndex
    let isWord = cells[..<blank].contains { $0.sign != .blank }
    let line = Array(cells[..<(isWord ? blank : max(end, cells.startIndex + 1))])
    cells = cells[(isWord ? blank : max(end, cells.startIndex + 1))...].drop { $0.sign == .blank }
    return line
  }

  private static func width(of cells: some Sequence<Cell>) -> Column {
    cells.reduce(Column(0)) { $0 + $1.width }
  }

  /// Cells with "…" in the place of what does not fit, cut between words where that wastes no more than half
  /// of the room; a quotation that is open there is closed.
  private static func cut(_ cells: ArraySlice<Cell>, room: Column) -> [Cell] {
    var line = fitting(cells, room: room)
    let isBetweenWords = line.endIndex < cells.endIndex && cells[line.endIndex].sign == .blank
    if !isBetweenWords, let blank = line.lastIndex(where: { $0.sign == .blank }),
      width(of: line[..<blank]).value * 2 >= room.value
    {
      line = line[..<blank]
    }
    while let last = line.last, last.sign == .blank || last.sign == .pause { line.removeLast() }
    let segment = line.last?.segment ?? cells.first?.segment ?? 0
    let end: [Sign] = isOpen(line) ? [.addedDots, .addedClosing] : [.addedDots]
    return line + end.map { Cell(bytes: 0..<0, segment: segment, width: 1, sign: $0) }
  }

  /// As many cells as there is room for, with what `cut` puts behind them.
  private static func fitting(_ cells: ArraySlice<Cell>, room: Column) -> ArraySlice<Cell> {
    var (width, depth, end) = (Column(0), 0, cells.startIndex)
    for index in cells.indices {
      width = width + cells[index].width
      depth += cells[index].sign.nesting
      if width > room - 1 { break }
      if depth <= 0 || width <= room - 2 { end = index + 1 }
    }
    return cells[..<end]
  }

  /// Whether a quotation that begins in cells does not end in them.
  private static func isOpen(_ cells: ArraySlice<Cell>) -> Bool {
    cells.reduce(0) { $0 + $1.sign.nesting } > 0
  }

  /// Cells as segments again.
  private static func joined(_ cells: [Cell], _ segments: [Segment]) -> [Segment] {
    var line: [Segment] = []
    var rest = cells[...]
    while let first = rest.first {
      let piece = rest.prefix { $0.segment == first.segment }
      let model = segments[first.segment]
      line.append(Segment(text(of: piece, in: model.text), model.role, color: model.color))
      rest = rest[piece.endIndex...]
    }
    return line
  }

  /// What cells of a segment show. Those that follow each other in its text are taken from it at once.
  private static func text(of cells: ArraySlice<Cell>, in text: String) -> String {
    var (result, rest) = ("", cells)
    while let first = rest.popFirst() {
      switch first.sign {
      case .addedDots: result += "…"
      case .addedClosing: result += "”"
      default:
        var end = first.bytes.upperBound
        while let next = rest.first, next.bytes.lowerBound == end {
          end = next.bytes.upperBound
          rest.removeFirst()
        }
        result += String(text[...][utf8: first.bytes.lowerBound..<end])
      }
    }
    return result
  }
}
