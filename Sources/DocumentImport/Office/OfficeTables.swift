// Tables of Word and OpenDocument files, which differ in the names of their elements alone.

/// Text that grows by blocks, tables among them.
protocol OfficeTables {
  /// The text so far.
  var text: OfficeText { get set }

  /// Adds the blocks in an element.
  mutating func addBlocks(in node: XMLTree.Node)
}

extension OfficeTables {
  /// Adds the cells of a table, a row a line. A table of one column is there for its frame, and its
  /// paragraphs are the text's own.
  mutating func addRows(_ rows: [[XMLTree.Node]]) {
    if rows.allSatisfy({ $0.count <= 1 }) {
      for cell in rows.joined() { addBlocks(in: cell) }
      return
    }
    for row in rows {
      let outer = text
      let texts = row.map { cell in
        text = OfficeText()
        addBlocks(in: cell)
        text.end()
        return text
      }
      text = outer
      text.addRow(texts)
    }
  }
}
