// Checklists: opening them, ticking items, taking one's own ticks back.

import ArticleModel
import Corpus
import Interface

extension ReaderState {
  /// Opens the checklist of the article.
  mutating func showChecklist() {
    guard !stage.shelf.checklists.isEmpty else {
      message = .warning("There is no checklist · add one to galley/checklists/")
      return
    }
    open(ChecklistSheet(annotations.annotations, on: stage))
  }

  /// How far a checklist is, with every claim of the article once.
  func progress(of list: Checklist) -> ChecklistProgress {
    let all = claims.list.claims.map { claim in
      ChecklistClaim(
        words: claim.marks.lazy.compactMap(\.annotation.claim.restated).last ?? claim.words,
        marks: claim.marks.map(\.annotation.id), isLost: claim.place == .lost)
    }
    return ChecklistProgress(of: list, in: annotations.annotations, claims: all)
  }

  /// Does what was wanted in a checklist.
  mutating func perform(_ step: ChecklistStep) -> [Effect] {
    switch step {
    case .history(let action): return perform(RecordStep.history(action))
    case .record(let number): return claims.claim(number).map { openRecord(of: $0) } ?? []
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
    let progress = progress(of: list)
    let ticks =
      row.claim.map { progress.ticks(of: row.item, for: $0) }
      ?? progress.ticks(of: row.item, for: nil)
    let own = ticks.last { $0.creator?.name == author?.name && annotations[$0.id] != nil }
    if let own {
      return apply(Change("took back your tick: \(row.item.label)", [.remove(own)]))
    }
    let beside = ticks.compactMap { $0.creator?.name }.uniqued().joined(separator: ", ")
    return tick(row, of: list, beside.isEmpty ? "ticked" : "ticked beside \(beside)")
  }

  /// Ticks an item. For a claim that nobody has looked into, that makes a mark without a verdict.
  private mutating func tick(_ row: ChecklistRow, of list: Checklist, _ verb: String) -> [Effect] {
    var (edits, mark): ([Edit], AnnotationID?) = ([], nil)
    if let claim = row.number.flatMap(claims.claim) {
      guard let carrier = carrier(of: claim) else { return [] }
      mark = carrier.id
      if annotations[carrier.id] == nil { edits = [.insert(carrier)] }
    }
    let tick = Annotation(
      id: identifiers.annotationID(), ticking: row.item, of: list, for: mark,
      in: article.source.name, by: author, at: clock())
    anchors[tick.id] = tick.targets.map { _ in .wholeArticle }
    return apply(Change("\(verb): \(row.item.label)", edits + [.insert(tick)]))
  }
}
