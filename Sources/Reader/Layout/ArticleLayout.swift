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

  /// How far in the lines of a block stand: what is set apart in print stands further in than paragraphs.
  private static func indent(of kind: Block.Kind) -> Column {
    switch kind {
    case .headline, .subheading, .byline, .dateline: 0
    case .paragraph, .caption, .speakerTurn, .fragment: paragraphIndent
    case .listItem, .blockQuotation, .pullQuotation, .tableRow: paragraphIndent + paragraphIndent
    }
  }

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
    let block = article.block(atOrAfter: offset) ?? article.lastBlock
    return block.map(layout)
  }

  /// The lines of a block.
  package func layout(_ block: Block) -> BlockLayout {
    memory.layout(of: block, measure: measure) { wrap(block) }
  }

  private func wrap(_ block: Block) -> BlockLayout {
    let indent = measure < 40 ? 0 : Self.indent(of: block.kind)
    let breaker = LineBreaker(text: article.text, measure: measure - indent)
    return BlockLayout(
      block: block, lines: breaker.lines(of: block.span, indent: indent),
      hasBlankRow: !isContinued(block))
  }

  /// Whether what comes next belongs directly below: the rest of a fragment, the next item or row.
  private func isContinued(_ block: Block) -> Bool {
    switch block.kind {
    case .fragment: article.text[block.span.end].map { $0 != 0x0A } ?? false
    case .listItem, .tableRow: article.block(after: block)?.kind == block.kind
    default: false
    }
  }

  /// The block after a laid-out one.
  func next(_ layout: BlockLayout) -> BlockLayout? {
    article.block(after: layout.block).map(self.layout)
  }

  /// The block before a laid-out one.
  func previous(_ layout: BlockLayout) -> BlockLayout? {
    article.block(before: layout.block).map(self.layout)
  }
}
