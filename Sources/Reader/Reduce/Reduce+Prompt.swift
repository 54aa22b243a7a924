// The line at the foot of the screen: searches, commands, tags, addresses of evidence.

import ArticleModel
import Interface

extension ReaderState {
  /// Opens a prompt.
  mutating func ask(_ purpose: Prompt.Purpose) -> [Effect] {
    overlay = .prompt(Prompt(purpose: purpose))
    return []
  }

  mutating func typeIntoPrompt(_ text: String) -> [Effect] {
    guard case .prompt(var prompt) = overlay else { return [] }
    prompt.text.insert(text.map { $0.isNewline ? " " : String($0) }.joined())
    update(prompt)
    return []
  }

  mutating func performInPrompt(_ action: Action, _ prompt: Prompt) -> [Effect] {
    var prompt = prompt
    switch action {
    case .accept:
      overlay = nil
      return accept(prompt)
    case .cancel: return cancel(prompt)
    case .complete where prompt.purpose == .command: overlay = .prompt(complete(prompt))
    case .down where prompt.purpose == .command: overlay = .prompt(choose(1, in: prompt))
    case .up where prompt.purpose == .command: overlay = .prompt(choose(-1, in: prompt))
    case .deleteBackward where prompt.text.isEmpty: return cancel(prompt)
    default:
      if prompt.text.perform(action) { update(prompt) }
    }
    return []
  }

  private mutating func update(_ prompt: Prompt) {
    var prompt = prompt
    prompt.choice = nil
    overlay = .prompt(prompt)
    if case .search = prompt.purpose { searchWhileTyping(prompt) }
    if case .paneFilter(let pane, _) = prompt.purpose {
      rearrange(pane) { $0.filter = prompt.text.text }
    }
  }

  private mutating func cancel(_ prompt: Prompt) -> [Effect] {
    overlay = nil
    switch prompt.purpose {
    case .search(_, let origin):
      search = nil
      moveCaret(to: origin)
    case .author(let step): return takeAuthor(nil, then: step)
    case .paneFilter(let pane, let before): rearrange(pane) { $0.filter = before }
    default: break
    }
    return []
  }

  private mutating func accept(_ prompt: Prompt) -> [Effect] {
    let text = prompt.text.text
    switch prompt.purpose {
    case .search(let backward, let origin):
      finishSearch(text, backward: backward, from: origin)
      return []
    case .command: return runCommand(text, choice: prompt.choice)
    case .tags(let subject): return addTags(text, subject)
    case .paneFilter: return []
    case .speaker(let finding): return correctSpeaker(text, of: finding)
    case .place(let finding): return correctPlace(text, of: finding)
    case .evidence(let subject): return pickStance(url: text, subject)
    case .author(let step): return takeAuthor(text, then: step)
    }
  }

  private mutating func addTags(_ text: String, _ subject: MarkSubject) -> [Effect] {
    let tags = text.split { $0 == "," || $0 == "#" }.map { $0.trimmed }.filter { !$0.isEmpty }
    guard !tags.isEmpty else { return [] }
    return addMark(.tag, subject, thenNote: false) { $0.tags = tags }
  }

  private mutating func pickStance(url: String, _ subject: Prompt.EvidenceSubject) -> [Effect] {
    let url = url[...].trimmed
    guard !url.isEmpty else { return [] }
    let keys: [Evidence.Stance: Character] = [.supports: "s", .refutes: "r", .discusses: "d"]
    let entries = Evidence.Stance.allCases.map { stance in
      Picker.Entry(
        value: ReaderChoice.stance(stance), key: keys[stance] ?? "?", label: stance.rawValue,
        group: "the claim is", explanation: url)
    }
    overlay = .picker(
      Picker(title: "evidence", purpose: PickerPurpose.stance(url: url, subject), entries: entries))
    return []
  }

  mutating func addEvidence(_ evidence: Evidence, to subject: Prompt.EvidenceSubject) -> [Effect] {
    switch subject {
    case .newMark(let subject):
      return addMark(.evidence, subject, thenNote: false) { $0.evidence = [evidence] }
    case .annotation(let id):
      return edit(id, "added evidence to") { annotation, _ in annotation.evidence.append(evidence) }
    }
  }

  // MARK: Commands

  /// Runs the command that was typed, or else takes the proposal that was chosen or comes first.
  private mutating func runCommand(_ text: String, choice: Int?) -> [Effect] {
    let name = text[...].trimmed
    if choice == nil, let action = CommandName.action(name) { return runCommand(action) }
    if name.isEmpty, choice == nil { return [] }
    let proposals = self.proposals(for: text)
    let number = choice ?? 0
    // What was chosen is meant; what only comes first must at least hold the words that were typed.
    guard proposals.indices.contains(number), choice != nil || proposals[number].holds(name) else {
      message = .warning("There is no command “\(name)” · :help lists them")
      return []
    }
    switch proposals[number].target {
    case .action(let action): return runCommand(action)
    case .place(let place): visit(place, of: nil)
    case .annotation(let id):
      guard let place = index.entries.first(where: { $0.id == id })?.span.start else {
        setFocus(.pane(.annotations))
        panes.cursors[.annotations] = annotationEntries.firstIndex(of: id)
        return []
      }
      visit(place, of: id)
    }
    return []
  }

  private mutating func visit(_ place: ByteOffset, of annotation: AnnotationID?) {
    focus = .article
    jump(to: place)
    chosenMark = annotation
    syncPanes()
  }

  private mutating func runCommand(_ action: Action) -> [Effect] {
    if action == .quit || action == .quitProgram { focus = .article }
    return perform(action)
  }

  /// Goes to another proposal.
  private func choose(_ step: Int, in prompt: Prompt) -> Prompt {
    var prompt = prompt
    let count = proposals(for: prompt.text.text).count
    guard count > 0 else { return prompt }
    let current = prompt.choice ?? (step > 0 && prompt.text.isEmpty ? -1 : 0)
    prompt.choice = (current + step + count) % count
    return prompt
  }

  /// Types what all commands share that may be meant; when that is nothing more, goes to the next
  /// proposal.
  private func complete(_ prompt: Prompt) -> Prompt {
    guard let completed = completion(of: prompt.text.text) else { return choose(1, in: prompt) }
    var prompt = prompt
    prompt.text = EditableText(completed)
    prompt.choice = nil
    return prompt
  }
}
