// Walking over rows: what the screen shows from a row on, and which row lies so many rows away.

import ArticleModel
import Screen

/// A row as it is to be drawn.
struct LayoutRow {
  var address: RowAddress
  /// The block that the row belongs to.
  var block: Block
  /// The line on it; nil for a row below the lines of a block.
  var line: TextLine?
  /// What stands on the row before the text, and is none.
  var lead: BlockLead?
  /// The empty columns before text, if there is any.
  var indent: Column
  /// What stands on the row and is no text: a line about the article.
  var note: String?
}

extension ArticleLayout {
  /// The rows from `top` on, at most `count`.
  func rows(from top: RowAddress, count: Int) -> [LayoutRow] {
    memory.rows(LayoutMemory.Window(top: top, count: count, measure: measure)) {
      laidOutRows(from: top, count: count)
    }
  }

  private func laidOutRows(from top: RowAddress, count: Int) -> [LayoutRow] {
    var rows: [LayoutRow] = []
    var block = layout(at: top.block)
    var line = top.line
    while let current = block, rows.count < count {
      while line < current.rowCount, rows.count < count {
        rows.append(current.row(line))
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

  /// The row `distance` rows from `row`, or the next one in that direction that has text.
  func textRow(_ distance: Int, from row: RowAddress) -> RowAddress {
    var target = self.row(distance, from: row)
    while line(at: target) == nil {
      let further = self.row(distance < 0 ? -1 : 1, from: target)
      if further == target { break }
      target = further
    }
    return target
  }

  /// The column in which `offset` stands on a line, the indent included.
  func column(of offset: ByteOffset, on line: TextLine) -> Column {
    let clusters = article.text.clusters(on: line)
    if let here = clusters.first(where: { $0.end > offset }) { return line.indent + here.column }
    return line.indent + (clusters.last.map { $0.column + $0.width } ?? 0)
  }

  /// The start of the grapheme cluster that stands in `column` of a line, or of its last one.
  func offset(at column: Column, on line: TextLine) -> ByteOffset {
    let clusters = article.text.clusters(on: line)
    let wanted = column - line.indent
    if let hit = clusters.first(where: { $0.column + $0.width > wanted }) { return hit.offset }
    let last = clusters.last { !$0.isBlank } ?? clusters.last
    return last?.offset ?? line.span.start
  }
}

extension BlockLayout {
  /// One of its rows.
  fileprivate func row(_ number: Int) -> LayoutRow {
    var row = LayoutRow(
      address: RowAddress(block: block.span.start, line: number), block: block,
      indent: lines.first?.indent ?? 0)
    if number < lines.count {
      row.line = lines[number]
      if number == 0 || lead?.isOnEveryLine == true { row.lead = lead }
    } else if number - lines.count < notes.count {
      row.note = notes[number - lines.count]
    } else if leadGoesOn {
      row.lead = lead
    }
    return row
  }
}
