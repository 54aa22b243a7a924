// Sorting, filtering and grouping what a pane lists.

import ArticleModel
import Interface
import NewsAnalysis

extension ReaderState {
  /// How a pane is arranged.
  func arrangement(of pane: Pane) -> PaneArrangement {
    panes.arrangements[pane] ?? PaneArrangement()
  }

  /// Performs what arranges a pane; false for other actions.
  mutating func arrange(_ pane: Pane, _ action: Action) -> Bool {
    switch action {
    case .sort:
      rearrange(pane) { $0.sorting = ($0.sorting + 1) % pane.sortings.count }
      message = Message("sorted by \(pane.sortings[arrangement(of: pane).sorting])")
    case .group:
      rearrange(pane) { $0.isGrouped.toggle() }
      let isGrouped = arrangement(of: pane).isGrouped
      message = Message(
        isGrouped
          ? "grouped by \(pane.grouping) · \(hint(for: .left)) folds, \(hint(for: .right)) unfolds"
          : "not grouped")
    case .left where arrangement(of: pane).isGrouped: setFolded(true, in: pane)
    case .right where arrangement(of: pane).isGrouped: setFolded(false, in: pane)
    case .open where rowCursor(of: pane) ?? 0 < 0: setFolded(nil, in: pane)
    case .search, .searchBackward: filterPane(pane)
    case .cancel where !arrangement(of: pane).filter.isEmpty: rearrange(pane) { $0.filter = "" }
    default: return false
    }
    return true
  }

  private mutating func filterPane(_ pane: Pane) {
    var prompt = Prompt(purpose: .paneFilter(pane, before: arrangement(of: pane).filter))
    prompt.text = EditableText(arrangement(of: pane).filter)
    overlay = .prompt(prompt)
  }

  /// Changes the arrangement of a pane, and keeps its cursor on something that is shown.
  mutating func rearrange(_ pane: Pane, _ body: (inout PaneArrangement) -> Void) {
    body(&panes.arrangements[pane, default: PaneArrangement()])
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
    for pane in Pane.allCases where !arrangement(of: pane).isPlain { updateRows(of: pane) }
  }

  private mutating func updateRows(of pane: Pane) {
    let arrangement = arrangement(of: pane)
    guard !arrangement.isPlain else {
      paneRows[pane] = nil
      return
    }
    let words = arrangement.filter.lowercased().split(separator: " ")
    var entries = Array(0..<listedCount(of: pane))
    if !words.isEmpty {
      entries = entries.filter { entry in
        let text = searchedText(of: entry, in: pane).lowercased()
        return words.allSatisfy { text.contains($0) }
      }
    }
    entries = sorted(entries, of: pane, by: arrangement.sorting)
    let groups = arrangement.isGrouped ? entries.map { groupName(of: $0, in: pane) } : nil
    var rows = PaneRows(entries, folded: arrangement.foldedGroups, groups: groups)
    // What is below all others stays there, whatever the order.
    let facts = words.isEmpty ? listedCount(of: pane)..<entryCount(of: pane) : 0..<0
    for fact in facts { rows.append(.entry(fact)) }
    paneRows[pane] = rows
  }

  /// The entries that can be sorted: all but the facts below the speakers.
  private func listedCount(of pane: Pane) -> Int {
    entryCount(of: pane) - (pane == .speakers ? findings?.sourcing.count ?? 0 : 0)
  }

  private func sorted(_ entries: [Int], of pane: Pane, by sorting: Int) -> [Int] {
    guard sorting > 0, let analysis else { return entries }
    func by<Key: Comparable>(_ key: (Int) -> Key) -> [Int] {
      let keyed = entries.map { (key($0), $0) }
      return keyed.sorted { $0.0 == $1.0 ? $0.1 < $1.1 : $0.0 < $1.0 }.map(\.1)
    }
    switch (pane, sorting) {
    case (.quotes, 1): return by { groupName(of: $0, in: pane).lowercased() }
    case (.quotes, 2): return by { analysis.quotations[$0].confidence }
    case (.quotes, _): return by { -analysis.quotations[$0].extent.count }
    case (.speakers, 1): return by { speaker(rank: $0)?.name.lowercased() ?? "" }
    case (.speakers, _): return by { speaker(rank: $0)?.mentions.first?.start ?? .zero }
    case (.locations, 1): return by { place(rank: $0)?.name.lowercased() ?? "" }
    case (.locations, 2): return by { groupName(of: $0, in: pane) }
    case (.locations, _): return by { place(rank: $0)?.mentions.first ?? 0 }
    case (.annotations, 1): return by { kindRank(of: $0) }
    case (.annotations, 2): return by { statusRank(of: $0) }
    case (.annotations, _):
      return by { annotation(entry: $0)?.modified?.description ?? "" }.reversed()
    }
  }

  private func annotation(entry: Int) -> Annotation? { annotations[annotationEntries[entry]] }

  private func kindRank(of entry: Int) -> Int {
    annotation(entry: entry).flatMap { AnnotationKind.allCases.firstIndex(of: $0.kind) } ?? 0
  }

  private func statusRank(of entry: Int) -> Int {
    annotation(entry: entry).flatMap { AnnotationStatus.allCases.firstIndex(of: $0.status) } ?? 0
  }

  /// The speaker at a rank of the pane.
  func speaker(rank: Int) -> Speaker? {
    guard let findings, findings.speakerOrder.indices.contains(rank) else { return nil }
    return findings.analysis.speakers[findings.speakerOrder[rank]]
  }

  private func groupName(of entry: Int, in pane: Pane) -> String {
    switch pane {
    case .quotes:
      return analysis?.quotations[entry].speaker.flatMap { name(ofSpeaker: $0) } ?? "nobody named"
    case .speakers: return speaker(rank: entry)?.kind.rawValue ?? ""
    case .locations: return place(rank: entry)?.country ?? "no country"
    case .annotations: return annotation(entry: entry)?.kind.rawValue ?? ""
    }
  }

  /// What a filter looks at.
  private func searchedText(of entry: Int, in pane: Pane) -> String {
    switch pane {
    case .quotes:
      guard let quotation = analysis?.quotations[entry] else { return "" }
      let words = article.text.string(in: quotation.extent)
      return "\(words) \(attribution(of: quotation)) \(quotation.form.rawValue)"
    case .speakers:
      guard let speaker = speaker(rank: entry) else { return "" }
      return ([speaker.name, speaker.kind.rawValue] + speaker.aliases).joined(separator: " ")
    case .locations:
      guard let place = place(rank: entry) else { return "" }
      let notes = mentions(of: place).compactMap(\.note)
      return ([place.name, place.country, place.note].compactMap { $0 } + notes)
        .joined(separator: " ")
    case .annotations:
      guard let annotation = annotation(entry: entry) else { return "" }
      let parts = [
        annotation.kind.rawValue, title(of: annotation), annotation.status.label, annotation.note,
        quote(of: annotation) ?? "", annotation.creator?.name ?? "",
      ]
      return (parts + annotation.tags).joined(separator: " ")
    }
  }
}
