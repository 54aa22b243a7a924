// A row of a frame as runs of text in one style, the way in which it goes to a terminal.

import Screen

extension Frame {
  /// Where a row's cells lie in `cells`.
  func indices(of row: Row) -> Range<Int> {
    let start = row.value * size.columns.value
    return start..<start + size.columns.value
  }

  /// Calls `body` with the column, style and UTF-8 of each run of a row. A run ends after each glyph
  /// beyond ASCII, so that a terminal of other opinions about widths is set right at once.
  func forEachRun(
    in row: Row, scratch: inout [UInt8],
    _ body: (Column, Style, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    let cells = cells[indices(of: row)]
    var start = cells.startIndex
    scratch.removeAll(keepingCapacity: true)
    func end(at index: Int) {
      if !scratch.isEmpty {
        let column = Column(start - cells.startIndex)
        scratch.withUnsafeBufferPointer { body(column, cells[start].style, $0) }
        scratch.removeAll(keepingCapacity: true)
      }
      start = index
    }
    for (index, cell) in zip(cells.indices, cells) {
      guard let glyph = cell.glyph else { continue }
      if cell.style != cells[start].style || scratch.isEmpty { end(at: index) }
      if glyph.ascii != nil {
        glyph.append(to: &scratch)
      } else {
        end(at: index)
        glyph.append(to: &scratch)
        end(at: index + 1)
      }
    }
    end(at: cells.endIndex)
  }
}
