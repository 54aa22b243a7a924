// The lines of a record: long values go over several, and what is being typed has its cursor in one of them.

import ArticleModel
import Interface
import Screen

/// The lines of a record, from its first field to the place for further evidence.
struct RecordLines {
  /// One line.
  struct Line {
    /// The row that it belongs to; nil for a heading.
    var row: RecordRow?
    var label: String
    var value: String
    /// Whether the value says that nothing is recorded.
    var isPlaceholder = false
    /// How far the label is indented.
    var indent: Column = 0
    /// The column of the cursor in the value; nil when it is not there.
    var cursor: Column?
  }

  /// Where values begin.
  static let valueColumn: Column = 19
  /// A value has no more lines than this, unless it is being typed.
  private static let mostLines = 4

  private(set) var all: [Line] = []
  private let sheet: RecordSheet
  private let mark: Annotation
  private let columns: Column

  init(sheet: RecordSheet, mark: Annotation, columns: Column) {
    (self.sheet, self.mark, self.columns) = (sheet, mark, columns)
    for row in sheet.rows(of: mark) {
      if row == .evidence(0) || (row == .newEvidence && mark.evidence.isEmpty) {
        let count = mark.evidence.isEmpty ? "" : " \(mark.evidence.count)"
        all += [Line(label: "", value: ""), Line(label: "EVIDENCE\(count)", value: "")]
      }
      add(row)
    }
  }

  private var room: Column { max(columns - Self.valueColumn - 1, 8) }

  private mutating func add(_ row: RecordRow) {
    if row == sheet.cursor, let typing = sheet.typing { return addTyped(typing, row) }
    var value = row.value(in: mark, sheet.stage.shelf)
    let isPlaceholder = value.isEmpty
    if isPlaceholder { value = row == .newEvidence ? "add a source" : row.placeholder }
    let lines = value.onOneLine.wrapped(to: room, lines: Self.mostLines)
    for (number, line) in lines.enumerated() {
      all.append(
        Line(
          row: row, label: number == 0 ? row.label(sheet.stage.shelf) : "", value: line,
          isPlaceholder: isPlaceholder, indent: row.indent))
    }
  }

  private mutating func addTyped(_ typing: EditableText, _ row: RecordRow) {
    let layout = NoteLayout(text: typing, columns: room + 4)
    // The editor of notes shows three lines at least.
    let used = layout.lines.lastIndex { !$0.isEmpty } ?? 0
    for (number, line) in layout.lines.prefix(max(used, layout.cursor.line) + 1).enumerated() {
      all.append(
        Line(
          row: row, label: number == 0 ? row.label(sheet.stage.shelf) : "", value: line,
          indent: row.indent,
          cursor: number == layout.cursor.line ? layout.cursor.column : nil))
    }
  }

  /// The first line to show, so that the cursor's row is seen.
  func firstShown(room: Int) -> Int {
    let own = all.indices.filter { all[$0].row == sheet.cursor }
    guard let first = own.first, let last = own.last else { return 0 }
    let wanted = all.firstIndex { $0.cursor != nil } ?? last
    return min(max(0, wanted - room + 2), max(first, wanted - room + 1))
  }
}

extension RecordRow {
  /// What stands where nothing is recorded.
  fileprivate var placeholder: String {
    if case .evidenceField(_, .copy) = self { return "none is kept" }
    return "–"
  }

  /// Fields of a source stand further in than the source.
  fileprivate var indent: Column {
    if case .evidenceField = self { 2 } else { 0 }
  }
}
