// Selecting: characters, sentences, text objects, growing and shrinking.

import ArticleModel
import Interface
import NewsAnalysis
import Screen

extension ReaderState {
  /// Changes the selection; false when the action is none of selecting.
  mutating func select(_ action: Action) -> Bool {
    switch action {
    case .selectCharacters: toggleSelection(of: .characters)
    case .selectSentences: toggleSelection(of: .sentences)
    case .reselect: reselect()
    case .otherEnd: swapEnds()
    case .extendLeft: extend(.left)
    case .extendRight: extend(.right)
    case .extendUp: extend(.up)
    case .extendDown: extend(.down)
    case .grow: grow()
    case .shrink: shrink()
    case .selectWord: select(WordWalk(text: article.text).word(at: caret))
    case .selectSentence: selectOrSay(sentence(at: caret), "There is no sentence here")
    case .selectParagraph: selectOrSay(paragraph(at: caret), "There is no paragraph here")
    case .selectQuotation: selectOrSay(quotationSpan, "There is no quotation here")
    default: return false
    }
    return true
  }

  /// Selects a span with the caret at its last cluster.
  mutating func select(_ span: TextSpan) {
    let span = article.text.roundedToGraphemes(article.text.trimmed(span))
    guard !span.isEmpty else { return }
    let last = article.text.graphemeStart(before: span.end)
    selection = Selection(anchor: span.start, unit: .characters)
    let kept = grown
    moveCaret(to: last)
    grown = kept
  }

  /// Gives the selection up, and what it was for.
  mutating func clearSelection() {
    if let selection { lastSelection = (selection, caret) }
    selection = nil
    purpose = nil
    grown = []
  }

  private mutating func toggleSelection(of unit: Selection.Unit) {
    if let selection, selection.unit == unit {
      lastSelection = (selection, caret)
      self.selection = nil
    } else {
      selection = Selection(anchor: selection?.anchor ?? caret, unit: unit)
    }
  }

  private mutating func reselect() {
    guard let last = lastSelection else {
      message = .warning("Nothing has been selected yet")
      return
    }
    moveCaret(to: last.caret)
    selection = last.selection
  }

  private mutating func swapEnds() {
    guard let selection else {
      message = .warning("Nothing is selected")
      return
    }
    let anchor = selection.anchor
    self.selection = Selection(anchor: caret, unit: selection.unit)
    moveCaret(to: anchor)
  }

  private mutating func extend(_ motion: Action) {
    if selection == nil { selection = Selection(anchor: caret, unit: .characters) }
    _ = move(motion, count: nil)
  }

  private mutating func selectOrSay(_ span: TextSpan?, _ otherwise: String) {
    if let span { select(span) } else { message = .warning(otherwise) }
  }

  private func paragraph(at offset: ByteOffset) -> TextSpan? {
    article.block(atOrAfter: offset).map(\.span)
  }

  private var quotationSpan: TextSpan? {
    quotationAtCaret.flatMap { analysis?.quotations[$0].extent }
  }

  // MARK: Growing and shrinking

  private mutating func grow() {
    let current = selectedSpan ?? TextSpan(caret, caret)
    let larger = growthSteps.filter { $0.contains(current) && $0.count > current.count }
    guard let next = larger.min(by: { $0.count < $1.count }) else {
      message = .warning("The whole paragraph is selected")
      return
    }
    let steps = grown + (current.isEmpty ? [] : [current])
    select(next)
    grown = steps
  }

  private mutating func shrink() {
    guard let last = grown.popLast() else {
      if selection == nil { message = .warning("Nothing is selected") }
      clearSelection()
      return
    }
    let steps = grown
    select(last)
    grown = steps
  }

  /// The spans around the caret that a selection grows to: word, clause, sentence, quotation, paragraph.
  private var growthSteps: [TextSpan] {
    let text = article.text
    let spans = [
      WordWalk(text: text).word(at: caret), clause(at: caret), sentence(at: caret), quotationSpan,
      paragraph(at: caret),
    ]
    return spans.compactMap { $0.map { text.roundedToGraphemes(text.trimmed($0)) } }
  }

  /// The part of the sentence between commas, dashes, semicolons or colons.
  private func clause(at offset: ByteOffset) -> TextSpan? {
    guard let sentence = sentence(at: offset) else { return nil }
    var start = sentence.start
    for cluster in article.text.clusters(in: sentence) {
      guard let glyph = cluster.glyph, ",;:–—".contains(glyph.character) else { continue }
      if cluster.offset >= offset { return TextSpan(start, cluster.offset) }
      start = cluster.end
    }
    return TextSpan(start, sentence.end)
  }
}
