// Sorting, filtering and grouping what a pane lists.

import ArticleModel
import Interface

extension ReaderState {
  /// How a pane is arranged.
  func arrangement(of pane: Pane) -> PaneArrangement {
    panes.arrangements[pane] ?? PaneArrangement()
  }

  /// Performs what arranges a pane; false for other actions.
  mutating func arrange(_ pane: Pane, _ action: Action) -> Bool {
    switch action {
    case .sort:
      rearrange(pane) { $0.sorting = ($0.sorting + 1) % pane.description.sortings.count }
      message = Message(
        "sorted by \(pane.description.sortings[arrangement(of: pane).sorting].name)")
    case .group:
      rearrange(pane) { $0.isGrouped.toggle() }
      let isGrouped = arrangement(of: pane).isGrouped
      message = Message(
        isGrouped
          ? "grouped by \(pane.description.grouping.name) · \(hint(for: .left)) folds, \(hint(for: .right)) unfolds"
          : "not grouped")
    case .left where arrangement(of: pane).isGrouped: setFolded(true, in: pane)
    case .right where arrangement(of: pane).isGrouped: setFolded(false, in: pane)
    case .open where rowCursor(of: pane) ?? 0 < 0: setFolded(nil, in: pane)
    case .search, .searchBackward: filterPane(pane)
    case .cancel where !arrangement(of: pane).filter.isEmpty: rearrange(pane) { $0.filter = "" }
    case .narrow: pickNarrowing(pane)
    case .cancel where arrangement(of: pane).narrowing > 0: narrow(pane, to: 0)
    default: return false
    }
    return true
  }

  private mutating func filterPane(_ pane: Pane) {
    let before = arrangement(of: pane).filter
    _ = ask(.paneFilter(pane, before: before), text: before)
  }

  /// Changes the arrangement of a pane, and keeps its cursor on something that is shown.
  mutating func rearrange(_ pane: Pane, _ body: (inout PaneArrangement) -> Void) {
    let before = arrangement(of: pane)
    body(&panes.arrangements[pane, default: PaneArrangement()])
    let isSamePart = before.hasSamePart(as: arrangement(of: pane))
    if pane == .claims, !isSamePart { panes.keptClaim = nil }
    updateRows(of: pane)
    guard let rows = paneRows[pane], focus == .pane(pane) else { return }
    let isShown = panes.cursors[pane].flatMap(rows.row(ofCursor:)) != nil
    if !isShown, !rows.rows.isEmpty { select(row: 0, of: pane) }
  }

  /// Folds or unfolds the group under the cursor; nil does the other of the two.
  private mutating func setFolded(_ folds: Bool?, in pane: Pane) {
    guard let rows = paneRows[pane], let row = panes.cursors[pane].flatMap(rows.row(ofCursor:)),
      let group = rows.group(ofRow: row)
    else { return }
    let isFolded = folds ?? !group.isFolded
    panes.cursors[pane] = rows.cursor(ofRow: group.row)
    rearrange(pane) {
      if isFolded {
        $0.foldedGroups.insert(group.name)
      } else {
        $0.foldedGroups.remove(group.name)
      }
    }
  }

  // MARK: Rows

  /// Brings the rows of all panes up to date.
  mutating func updateRows() {
    updateClaims()
    for pane in Pane.all where !arrangement(of: pane).isPlain { updateRows(of: pane) }
  }

  mutating func updateRows(of pane: Pane) {
    let (arrangement, description) = (arrangement(of: pane), pane.description)
    guard !arrangement.isPlain else {
      paneRows[pane] = nil
      return
    }
    let count = description.count(in: self)
    let kept = pane == .claims ? panes.keptClaim : nil
    let sortable = 0..<count - description.unsortedCount(in: self)
    let narrowing = description.narrowing(arrangement.narrowing)
    let entries = description.sortings[arrangement.sorting].sorted(
      filtered(sortable, by: arrangement.filter, besides: kept, description)
        .filter { $0 == kept || narrowing?.lists($0, self) ?? true }, in: self)
    let headings =
      arrangement.isGrouped ? entries.map { description.grouping.heading($0, self) } : nil
    var rows = PaneRows(entries, folded: arrangement.foldedGroups, groups: headings)
    if arrangement.filter.allSatisfy(\.isWhitespace), narrowing == nil {
      for entry in sortable.upperBound..<count { rows.append(.entry(entry)) }
    }
    paneRows[pane] = rows
  }

  /// The entries that have all words of a filter, or are what the words stand for, and one that is kept besides.
  private func filtered(
    _ entries: Range<Int>, by filter: String, besides kept: Int?, _ pane: any PaneDescription
  ) -> [Int] {
    let words = filter.asSearched.split(separator: " ")
    let conditions = words.compactMap { pane.condition($0) }
    let others = FilterWords(words.filter { pane.condition($0) == nil })
    let left = entries.filter { entry in conditions.allSatisfy { $0(entry, self) } }
    let listed = others.filter(left) { pane.searchedText(of: $0, in: self) }
    guard let kept, entries.contains(kept), !listed.contains(kept) else { return listed }
    return (listed + [kept]).sorted()
  }
}

extension ReaderState {
  // MARK: A part of the entries

  /// Offers the parts of its entries that a pane can list alone.
  private mutating func pickNarrowing(_ pane: Pane) {
    let parts = pane.description.narrowings
    let all = 0..<pane.description.count(in: self)
    var entries = [
      Picker.Entry(
        value: ReaderChoice.narrowing(0), key: "a", label: "all (\(all.count))", group: "list")
    ]
    for (number, part) in parts.enumerated() {
      entries.append(
        Picker.Entry(
          value: ReaderChoice.narrowing(number + 1), key: part.name.first ?? "?",
          label: "\(part.name) (\(all.count { part.lists($0, self) }))", group: "list",
          explanation: part.explanation))
    }
    if pane == .claims, !takenOff.isEmpty {
      entries.append(
        Picker.Entry(
          value: ReaderChoice.allTakenOff, key: "o", label: "off the list (\(takenOff.count)) …",
          group: "list", explanation: "Choose one to restore it."))
    }
    let holds = ReaderChoice.narrowing(arrangement(of: pane).narrowing)
    let picker = Picker(
      on: stage, title: "show only", purpose: PickerPurpose.narrow(pane), entries: entries)
    open(picker.holding { $0 as? ReaderChoice == holds })
  }

  /// Lists a part of the entries of a pane alone, or all of them.
  mutating func narrow(_ pane: Pane, to number: Int) {
    rearrange(pane) { $0.narrowing = number }
    guard let part = pane.description.narrowing(number) else {
      message = Message("all")
      return
    }
    let meaning = part.explanation.isEmpty ? "" : ": \(part.explanation)"
    message = Message("only what is \(part.name)\(meaning) · \(hint(for: .cancel)) shows all")
  }
}
