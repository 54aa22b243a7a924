// The line at the foot of a review: conditions, tags, commands.

import Corpus
import ArticleModel
import Interface

extension ReviewState {
  package mutating func type(_ text: String, into prompt: ReviewPrompt) -> [ReviewEffect] {
    var prompt = prompt
    prompt.text.insert(text.map { $0.isNewline ? " " : String($0) }.joined())
    update(prompt)
    return []
  }

  package mutating func perform(_ action: Action, in prompt: ReviewPrompt) -> [ReviewEffect] {
    var prompt = prompt
    switch action {
    case .accept:
      overlay = nil
      return accept(prompt)
    case .cancel: cancel(prompt)
    case .deleteBackward where prompt.text.isEmpty: cancel(prompt)
    default:
      if prompt.text.perform(action) { update(prompt) }
    }
    return []
  }

  /// The list follows a filter while it is typed.
  private mutating func update(_ prompt: ReviewPrompt) {
    overlay = .prompt(prompt)
    if prompt.purpose == .filter { setFilter(prompt.text.text) }
  }

  private mutating func cancel(_ prompt: ReviewPrompt) {
    overlay = nil
    if prompt.purpose == .filter { setFilter(filterBefore) }
  }

  private mutating func accept(_ prompt: ReviewPrompt) -> [ReviewEffect] {
    let text = prompt.text.text[...].trimmed
    switch prompt.purpose {
    case .filter:
      setFilter(text)
      // Conditions that cannot be read are not left half in force.
      if let fault = message, fault.isWarning {
        setFilter(filterBefore)
        message = fault
      }
      return []
    case .tags(let marks):
      let operation = tagging(text, marks)
      return operation == .tag(adding: [], removing: []) ? [] : [.perform(operation, on: marks)]
    case .command: return runCommand(text)
    }
  }

  /// For one mark the line is the whole list of its tags; for several, what to add, and after a minus
  /// what to take off.
  private func tagging(_ text: String, _ marks: [MarkKey]) -> ReviewOperation {
    let words = text.split { $0 == "," || $0 == "#" }.map { $0.trimmed }.filter { !$0.isEmpty }
    let removed = words.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) }
    let added = words.filter { !$0.hasPrefix("-") }
    guard marks.count == 1, let line = list.line(of: marks[0]), let entry = list.entry(at: line)
    else { return .tag(adding: added, removing: removed) }
    let old = entry.row.annotation.tags
    return .tag(
      adding: added.filter { !old.contains($0) },
      removing: removed + old.filter { !added.contains($0) })
  }

  /// Runs an action by its name, or one of the commands that take words.
  private mutating func runCommand(_ text: String) -> [ReviewEffect] {
    let words = text.split(separator: " ", maxSplits: 2).map(String.init)
    guard let name = words.first else { return [] }
    if name == "export" { return export(Array(words.dropFirst())) }
    let short = ["q": Action.quit, "w": .save, "x": .quit, "wq": .quit, "h": .help]
    guard let action = short[name] ?? Action(rawValue: name) else {
      message = .warning("There is no command “\(name)” · :help lists them")
      return []
    }
    return perform(action)
  }

  private mutating func export(_ words: [String]) -> [ReviewEffect] {
    guard words.count == 2 else {
      message = .warning("say what to write and where: :export markdown marks.md")
      return []
    }
    let marks = chosen.isEmpty ? list.shown.map(\.key) : targets.map(\.key)
    return [.export(format: words[0], path: words[1], marks)]
  }
}
