// Keys, what comes of what was opened over the list, and what the desk answers.

import ArticleModel
import Corpus
import Interface
import Screen

extension ReviewState {
  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    if move(action, count: count ?? 1) { return [] }
    return arrange(action) ?? work(action) ?? run(action)
  }

  /// What is neither moving nor working on marks.
  private mutating func run(_ action: Action) -> [Effect] {
    switch action {
    case .showStatistics: return count()
    case .save: message = Message("everything is saved: each change is written at once")
    case .quitProgram: return [.quit]
    case .quit: return quit()
    default: return cancel()
    }
    return []
  }

  /// Counts the marks that are selected, or all that are listed.
  private mutating func count() -> [Effect] {
    message = Message("counting …")
    return [.desk(.count(chosen.isEmpty ? list.shown.map(\.key) : Array(chosen)))]
  }

  private mutating func quit() -> [Effect] {
    guard !chosen.isEmpty else { return [.quit] }
    chosen = []
    return []
  }

  /// Gives up the looking, the selection, the filter, whichever there is first.
  private mutating func cancel() -> [Effect] {
    if case .looking = progress { return [.desk(.stopLooking)] }
    if !chosen.isEmpty {
      chosen = []
    } else if !filterText.isEmpty {
      setFilter("")
    } else {
      message = Message("\(hint(for: .quit)) goes back; everything is saved")
    }
    return []
  }

  // MARK: Answers

  package mutating func receive(_ answer: Answer, among neighbours: Neighbours) -> [Effect]? {
    switch answer {
    case .desk(let answer):
      guard let answer = answer as? ReviewAnswer else { return nil }
      receive(answer)
    case .picked(let entry, let question):
      return choose(entry, for: question as? ReviewQuestion ?? .pick)
    case .typing(let text, let question):
      if case .filter? = question as? ReviewQuestion { setFilter(text) }
    case .typed(let text, let question):
      guard let question = question as? ReviewQuestion else { return nil }
      return finish(question, with: text[...].trimmed)
    case .gaveUp(let question):
      if case .filter(let before)? = question as? ReviewQuestion { setFilter(before) }
    case .words(let words): return run(words)
    default: break
    }
    return []
  }

  private mutating func receive(_ answer: ReviewAnswer) {
    switch answer {
    case .articles(let articles): add(articles)
    case .progress(let done, let found): progress = .looking(done: done, found: found)
    case .finished(let wasStopped): progress = wasStopped ? .stopped : .finished
    case .performed(let changes, let operation): remember(changes, operation)
    case .tookBack(let changes, let isRedo): step(changes, isRedo: isRedo)
    case .fileIsThere(let export): askToReplace(export)
    case .speakers(let speakers):
      self.speakers = speakers
      refill()
    case .page(let title, let lines):
      message = nil
      open(Page(on: stage, title: title, lines: lines))
    }
    followCursor()
  }

  private mutating func finish(_ question: ReviewQuestion, with text: String) -> [Effect] {
    switch question {
    case .pick, .ownership: return []
    case .assignee: return assign(toName: text)
    case .beside(let mark):
      return text.isEmpty ? [] : [.desk(.perform(.markBeside(nil, note: text), on: [mark]))]
    case .replaceFile(let export): return write(export, to: text)
    case .filter(let before):
      setFilter(text)
      // Conditions that cannot be read are not left half in force.
      if let fault = message, fault.isWarning {
        setFilter(before)
        message = fault
      }
      return []
    case .tags(let marks):
      let operation = tagging(text, marks)
      return operation == .tag(adding: [], removing: [])
        ? [] : [.desk(.perform(operation, on: marks))]
    case .note(let mark): return [.desk(.perform(.note(text), on: [mark]))]
    case .reply(let mark): return text.isEmpty ? [] : [.desk(.perform(.reply(text), on: [mark]))]
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

  /// Runs the commands that take words; nil for others.
  private mutating func run(_ words: [String]) -> [Effect]? {
    switch words.first {
    case "assign" where hasTarget:
      message = nil
      return assign(toName: words.dropFirst().joined(separator: " "))
    case "export", "export!": return export(words)
    default: return nil
    }
  }

  package func remark(on prompt: Prompt) -> String? {
    guard case .filter? = prompt.question as? ReviewQuestion else { return nil }
    return "\(list.shownCount) of \(list.entries.count)"
  }
}
