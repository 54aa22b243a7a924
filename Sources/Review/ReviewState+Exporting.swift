// `:export` from a list of marks: what goes out, what is left out, and the question before a file is replaced.

import ArticleModel
import Corpus
import Interface

extension ReviewState {
  /// Writes the marks that are selected, or else those that are listed.
  mutating func export(_ words: [String]) -> [Effect] {
    guard words.count >= 3 else {
      message = .warning("say what to write and where: :export markdown marks.md")
      return []
    }
    message = nil
    let marks = chosen.isEmpty ? list.shown : targets
    var export = ReviewExport(
      format: words[1], path: words[2...].joined(separator: " "), marks: marks.map(\.key))
    export.isReplacing = words[0] == "export!"
    export.leftOut = leftOut(having: marks.count)
    return [.desk(.export(export))]
  }

  /// "4 that the filter leaves out, 2 that are not selected".
  private func leftOut(having count: Int) -> String {
    let filtered = list.entries.count - list.shownCount
    let unselected = chosen.isEmpty ? 0 : list.shownCount - count
    let parts = [
      (filtered, "that the filter leaves out"), (unselected, "not selected"),
    ]
    return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  /// Asks before a file is replaced.
  mutating func askToReplace(_ export: ReviewExport) {
    let entries = [
      Picker.Entry(
        value: ExportChoice.otherName, key: "o", label: "write to another file …",
        group: "keep it", explanation: "Type its name."),
      Picker.Entry(
        value: ExportChoice.replace, key: "R", label: "replace \(export.path)",
        group: "or", explanation: "Its present contents are lost."),
    ]
    open(
      Picker(
        on: stage, title: "\(export.path) is there already",
        purpose: ReviewQuestion.replaceFile(export), entries: entries))
  }

  /// Does what was chosen for a file that is there.
  mutating func choose(_ choice: ExportChoice, for export: ReviewExport) -> [Effect] {
    switch choice {
    case .replace:
      var export = export
      export.isReplacing = true
      return [.desk(.export(export))]
    case .otherName:
      open(
        Prompt(
          ReviewQuestion.replaceFile(export), on: stage, label: "write to: ",
          hint: "the name of a file · Enter writes", text: export.path))
      return []
    }
  }

  /// Writes to the file that was typed.
  func write(_ export: ReviewExport, to path: String) -> [Effect] {
    if path.isEmpty { return [] }
    var export = export
    export.path = path
    return [.desk(.export(export))]
  }
}

/// What becomes of a file that is there where an export was to go.
package enum ExportChoice: Choice {
  case replace, otherName
}
