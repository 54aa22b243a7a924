// The pane of what readers put right: corrections of what the program found, each told in a sentence.

import ArticleModel
import Interface
import NewsAnalysis
import Screen

extension Pane {
  /// The corrections.
  package static let corrections = Pane(CorrectionsPane.self)
}

struct CorrectionsPane: PaneDescription {
  let name = "corrections"
  let title = "CORRECTIONS"
  let focusAction: Action? = .focusCorrections
  let listsMarks = true
  let hints: [(Action, String)] = [(.delete, "take it back"), (.editNote, "note")]

  let sortings: [PaneSorting] = [
    .own("order of the text"),
    PaneSorting("time, the latest first", isReversed: true) {
      (correction($0, in: $1)?.modified).placeInTime
    },
  ]
  let grouping = PaneGrouping("what it is about") {
    correction($0, in: $1)?.correction?.finding.rawValue ?? ""
  }

  private static func correction(_ entry: Int, in state: ReaderState) -> Annotation? {
    let all = state.index.corrections
    return all.indices.contains(entry) ? state.annotations[all[entry]] : nil
  }

  func mark(of entry: Int, in state: ReaderState) -> Annotation? {
    Self.correction(entry, in: state)
  }

  func count(in state: ReaderState) -> Int { state.index.corrections.count }

  func isShown(in state: ReaderState) -> Bool { count(in: state) > 0 }

  func searchedText(of entry: Int, in state: ReaderState) -> String {
    guard let correction = Self.correction(entry, in: state) else { return "" }
    return [correction.correctionInWords ?? "", correction.note, correction.creator?.name ?? ""]
      .joined(separator: " ")
  }

  func place(of entry: Int, in state: ReaderState) -> ByteOffset? {
    Self.correction(entry, in: state).flatMap { state.anchors[$0.id]?.first?.span?.start }
  }

  /// The correction of what the caret is in.
  func entryAtCaret(in state: ReaderState) -> Int? {
    let id =
      state.quotationAtCaret.flatMap { state.corrected?.quotationCorrections[$0] }
      ?? state.locationAtCaret.flatMap { state.corrected?.locationCorrections[$0] }
    return id.flatMap { state.index.corrections.firstIndex(of: $0) }
  }

  func content(in state: ReaderState, columns: Column) -> PaneContent {
    let number = count(in: state)
    return PaneContent(
      summary: PaneContent.number(number), count: number,
      entry: { Self.correction($0, in: state).map { entry($0, in: state) } ?? PaneEntry(left: []) },
      whenEmpty: "none · \(state.hint(for: .correctFinding)) on a finding puts it right")
  }

  private func entry(_ correction: Annotation, in state: ReaderState) -> PaneEntry {
    let lost = state.index.orphans.contains(correction.id) ? "! " : ""
    let why = lost.isEmpty ? [] : ["its words are not in the text, so it does not apply"]
    let maker = correction.creator.map { ["by \($0.name)"] } ?? []
    return PaneEntry(
      left: [Segment(lost, .mark), Segment(correction.correctionInWords ?? "")],
      details: why + maker,
      below: correction.note.isEmpty ? [] : [correction.note])
  }
}
