// Checklists: opening them, ticking items, taking one's own ticks back.

import ArticleModel
import Interface

extension ReaderState {
  /// Opens the checklist of the article.
  mutating func showChecklist() {
    guard !stage.shelf.checklists.isEmpty else {
      message = .warning("There is no checklist · put one into galley/checklists/")
      return
    }
    open(ChecklistSheet(annotations.annotations, on: stage))
  }

  /// Does what was wanted in a checklist.
  mutating func perform(_ step: ChecklistStep) -> [Effect] {
    switch step {
    case .history(let action): return perform(RecordStep.history(action))
    case .record(let claim): return beginRecord(claim)
    case .toggle(let row, let list): return toggle(row, of: list)
    }
  }

  /// Ticks an item, or takes the reader's own tick back. A colleague's tick stays, and a second one may
  /// stand beside it.
  private mutating func toggle(_ row: ChecklistRow, of list: Checklist) -> [Effect] {
    if let readOnlyReason {
      message = .warning(readOnlyReason)
      return []
    }
    let ticks = ChecklistProgress(of: list, in: annotations.annotations)
      .ticks(of: row.item, for: row.claim)
    if let own = ticks.last(where: { $0.creator?.name == author?.name }) {
      return apply(Change("took back your tick: \(row.item.label)", [.remove(own)]))
    }
    let tick = Annotation(
      id: identifiers.annotationID(), ticking: row.item, of: list, for: row.claim,
      in: article.source.name, by: author, at: clock())
    anchors[tick.id] = tick.targets.map { _ in .wholeArticle }
    let beside = ticks.compactMap { $0.creator?.name }.uniqued().joined(separator: ", ")
    let told = beside.isEmpty ? "ticked" : "ticked beside \(beside)"
    return apply(Change("\(told): \(row.item.label)", [.insert(tick)]))
  }
}
