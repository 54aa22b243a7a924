// The panes: in step with the caret, and driving it.

import ArticleModel
import Interface

extension ReaderState {
  /// Lets the panes' selected entries follow the caret; a pane that has the keys leads instead.
  mutating func syncPanes() {
    guard focus == .article || focus.pane.flatMap(cursor(of:)) == nil else { return }
    for pane in Pane.all { panes.cursors[pane] = pane.description.entryAtCaret(in: self) }
  }

  /// A selected entry as it can be told in another analysis.
  struct SelectedEntry {
    var text: String
    var place: ByteOffset?
  }

  /// What is selected in each pane.
  var selectedEntries: [Pane: SelectedEntry] {
    var selected: [Pane: SelectedEntry] = [:]
    for pane in Pane.all {
      guard let entry = cursor(of: pane) else { continue }
      selected[pane] = SelectedEntry(
        text: pane.description.searchedText(of: entry, in: self),
        place: pane.description.place(of: entry, in: self))
    }
    return selected
  }

  /// Selects the entries once more after the analysis has changed, so that no key works on another one. What is no
  /// longer there is not selected.
  mutating func select(again selected: [Pane: SelectedEntry]) {
    for (pane, old) in selected where !pane.description.keepsItsEntry {
      let entries = 0..<entryCount(of: pane)
      let places = entries.filter { pane.description.place(of: $0, in: self) == old.place }
      panes.cursors[pane] =
        places.first { pane.description.searchedText(of: $0, in: self) == old.text }
        ?? entries.first { pane.description.searchedText(of: $0, in: self) == old.text }
        ?? places.first
    }
  }

  /// Performs what means something else in a pane; nil when it means the same as in the article.
  mutating func performInPane(_ action: Action, count: Int?) -> [Effect]? {
    guard let pane = focus.pane else { return nil }
    let times = max(count ?? 1, 1)
    let page = max(textRows / 3, 1)
    if arrange(pane, action) { return [] }
    if pane == .claims, let effects = performOnClaims(action) { return effects }
    switch action {
    case .down, .right: moveCursor(of: pane, by: times)
    case .up, .left: moveCursor(of: pane, by: -times)
    case .pageDown, .halfPageDown: moveCursor(of: pane, by: page * times)
    case .pageUp, .halfPageUp: moveCursor(of: pane, by: -page * times)
    case .articleStart, .lineStart: moveCursor(of: pane, by: -entryCount(of: pane))
    case .articleEnd, .lineEnd: moveCursor(of: pane, by: entryCount(of: pane))
    case .open, .quit, .cancel: leavePane(action)
    case .mark:
      guard
        let subject = cursor(of: pane).flatMap({ pane.description.markSubject(of: $0, in: self) })
      else { return nil }
      return openMarkMenu(subject)
    case .selectCharacters, .selectSentences: return passToArticle(action)
    default: return nil
    }
    return []
  }

  private mutating func leavePane(_ action: Action) {
    let hadEntry = focus.pane.flatMap(cursor(of:)) != nil
    focus = .article
    followCaret()
    if action == .open, !hadEntry { message = .warning("Nothing is selected in this pane") }
    syncPanes()
  }

  private mutating func passToArticle(_ action: Action) -> [Effect]? {
    focus = .article
    followCaret()
    return nil
  }

  /// Selects another entry, and takes the caret to what it stands for.
  mutating func moveCursor(of pane: Pane, by distance: Int) {
    let count = paneRows[pane]?.rows.count ?? entryCount(of: pane)
    guard count > 0 else { return }
    let cursor = rowCursor(of: pane)
    let row = cursor.map { paneRows[pane]?.row(ofCursor: $0) ?? $0 }
    select(row: min(max((row ?? (distance > 0 ? -1 : count)) + distance, 0), count - 1), of: pane)
  }

  /// Selects an entry, wherever it stands.
  mutating func select(entry: Int, of pane: Pane) {
    let row = paneRows[pane].map { $0.row(ofCursor: entry) } ?? entry
    if let row { select(row: row, of: pane) }
  }

  /// Selects what stands in a row.
  mutating func select(row: Int, of pane: Pane) {
    let cursor = paneRows[pane]?.cursor(ofRow: row) ?? row
    panes.cursors[pane] = cursor
    letGoOfClaim()
    if cursor >= 0, let place = pane.description.place(of: cursor, in: self) {
      moveCaret(to: place)
    }
  }

  /// Gives the keys to a pane, or to the article.
  mutating func setFocus(_ focus: Focus) {
    if focus.pane != nil { panes.areHidden = false }
    if let pane = focus.pane { panes.folded.remove(pane) }
    self.focus = focus
    panes.deskOrigin = nil
    if let pane = focus.pane, cursor(of: pane) == nil, entryCount(of: pane) > 0 {
      moveCursor(of: pane, by: 1)
    }
    followCaret()
    syncPanes()
  }

  /// Gives the keys to the pane `step` further in the round of article and panes.
  mutating func cycleFocus(_ step: Int) {
    let round: [Focus] = [.article] + Pane.shown(in: self).map(Focus.pane)
    let current = round.firstIndex(of: focus) ?? 0
    setFocus(round[(current + step + round.count) % round.count])
  }

  mutating func toggleFold() {
    guard let pane = focus.pane else {
      panes.areHidden.toggle()
      followCaret()
      return
    }
    panes.folded.insert(pane)
    setFocus(.article)
  }
}
