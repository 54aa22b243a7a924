// The line at the foot of the screen: searches, commands, tags, addresses of evidence.

import ArticleModel

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
    case .deleteBackward where prompt.text.isEmpty: return cancel(prompt)
    default:
      if prompt.text.perform(action) { update(prompt) }
    }
    return []
  }

  private mutating func update(_ prompt: Prompt) {
    overlay = .prompt(prompt)
    if case .search = prompt.purpose { searchWhileTyping(prompt) }
  }

  private mutating func cancel(_ prompt: Prompt) -> [Effect] {
    overlay = nil
    switch prompt.purpose {
    case .search(_, let origin):
      search = nil
      moveCaret(to: origin)
    case .author(let step): return takeAuthor(nil, then: step)
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
    case .command: return runCommand(text)
    case .tags(let subject): return addTags(text, subject)
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
        value: .stance(stance), key: keys[stance] ?? "?", label: stance.rawValue,
        group: "the claim is", explanation: url)
    }
    overlay = .picker(
      Picker(title: "evidence", purpose: .stance(url: url, subject), entries: entries))
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

  /// Runs an action by its name, or by one of the short names that vim's users know.
  private mutating func runCommand(_ text: String) -> [Effect] {
    let name = text[...].trimmed
    let short = [
      "q": Action.quitProgram, "w": .save, "x": .quitProgram, "wq": .quitProgram, "h": .help,
    ]
    guard let action = short[name] ?? Action(rawValue: name) else {
      if !name.isEmpty { message = .warning("There is no command “\(name)” · :help lists them") }
      return []
    }
    focus = action == .quit ? .article : focus
    return perform(action)
  }
}

extension Substring {
  /// The text without white space at its ends.
  var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
