// A checklist over the whole screen: what is ticked for the article and for each claim, by whom and when. The
// reader beneath makes the ticks, so that undo and the store know of them.

import ArticleModel
import Interface
import Screen

/// The checklists of an article, one at a time.
package struct ChecklistSheet: Surface {
  package var stage: Stage
  /// Which of the lists is shown.
  package private(set) var number: Int
  /// Where the cursor is, among the rows of the list.
  package private(set) var cursor = 0

  /// Opens the list of which most is ticked, else the first one.
  init(_ annotations: [Annotation], on stage: Stage) {
    self.stage = stage
    let counts = stage.shelf.checklists.map {
      ChecklistProgress(of: $0, in: annotations).tickCount
    }
    number = counts.firstIndex(of: counts.max() ?? 0) ?? 0
  }

  package var context: KeyContext { .checklist }
  package var whereabouts: String { "in a checklist" }

  package var bindings: [Binding] {
    let further: [(Action, String)] =
      stage.shelf.checklists.count > 1 ? [(.nextField, "next checklist")] : []
    return [Binding].footer(
      [(.tick, "tick"), (.down, "down")] + further + [
        (.editRecord, "record of the claim"), (.undo, "undo"),
      ],
      [(.help, "help"), (.quit, "back")]
    ).with(Self.table)
  }

  private static let table: [Binding] =
    [
      Binding(.tick), Binding(.open, "tick the item, or take your tick back"),
      Binding(.nextField, "the next checklist"), Binding(.previousField, "the checklist before"),
      Binding(.editRecord, "the record of the claim"), Binding(.undo), Binding(.redo),
    ] + ListMotion.actions.filter { $0.action != .pageDown } + [Binding(.pageDown)]
    + [.quit, .quitProgram, .cancel, .help, .command, .redraw, .suspend].map { Binding($0) }

  /// What can be done in a checklist.
  package static let help = HelpSection(KeyContext.checklist.title ?? "", table, in: .checklist)

  /// The list that is shown; nil when there is none at all.
  var list: Checklist? {
    let lists = stage.shelf.checklists
    return lists.indices.contains(number) ? lists[number] : lists.first
  }

  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    guard let reader = neighbours.beneath(ReaderState.self), let list else {
      close()
      return []
    }
    let rows = ChecklistRow.rows(of: reader.progress(of: list))
    let line = ListMotion.line(
      action, from: cursor, count: count ?? 1, page: max(size.rows.value - 6, 2),
      last: rows.count - 1)
    if let line {
      cursor = min(max(line, 0), max(rows.count - 1, 0))
      return []
    }
    let row = rows.indices.contains(cursor) ? rows[cursor] : nil
    perform(action, on: row, of: list)
    return []
  }

  private mutating func perform(_ action: Action, on row: ChecklistRow?, of list: Checklist) {
    switch action {
    case .tick, .open:
      if let row { tell(.chosen(ChecklistStep.toggle(row, of: list))) }
    case .nextField: show(number + 1)
    case .previousField: show(number - 1)
    case .undo, .redo: tell(.chosen(ChecklistStep.history(action)))
    case .editRecord:
      if let claim = row?.number {
        tell(.chosen(ChecklistStep.record(claim)))
      } else {
        message = .warning("This item is for the article; go to one of a claim")
      }
    case .quitProgram: tell(.run(.quitProgram))
    default: close()
    }
  }

  private mutating func show(_ wanted: Int) {
    let count = max(stage.shelf.checklists.count, 1)
    guard count > 1 else {
      message = Message("There is no other checklist")
      return
    }
    (number, cursor) = ((wanted + count) % count, 0)
  }

  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    guard let reader = neighbours.beneath(ReaderState.self), let list else { return }
    ChecklistView(sheet: self, progress: reader.progress(of: list)).draw(into: &frame)
  }
}
