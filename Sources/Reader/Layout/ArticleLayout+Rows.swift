// Walking over rows: what the screen shows from a row on, and which row lies so many rows away.

import ArticleModel
import Screen

/// A row as it is to be drawn.
struct LayoutRow {
  var address: RowAddress
  /// The block that the row belongs to.
  var block: Block
  /// The line on it; nil for the blank row after a block.
  var line: TextLine?
}

extension ArticleLayout {
  /// The rows from `top` on, at most `count`.
  func rows(from top: RowAddress, count: Int) -> [LayoutRow] {
    var rows: [LayoutRow] = []
    var block = layout(at: top.block)
    var line = top.line
    while let current = block, rows.count < count {
      while line < current.rowCount, rows.count < count {
        rows.append(
          LayoutRow(
            address: RowAddress(block: current.block.span.start, line: line), block: current.block,
            line: line < current.lines.count ? current.lines[line] : nil))
        line += 1
      }
      (block, line) = (next(current), 0)
    }
    return rows
  }

  /// The row that holds `offset`; the first row in an empty article.
  func row(of offset: ByteOffset) -> RowAddress {
    guard let layout = layout(at: offset) else { return .first }
    return RowAddress(block: layout.block.span.start, line: layout.lineIndex(of: offset))
  }

  /// The row `distance` rows below `row` (above, when negative), or the last (first) one there is.
  func row(_ distance: Int, from row: RowAddress) -> RowAddress {
    guard let start = layout(at: row.block) else { return row }
    return distance >= 0
      ? rowBelow(start, line: row.line + distance) : rowAbove(start, line: row.line + distance)
  }

  private func rowBelow(_ start: BlockLayout, line: Int) -> RowAddress {
    var (block, line) = (start, line)
    while line >= block.rowCount {
      guard let following = next(block) else {
        return RowAddress(block: block.block.span.start, line: block.lines.count - 1)
      }
      line -= block.rowCount
      block = following
    }
    return RowAddress(block: block.block.span.start, line: line)
  }

  private func rowAbove(_ start: BlockLayout, line: Int) -> RowAddress {
    var (block, line) = (start, line)
    while line < 0 {
      guard let preceding = previous(block) else { break }
      block = preceding
      line += block.rowCount
    }
    return RowAddress(block: block.block.span.start, line: max(line, 0))
  }

  /// How many rows `row` lies below `top`; nil when that is more than `limit`, or it lies above.
  func distance(from top: RowAddress, to row: RowAddress, limit: Int) -> Int? {
    if row.block < top.block || (row.block == top.block && row.line < top.line) { return nil }
    guard var block = layout(at: top.block) else { return nil }
    var rows = -top.line
    while rows <= limit {
      if block.block.span.start >= row.block {
        return rows + row.line <= limit ? rows + row.line : nil
      }
      rows += block.rowCount
      guard let following = next(block) else { return nil }
      block = following
    }
    return nil
  }

  /// The line at a row; nil at a blank one.
  func line(at row: RowAddress) -> TextLine? {
    guard let layout = layout(at: row.block), row.line < layout.lines.count else { return nil }
    return layout.lines[row.line]
  }

  /// The column in which `offset` stands on a line, the indent included.
  func column(of offset: ByteOffset, on line: TextLine) -> Column {
    let clusters = article.text.clusters(in: TextSpan(line.span.start, offset))
    return clusters.reduce(line.indent) { $0 + $1.width }
  }

  /// The start of the grapheme cluster that stands in `column` of a line, or of its last one.
  func offset(at column: Column, on line: TextLine) -> ByteOffset {
    let clusters = article.text.clusters(in: line.span)
    let wanted = column - line.indent
    if let hit = clusters.first(where: { $0.column + $0.width > wanted }) { return hit.offset }
    let last = clusters.last { $0.character != " " } ?? clusters.last
    return last?.offset ?? line.span.start
  }
}
