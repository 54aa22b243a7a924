// What a pane shows: its own entries, or those that a filter, a sorting and headings leave of them.

import Interface
import Screen

/// What a pane shows. Entries are made when they are drawn: a long article has tens of thousands.
struct PaneContent {
  /// What stands after its title.
  var summary: String
  /// How many entries it has.
  var count: Int
  /// How many of them, the last ones, are no such things as the pane lists, but say something of all of them.
  var remarks = 0
  /// Makes the entry of a number.
  var entry: (Int) -> PaneEntry
  /// What its signs stand for, beside its heading where there is room.
  var legend = ""
  /// Lines after the entries.
  var footnotes: [String] = []
  /// What it says when it has no entries.
  var whenEmpty: String

  /// A number of entries as summaries show it: nothing for none.
  static func number(_ count: Int) -> String { count == 0 ? "" : String(count) }
}

extension ReaderState {
  /// What a pane of `columns` lists.
  func content(of pane: Pane, columns: Column) -> PaneContent {
    var all = pane.description.content(in: self, columns: columns)
    if isStillReading, pane.description.findingKind != nil || pane == .claims {
      all.summary = [all.summary, "still reading …"].filter { !$0.isEmpty }.joined(separator: "   ")
    }
    let (make, edition) = (all.entry, panesEdition(columns: columns))
    all.entry = { [drawn] number in
      drawn.entry(number, of: pane, in: edition) { make(number) }
    }
    return paneRows[pane].map { arranged(all, $0, pane) } ?? all
  }

  /// Another one whenever panes of so many columns may list something else.
  func panesEdition(columns: Column) -> DrawingMemory.PanesEdition {
    DrawingMemory.PanesEdition(
      state: edition, stage: stage.edition, columns: columns, folded: panes.folded,
      arrangements: panes.arrangements, isWholly: isWhollyAnalysed)
  }

  /// What a pane says that lists findings and has none.
  func whenNothing(_ what: String) -> String {
    if isUnaided { return whyHidden }
    return analysis == nil ? "reading …" : "no \(what)"
  }

  /// A pane's content in the order, under the headings and with the filter that the reader chose.
  private func arranged(_ all: PaneContent, _ rows: PaneRows, _ pane: Pane) -> PaneContent {
    let arrangement = arrangement(of: pane)
    var content = all
    content.count = rows.rows.count
    let isWhole = arrangement.filter.allSatisfy(\.isWhitespace) && arrangement.narrowing == 0
    content.remarks = isWhole ? all.remarks : 0
    content.entry = { row in
      switch rows.rows[row] {
      case .entry(let entry): return all.entry(entry)
      case .group(_, let name, let count, let isFolded):
        let heading = Segment("\(isFolded ? "▸" : "▾") \(name)", .paneTitle)
        return PaneEntry(left: [heading], right: [Segment(String(count), .paneDetail)])
      }
    }
    content.summary = ([all.summary] + facts(on: arrangement, rows, pane))
      .filter { !$0.isEmpty }.joined(separator: " · ")
    if !arrangement.filter.isEmpty {
      content.whenEmpty = "nothing with “\(arrangement.filter)” · \(hint(for: .cancel)) shows all"
    }
    if arrangement.filter.isEmpty, all.count > 0,
      let narrowing = pane.description.narrowing(arrangement.narrowing)
    {
      content.whenEmpty = "none is \(narrowing.name) · \(hint(for: .cancel)) shows all"
    }
    return content
  }

  private func facts(on arrangement: PaneArrangement, _ rows: PaneRows, _ pane: Pane) -> [String] {
    let filter = arrangement.filter
    let sorting = pane.description.sortings[arrangement.sorting].name
    let narrowing = pane.description.narrowing(arrangement.narrowing)?.name
    return (narrowing.map { ["\(rows.entryCount) \($0)"] } ?? [])
      + (filter.isEmpty ? [] : ["\(rows.entryCount) with “\(filter)”"])
      + (arrangement.sorting > 0 ? ["by \(sorting)"] : [])
  }
}
