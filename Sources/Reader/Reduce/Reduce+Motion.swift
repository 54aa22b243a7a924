// Moving the caret, and keeping it on the screen.

import ArticleModel
import Interface
import Screen

extension ReaderState {
  /// Moves the caret; false when the action is not a motion.
  mutating func move(_ action: Action, count: Int?) -> Bool {
    let times = max(count ?? 1, 1)
    switch action {
    case .down: moveRows(times)
    case .up: moveRows(-times)
    case .halfPageDown: scrollRows(max(textRows / 2, 1) * times)
    case .halfPageUp: scrollRows(-max(textRows / 2, 1) * times)
    case .pageDown: scrollRows(max(textRows - 2, 1) * times)
    case .pageUp: scrollRows(-max(textRows - 2, 1) * times)
    case .lineStart: moveWithinLine { $0.span.start }
    case .lineEnd: moveWithinLine { [layout] in layout.offset(at: Column(Int.max / 2), on: $0) }
    case .articleStart: moveCaret(to: firstOffset)
    case .articleEnd: moveCaret(to: count == nil ? lastOffset : offset(percent: times))
    default:
      guard let motion = TextMotion(action) else { return false }
      var at = caret
      for _ in 0..<min(times, 10_000) {
        at = selectedEnd(of: motion, from: at) ?? motion.target(from: at, in: self)
      }
      moveCaret(to: at)
    }
    return true
  }

  /// Where a selection that grows by a sentence or a paragraph ends: at the last cluster of it, not at the
  /// first of the next one. Nil for other motions, and for a selection that grows backward.
  private func selectedEnd(of motion: TextMotion, from offset: ByteOffset) -> ByteOffset? {
    guard let selection, selection.unit == .characters, offset >= selection.anchor else {
      return nil
    }
    let text = article.text
    func lastCluster(_ span: TextSpan?) -> ByteOffset? {
      span.map { text.graphemeStart(before: text.trimmed($0).end) }
    }
    let (here, next): (TextSpan?, TextSpan?)
    switch motion {
    case .nextSentence: (here, next) = (sentence(at: offset), sentence(after: offset))
    case .nextParagraph:
      let block = article.block(atOrAfter: offset)
      (here, next) = (block?.span, block.flatMap { article.block(after: $0)?.span })
    default: return nil
    }
    let end = [here, next].lazy.compactMap(lastCluster).first { $0 > offset }
    return end ?? lastOffset
  }

  /// Puts the caret on the cluster at `offset`, on the screen, with the panes in step.
  mutating func moveCaret(to offset: ByteOffset, keepingGoal: Bool = false) {
    caret = article.text.graphemeStart(at: min(max(offset, firstOffset), lastOffset))
    if !keepingGoal { goalColumn = nil }
    chosenMark = nil
    grown = []
    followCaret()
    syncPanes()
  }

  /// The first cluster of the first block.
  var firstOffset: ByteOffset { article.block(atOrAfter: .zero)?.span.start ?? .zero }

  /// The last cluster of the last block.
  var lastOffset: ByteOffset {
    let text = article.text
    return text.graphemeStart(before: text.trimmed(text.span).end)
  }

  private func offset(percent: Int) -> ByteOffset {
    ByteOffset(article.text.count / 100 * min(percent, 100))
  }

  private mutating func moveWithinLine(_ target: (TextLine) -> ByteOffset) {
    if let line = layout.line(at: layout.row(of: caret)) { moveCaret(to: target(line)) }
  }

  /// Moves the caret over rows of text, skipping the blank ones between blocks.
  private mutating func moveRows(_ distance: Int) {
    let layout = self.layout
    let row = layout.row(of: caret)
    guard let line = layout.line(at: row) else { return }
    let goal = goalColumn ?? layout.column(of: caret, on: line)
    var target = row
    let step = distance < 0 ? -1 : 1
    for _ in 0..<abs(distance) {
      let next = layout.textRow(step, from: target)
      if next == target { break }
      target = next
    }
    guard let targetLine = layout.line(at: target) else { return }
    goalColumn = goal
    moveCaret(to: layout.offset(at: goal, on: targetLine), keepingGoal: true)
  }

  /// Scrolls the text and takes the caret along at its height.
  mutating func scrollRows(_ distance: Int) {
    let layout = self.layout
    let row = layout.row(of: caret)
    let goal = goalColumn ?? layout.line(at: row).map { layout.column(of: caret, on: $0) } ?? 0
    top = layout.row(distance, from: top)
    var target = layout.row(distance, from: row)
    if layout.line(at: target) == nil { target = layout.textRow(1, from: target) }
    guard let line = layout.line(at: target) else { return }
    goalColumn = goal
    moveCaret(to: layout.offset(at: goal, on: line), keepingGoal: true)
  }

  /// Scrolls as little as puts the caret's row on the screen, with a row or two of context around it,
  /// and never further than the article's end needs.
  mutating func followCaret() {
    let layout = self.layout
    let rows = textRows
    let margin = rows >= 8 ? 2 : 0
    let row = layout.row(of: caret)
    if let block = layout.layout(at: top.block) {
      top = RowAddress(block: block.block.span.start, line: min(top.line, block.lines.count - 1))
    }
    let distance = layout.distance(from: top, to: row, limit: rows * 2)
    if let distance, distance >= margin, distance < rows - margin {
      pullUpFromEnd(layout, rows: rows)
      return
    }
    if let distance, distance < rows * 2 {
      let target = distance < margin ? distance - margin : distance - (rows - margin - 1)
      top = layout.row(target, from: top)
    } else {
      let above = layout.distance(from: row, to: top, limit: rows)
      top = layout.row(above == nil ? -rows / 3 : -margin, from: row)
    }
    pullUpFromEnd(layout, rows: rows)
  }

  /// Shows all of an article that the screen has room for, wherever it was scrolled to before.
  mutating func showFromStartIfItFits() {
    if layout.rows(from: .first, count: textRows + 1).count <= textRows { top = .first }
  }

  /// Scrolls back when the text would end above the middle of the screen.
  private mutating func pullUpFromEnd(_ layout: ArticleLayout, rows: Int) {
    let shown = layout.rows(from: top, count: rows)
    if shown.count < rows / 2, top != .first {
      top = layout.row(shown.count - rows / 2, from: top)
    }
  }
}
