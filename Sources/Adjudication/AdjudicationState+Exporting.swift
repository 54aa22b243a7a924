// `:export` from a comparison: what all agreed on, what is left out, and the question before a file is replaced.

import Agreement
import ArticleModel
import Interface

extension AdjudicationState {
  /// Runs the commands that take words; nil for others.
  mutating func run(_ words: [String]) -> [Effect]? {
    guard let command = words.first, ["export", "export!"].contains(command) else { return nil }
    guard words.count >= 3 else {
      message = .warning("say what to write and where: :export markdown agreed.md")
      return []
    }
    message = nil
    return [
      .desk(
        .export(
          AgreedExport(
            format: words[1], path: words[2...].joined(separator: " "), leftOut: leftOut,
            isReplacing: command == "export!")))
    ]
  }

  /// "3 cases not agreed on: 2 decided, 1 open".
  private var leftOut: String {
    let annotations = result.annotations
    let differing = collation.cases.filter { !collation.isAgreed($0) }
    let decided = differing.count { collation.decision(on: $0, in: annotations) != nil }
    guard !differing.isEmpty else { return "" }
    return "\(counted(differing.count, "case")) not agreed on, of which \(decided) decided"
  }

  /// Asks before a file is replaced.
  mutating func askToReplace(_ export: AgreedExport) {
    let entries = [
      Picker.Entry(
        value: VersionChoice.otherFile, key: "o", label: "write to another file …",
        group: "keep it", explanation: "Type its name."),
      Picker.Entry(
        value: VersionChoice.replaceFile, key: "R", label: "replace \(export.path)", group: "or",
        explanation: "What is in it now is lost."),
    ]
    open(
      Picker(
        on: stage, title: "\(export.path) is there already",
        purpose: AdjudicationQuestion.replaceFile(export), entries: entries))
  }

  /// Does what was chosen for a file that is there.
  mutating func choose(_ choice: VersionChoice, for export: AgreedExport) -> [Effect] {
    var export = export
    switch choice {
    case .replaceFile:
      export.isReplacing = true
      return [.desk(.export(export))]
    case .otherFile:
      open(
        Prompt(
          AdjudicationQuestion.replaceFile(export), on: stage, label: "write to: ",
          hint: "the name of a file · Enter writes", text: export.path))
      return []
    default: return []
    }
  }
}
