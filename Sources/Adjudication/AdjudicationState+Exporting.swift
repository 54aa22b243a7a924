// `:export` from a comparison: what all agreed on or all that was decided, what is left out, and the question before a file is replaced.

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
    let export = AgreedExport(
      format: words[1], path: words[2...].joined(separator: " "), leftOut: leftOut(.agreed),
      isReplacing: command == "export!")
    if tally.decided == 0 { return [.desk(.export(export))] }
    askWhat(export)
    return []
  }

  /// How many cases all agree on, how many others were decided, and how many are open.
  private var tally: (agreed: Int, decided: Int, undecided: Int) {
    let annotations = result.annotations
    let differing = collation.cases.filter { !collation.isAgreed($0) }
    let decided = differing.count { collation.decision(on: $0, in: annotations) != nil }
    return (collation.cases.count - differing.count, decided, differing.count - decided)
  }

  /// "2 cases that were decided, 1 case that is open".
  private func leftOut(_ extent: AgreedExport.Extent) -> String {
    let (_, decided, undecided) = tally
    var parts: [String] = []
    if extent == .agreed, decided > 0 {
      let noun = counted(decided, "case that was", plural: "cases that were")
      parts.append("\(noun) decided")
    }
    if undecided > 0 {
      let noun = counted(
        undecided, "case that nobody has decided", plural: "cases that nobody has decided")
      parts.append(noun)
    }
    return parts.joined(separator: ", ")
  }

  /// Asks whether decisions go with what all agreed on.
  private mutating func askWhat(_ export: AgreedExport) {
    let (agreed, decided, undecided) = tally
    let rest = undecided == 0 ? "" : " Left out: \(counted(undecided, "case")) still open."
    let entries = [
      Picker.Entry(
        value: VersionChoice.exportAgreed, key: "a", label: "what all agreed on",
        group: "export", explanation: "\(counted(agreed, "case")) that everybody marked alike."),
      Picker.Entry(
        value: VersionChoice.exportDecided, key: "e", label: "everything decided",
        group: "export",
        explanation: "Those, and \(counted(decided, "case")) decided here, with who decided.\(rest)"
      ),
    ]
    open(
      Picker(
        on: stage, title: "what goes into \(export.path)",
        purpose: AdjudicationQuestion.exportWhat(export), entries: entries))
  }

  /// Asks before a file is replaced.
  mutating func askToReplace(_ export: AgreedExport) {
    let entries = [
      Picker.Entry(
        value: VersionChoice.otherFile, key: "o", label: "write to another file …",
        group: "keep it", explanation: "Type its name."),
      Picker.Entry(
        value: VersionChoice.replaceFile, key: "R", label: "replace \(export.path)", group: "or",
        explanation: "Its present contents are lost."),
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
    case .exportAgreed: return [.desk(.export(export))]
    case .exportDecided:
      (export.extent, export.leftOut) = (.everythingDecided, leftOut(.everythingDecided))
      return [.desk(.export(export))]
    default: return []
    }
  }
}
