// Where every line of the article stands. Nothing is laid out but what is asked for, so that an
// article of 100 MB costs no more than the screenful that is shown.
//
//     block A   row (A, 0)      a row address names a line by its block's start
//               row (A, 1)      and the line's number within the block
//     (blank)   row (A, 2)      the blank row after a block belongs to it
//     block B   row (B, 0)

import ArticleModel
import Interface
import Screen

/// A row of the laid-out article.
package struct RowAddress: Hashable, Sendable {
  /// The start of the block.
  package var block: ByteOffset
  /// The line's number within it; the number of lines for the blank row after them.
  package var line: Int

  /// The address of a line.
  package init(block: ByteOffset, line: Int) { (self.block, self.line) = (block, line) }

  /// The first row of an article.
  package static let first = RowAddress(block: .zero, line: 0)
}

/// A laid-out block.
package struct BlockLayout: Sendable {
  /// The block.
  package let block: Block
  /// Its lines, at least one.
  package let lines: [TextLine]
  /// Whether an empty row follows.
  package let hasBlankRow: Bool

  /// How many rows it takes.
  var rowCount: Int { lines.count + (hasBlankRow ? 1 : 0) }

  /// The number of the line that holds `offset`, or is nearest to it.
  func lineIndex(of offset: ByteOffset) -> Int {
    lines.lastIndex { $0.span.start <= offset } ?? 0
  }
}

/// Lays out an article for a measure.
package struct ArticleLayout {
  let article: Article
  private let memory: LayoutMemory
  /// The width of the text, in columns.
  let measure: Column

  /// Paragraphs stand this far in from headings.
  static let paragraphIndent: Column = 2

  /// A layout of `article` in lines of at most `measure` columns.
  package init(article: Article, measure: Column) {
    self.init(article: article, measure: measure, memory: LayoutMemory())
  }

  /// A layout that remembers what it wraps in `memory`.
  init(article: Article, measure: Column, memory: LayoutMemory) {
    self.article = article
    self.measure = max(measure, 4)
    self.memory = memory
  }

  /// The block at `offset`, or the next one, or the last one; nil when the article is empty.
  package func layout(at offset: ByteOffset) -> BlockLayout? {
    let block = article.block(atOrAfter: offset) ?? lastBlock
    return block.map(layout)
  }

  /// The lines of a block.
  package func layout(_ block: Block) -> BlockLayout {
    memory.layout(of: block, measure: measure) { wrap(block) }
  }

  private func wrap(_ block: Block) -> BlockLayout {
    let isHeading = block.kind == .headline || block.kind == .subheading
    let indent = isHeading || measure < 40 ? 0 : Self.paragraphIndent
    let breaker = LineBreaker(text: article.text, measure: measure - indent)
    let next = article.text[block.span.end]
    return BlockLayout(
      block: block, lines: breaker.lines(of: block.span, indent: indent),
      hasBlankRow: block.kind != .fragment || next == 0x0A || next == nil)
  }

  /// The block after a laid-out one.
  func next(_ layout: BlockLayout) -> BlockLayout? {
    article.block(after: layout.block).map(self.layout)
  }

  /// The block before a laid-out one.
  func previous(_ layout: BlockLayout) -> BlockLayout? {
    article.block(before: layout.block).map(self.layout)
  }

  /// The last block; nil when the article is empty.
  private var lastBlock: Block? {
    let end = article.text.trimmed(article.text.span).end
    return end > .zero ? article.block(atOrAfter: end - 1) : nil
  }
}
