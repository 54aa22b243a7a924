// The article: wrapped lines with what was found and marked in them, and the gutter beside.
//
//     ▌B│ text      ▌ a mark covers the line, and the letter of the one that begins on it
//                   │ a direct quotation, ┊ an indirect one

import ArticleModel
import Interface
import NewsAnalysis
import Screen

/// Draws the text and its gutter.
struct ArticleView {
  let state: ReaderState
  let plan: ScreenPlan
  private let rows: [LayoutRow]
  private let highlights: Highlights

  init(state: ReaderState, plan: ScreenPlan) {
    self.state = state
    self.plan = plan
    let layout = state.layout
    rows = layout.rows(from: state.top, count: plan.text.size.rows.value)
    let start = rows.first?.line?.span.start ?? rows.first?.block.span.start ?? .zero
    let end = rows.last?.line?.span.end ?? rows.last?.block.span.end ?? start
    highlights = Highlights(state: state, visible: TextSpan(start, end))
  }

  func draw(into frame: inout Frame) {
    state.drawn.article.lay(
      likewise: key, in: plan.text, of: &frame, compares: state.drawn.compares
    ) { drawRows(into: &$0) }
    placeCursor(in: &frame)
  }

  /// All that the article is drawn from, but for the place of the terminal's cursor.
  private var key: DrawingMemory.ArticleKey {
    let inFocus = rows.lazy.map(\.block).filter(isInFocus).map(\.span)
    return DrawingMemory.ArticleKey(
      window: state.window(plan), highlights: highlights.all,
      lit: state.focusesParagraph ? Array(inFocus) : nil, current: state.currentAnnotation?.id)
  }

  private func drawRows(into frame: inout Frame) {
    var number = 0
    for (row, content) in zip(plan.text.rows, rows) {
      if let lead = content.lead { draw(lead, before: content.indent, at: row, into: &frame) }
      guard let line = content.line else {
        if let note = content.note { draw(note, at: row, into: &frame) }
        continue
      }
      if plan.numbers > 0 { drawNumber(of: line, unless: &number, at: row, into: &frame) }
      drawGutter(line, at: row, into: &frame)
      drawLine(line, of: content.block, at: row, into: &frame)
    }
    if rows.isEmpty { drawEmpty(into: &frame) }
    NotesBesideText(state: state, plan: plan, rows: rows).draw(into: &frame)
  }

  /// A line about the article that is no part of its text.
  private func draw(_ note: String, at row: Row, into frame: inout Frame) {
    frame.write(
      note, at: Position(row: row, column: plan.text.left + plan.gutter),
      style: state.theme[.caption], limit: plan.text.right)
  }

  /// The bullet or bar before text, with a blank behind it.
  private func draw(
    _ lead: BlockLead, before indent: Column, at row: Row, into frame: inout Frame
  ) {
    let left = plan.text.left + plan.gutter
    let column = max(left + indent - lead.sign.displayWidth - 1, left)
    frame.write(
      lead.sign, at: Position(row: row, column: column), style: state.theme[.blockSign],
      limit: plan.text.right)
  }

  private func drawEmpty(into frame: inout Frame) {
    frame.write(
      "This article has no text.", at: Position(row: 0, column: plan.gutter),
      style: state.theme[.paneDetail], limit: plan.text.right)
  }

  // MARK: Text

  private func drawLine(
    _ line: TextLine, of block: Block, at row: Row, into frame: inout Frame
  ) {
    let isLit = !state.focusesParagraph || isInFocus(block)
    let base = isLit ? baseStyle(of: block.kind) : state.theme[.unlit]
    let here = isLit ? highlights.overlapping(line.span) : []
    let key = DrawingMemory.LineKey(line: line, base: base, highlights: here)
    let picture = state.drawn.line(likewise: key) { LineOfCells(key, in: state.article.text) }
    let left = Position(row: row, column: plan.text.left + plan.gutter + line.indent)
    frame.lay(picture.cells, from: left, limit: plan.text.right)
    let links = state.links(at: line.span)
    if links.isEmpty { return }
    let clusters = state.article.text.clusters(on: line)
    for link in links { addLink(link, over: clusters, from: left, to: &frame) }
  }

  /// Puts the address of a link behind the cells that show its words.
  private func addLink(
    _ link: ArticleStructure.Link, over clusters: [LineCluster], from left: Position,
    to frame: inout Frame
  ) {
    guard let first = clusters.first(where: { link.span.contains($0.offset) }),
      let last = clusters.last(where: { link.span.contains($0.offset) })
    else { return }
    let start = left.column + first.column
    let end = min(left.column + last.column + last.width, plan.text.right)
    let position = Position(row: left.row, column: start)
    if let link = FrameLink(link.target, at: position, columns: end - start) { frame.add(link) }
  }

  /// Whether the caret is in a block.
  private func isInFocus(_ block: Block) -> Bool {
    block.span.contains(state.caret) || block.span.end == state.caret
  }

  /// Puts the terminal's cursor where the caret is, when that is on the screen.
  private func placeCursor(in frame: inout Frame) {
    for (row, content) in zip(plan.text.rows, rows) {
      guard let line = content.line, line.span.contains(state.caret) else { continue }
      let inLine =
        state.drawn.line(showing: line)?.column(of: state.caret).map { line.indent + $0 }
        ?? state.layout.column(of: state.caret, on: line)
      let column = min(plan.text.left + plan.gutter + inLine, plan.text.right - 1)
      frame.cursor = Position(row: row, column: column)
      return
    }
  }

  private func baseStyle(of kind: Block.Kind) -> Style {
    switch kind {
    case .headline: state.theme[.headline]
    case .subheading: state.theme[.subheading]
    case .pullQuotation: state.theme[.pullQuotation]
    case .caption, .byline, .dateline: state.theme[.caption]
    case .paragraph, .listItem, .blockQuotation, .speakerTurn, .tableRow, .fragment:
      state.theme[.text]
    }
  }

  // MARK: Gutter

  /// Numbers the first row of each line of the text.
  private func drawNumber(
    of line: TextLine, unless shown: inout Int, at row: Row, into frame: inout Frame
  ) {
    let number = state.countedLines.number(at: line.span.start, in: state.article.text)
    if number == shown { return }
    shown = number
    let text = String(number)
    let column = max(plan.numbers - text.displayWidth - 1, 0)
    frame.write(
      text, at: Position(row: row, column: column), style: state.theme[.lineNumber],
      limit: plan.gutter)
  }

  private func drawGutter(_ line: TextLine, at row: Row, into frame: inout Frame) {
    let entries = state.index.entries(in: line.span)
    let beginning = entries.first { line.span.contains($0.span.start) }
    let first = beginning.flatMap { state.annotations[$0.id] }
    let letter = first.map(state.gutterLetter(of:))
    let bar = quotationBar(line.span)
    let signs = plan.gutter - plan.numbers
    if entries.isEmpty, line.span.start == state.firstOffset, let whole = wholeArticleMark {
      let sign = signs < 4 ? "◆" : "◆\(state.gutterLetter(of: whole))"
      frame.write(sign, at: Position(row: row, column: plan.numbers), style: state.theme[.mark])
    }
    if !entries.isEmpty {
      let mark = letter.map(String.init) ?? ""
      // A mark that waits for the reader's word is told apart at its beginning.
      let isUncertain = beginning.map { state.index.uncertain.contains($0.id) } == true
      let bar = isUncertain ? "?" : first.flatMap(state.initial).map(String.init) ?? "▌"
      let sign = signs < 4 ? (mark.isEmpty || bar == "?" ? bar : mark) : "\(bar)\(mark)"
      frame.write(sign, at: Position(row: row, column: plan.numbers), style: state.theme[.mark])
    }
    if plan.gutter >= 4, let count = state.layers?.count(in: line.span), count > 0 {
      frame.write(
        count > 9 ? "+" : String(count), at: Position(row: row, column: bar == nil ? 2 : 3),
        style: state.theme[.paneDetail])
    }
    if let bar {
      let column = plan.numbers + (signs < 4 ? 1 : 2)
      frame.write(bar.sign, at: Position(row: row, column: column), style: bar.style)
    }
  }

  /// The first mark on the article as a whole; it shows beside the headline.
  private var wholeArticleMark: Annotation? {
    state.index.onWholeArticle.flatMap { state.annotations[$0] }
  }

  /// The sign for the quotation on a line: the first that begins on it, or the one that goes on.
  private func quotationBar(_ line: TextSpan) -> (sign: String, style: Style)? {
    guard let quotation = highlights.quotations.first(where: { $0.touches(line) }) else {
      return nil
    }
    let sign = quotation.form == .direct ? "│" : "┊"
    return (sign, Style(state.color(of: quotation)))
  }
}

extension Quotation {
  fileprivate func touches(_ line: TextSpan) -> Bool { spans.contains { $0.overlaps(line) } }
}

extension Annotation {
  /// Whether it says that its words were said so, otherwise, or that no record was found; nil when it does not say.
  var signOfSaid: Character? {
    guard kind == .verification,
      let term = terms.first(where: { $0.pack == "verification" && $0.group == "said" })
    else { return nil }
    switch term.term {
    case "accurate": return "✓"
    case "unconfirmed": return "?"
    default: return "≠"
    }
  }
}

extension ReaderState {
  /// The letter in the margin for an annotation: that of its kind, or the answer to “was it said?”
  func gutterLetter(of annotation: Annotation) -> Character {
    annotation.signOfSaid ?? annotation.kind.gutterLetter
  }

  /// The colour of the words of a quotation's speaker.
  func color(of quotation: Quotation) -> Color {
    theme.color(ofSpeaker: quotation.speaker.flatMap { findings?.speakerRank[$0] })
  }
}
