// Remembers wrapped blocks between keys: most keys show the paragraphs that were on the screen before.

import ArticleModel
import Screen

/// Blocks that were laid out lately for one measure.
///
/// A class because copies of the state share it. What it holds follows from the article and the measure
/// alone, so that sharing it changes nothing but the time that layout takes.
final class LayoutMemory {
  /// What is on a screen.
  struct Window: Equatable {
    let top: RowAddress
    let count: Int
    let measure: Column
  }

  private var measure: Column = 0
  /// The rows that were asked for last: several parts of the screen are drawn from them.
  private var window: (key: Window, rows: [LayoutRow])?
  private var layouts: [ByteOffset: BlockLayout] = [:]
  /// The starts of the blocks that follow others, by the starts of those.
  private var following: [ByteOffset: ByteOffset] = [:]
  /// The columns of tables, by the starts of their rows; nil for rows of tables that are too long.
  private var tables: [ByteOffset: TableColumns?] = [:]
  /// When more blocks than this are remembered, all are forgotten.
  private static let most = 512

  /// The layout of a block, made with `make` unless it is remembered.
  func layout(of block: Block, measure: Column, make: () -> BlockLayout) -> BlockLayout {
    if measure != self.measure || layouts.count >= Self.most {
      layouts.removeAll(keepingCapacity: true)
      tables.removeAll(keepingCapacity: true)
      following.removeAll(keepingCapacity: true)
      self.measure = measure
    }
    if let known = layouts[block.span.start], known.block == block { return known }
    let layout = make()
    layouts[block.span.start] = layout
    return layout
  }

  /// The layout of the block that begins at a place; nil when it is not remembered.
  func layout(startingAt offset: ByteOffset, measure: Column) -> BlockLayout? {
    measure == self.measure ? layouts[offset] : nil
  }

  /// The layout of the block after another, found with `find` unless it is remembered; nil after the last.
  func layout(
    after layout: BlockLayout, measure: Column, find: () -> BlockLayout?
  ) -> BlockLayout? {
    let start = layout.block.span.start
    if measure == self.measure, let next = following[start], let known = layouts[next] {
      return known
    }
    let found = find()
    if let found { following[start] = found.block.span.start }
    return found
  }

  /// The rows of a window, made with `make` unless they were asked for last.
  func rows(_ key: Window, make: () -> [LayoutRow]) -> [LayoutRow] {
    if let window, window.key == key { return window.rows }
    let rows = make()
    window = (key, rows)
    return rows
  }

  /// The columns of the table that a row belongs to, measured with its other rows unless they are
  /// remembered; nil when it is too long.
  func columns(of row: Block, measuring rows: () -> TableRows?) -> TableColumns? {
    if let known = tables[row.span.start] { return known }
    guard let rows = rows() else {
      tables[row.span.start] = .some(nil)
      return nil
    }
    let columns = TableColumns(of: rows)
    for row in rows.spans { tables[row.start] = columns }
    return columns
  }
}
