// Where every line of the article stands. Nothing is laid out but what is asked for, so that an
// article of 100 MB costs no more than the screenful that is shown.
//
//     block A   row (A, 0)      a row address names a line by its block's start
//               row (A, 1)      and the line's number within the block
//     (note)    row (A, 2)      what is said below a block, and the blank row after it, belong to it
//     (blank)   row (A, 3)
//     block B   row (B, 0)

import ArticleModel
import Interface
import Screen

/// A row of the laid-out article.
package struct RowAddress: Hashable, Sendable {
  /// The start of the block.
  package var block: ByteOffset
  /// The line's number within it; the rows below its lines are counted on.
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
  /// What stands before its lines and is no text.
  package let lead: BlockLead?
  /// Lines below them that are no text.
  package let notes: [String]
  /// Whether an empty row follows.
  package let hasBlankRow: Bool
  /// Whether that row belongs to what is set apart together, so that the lead goes through it.
  let leadGoesOn: Bool

  /// How many rows it takes.
  var rowCount: Int { lines.count + notes.count + (hasBlankRow ? 1 : 0) }

  /// The number of the line that holds `offset`, or is nearest to it.
  func lineIndex(of offset: ByteOffset) -> Int {
    lines.lastIndex { $0.span.start <= offset } ?? 0
  }
}

/// Lays out an article for a measure.
package struct ArticleLayout {
  let article: Article
  let memory: LayoutMemory
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
    if let known = memory.layout(startingAt: offset, measure: measure) { return known }
    let block = article.block(atOrAfter: offset) ?? article.lastBlock
    return block.map(layout)
  }

  /// The lines of a block.
  package func layout(_ block: Block) -> BlockLayout {
    memory.layout(of: block, measure: measure) { wrap(block) }
  }

  private func wrap(_ block: Block) -> BlockLayout {
    let setting = BlockSetting(of: block, in: article.text, isNarrow: measure < 40)
    return BlockLayout(
      block: block, lines: lines(of: block, setting), lead: setting.lead,
      notes: notes(below: block),
      hasBlankRow: !isContinued(block),
      leadGoesOn: setting.lead?.isOnEveryLine == true
        && article.block(after: block)?.kind == block.kind)
  }

  private func lines(of block: Block, _ setting: BlockSetting) -> [TextLine] {
    let room = max(measure - setting.indent, 4)
    if block.kind == .tableRow {
      if let columns = columns(ofTableAround: block), columns.width <= room {
        return [columns.line(of: block.span, indent: setting.indent, in: article.text)]
      }
      return LineBreaker(text: article.text, measure: room - Self.paragraphIndent)
        .lines(of: block.span, indent: setting.indent, hanging: Self.paragraphIndent)
    }
    let breaker = LineBreaker(text: article.text, measure: room)
    return spans(ofLinesOf: block).flatMap { breaker.lines(of: $0, indent: setting.indent) }
  }

  /// The lines that a block keeps, or all of it. Line ends, and what the lines are indented by, belong to
  /// the line before them, so that each character lies in one.
  private func spans(ofLinesOf block: Block) -> [TextSpan] {
    guard block.keepsLines else { return [block.span] }
    let starts = article.text.lines(of: block.span).dropFirst().map(\.start)
    return zip([block.span.start] + starts, starts + [block.span.end]).map { TextSpan($0, $1) }
  }

  private func columns(ofTableAround row: Block) -> TableColumns? {
    memory.columns(of: row) { TableRows(around: row, in: article) }
  }

  /// What the document says of the article stands below the headline.
  private func notes(below block: Block) -> [String] {
    guard block.kind == .headline, article.headline == block.span else { return [] }
    return CreditLine(of: article).lines(measure: measure)
  }

  /// Whether what comes next belongs directly below: the text to its heading, the rest of a fragment,
  /// the next item or row.
  private func isContinued(_ block: Block) -> Bool {
    switch block.kind {
    case .fragment: article.text[block.span.end].map { $0 != 0x0A } ?? false
    case .listItem, .tableRow: article.block(after: block)?.kind == block.kind
    case .subheading: true
    default: false
    }
  }

  /// The block after a laid-out one.
  func next(_ layout: BlockLayout) -> BlockLayout? {
    memory.layout(after: layout, measure: measure) {
      article.block(after: layout.block).map(self.layout)
    }
  }

  /// The block before a laid-out one.
  func previous(_ layout: BlockLayout) -> BlockLayout? {
    article.block(before: layout.block).map(self.layout)
  }
}
