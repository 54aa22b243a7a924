// Searching: while the pattern is typed, and from match to match.

import ArticleModel

extension ReaderState {
  /// Performs an action of searching; false for others.
  mutating func search(_ action: Action, count: Int?) -> Bool {
    switch action {
    case .search: overlay = .prompt(Prompt(purpose: .search(backward: false, from: caret)))
    case .searchBackward: overlay = .prompt(Prompt(purpose: .search(backward: true, from: caret)))
    case .nextMatch: step(backward: false, times: count ?? 1)
    case .previousMatch: step(backward: true, times: count ?? 1)
    case .searchWord: searchWord()
    default: return false
    }
    return true
  }

  /// Shows the first match of what has been typed so far.
  mutating func searchWhileTyping(_ prompt: Prompt) {
    guard case .search(let backward, let origin) = prompt.purpose else { return }
    guard !prompt.text.isEmpty, let pattern = try? TextPattern(prompt.text.text) else {
      search = nil
      return
    }
    search = SearchState(pattern, isBackward: backward, in: article.text)
    let match = firstMatch(of: pattern, from: origin, backward: backward)
    moveCaret(to: match?.start ?? origin)
  }

  /// Settles the search when its pattern is complete; an empty pattern repeats the last search.
  mutating func finishSearch(_ text: String, backward: Bool, from origin: ByteOffset) {
    if text.isEmpty {
      step(backward: backward, times: 1)
      return
    }
    do {
      let pattern = try TextPattern(text)
      search = SearchState(pattern, isBackward: backward, in: article.text)
      guard let match = firstMatch(of: pattern, from: origin, backward: backward) else {
        moveCaret(to: origin)
        message = .warning("“\(text)” is not in this article")
        return
      }
      moveCaret(to: match.start)
      tellMatch()
    } catch {
      message = .warning("Not a regular expression: \(error)")
    }
  }

  private func firstMatch(
    of pattern: TextPattern, from origin: ByteOffset, backward: Bool
  ) -> TextSpan? {
    let text = article.text
    if backward {
      return pattern.lastMatch(in: text, before: origin)
        ?? pattern.lastMatch(in: text, before: text.end)
    }
    return pattern.firstMatch(in: text, from: origin) ?? pattern.firstMatch(in: text, from: .zero)
  }

  private mutating func step(backward: Bool, times: Int) {
    guard let search else {
      message = .warning("Nothing has been searched for yet")
      return
    }
    let goesBack = backward != search.isBackward
    for _ in 0..<min(max(times, 1), 10_000) {
      let from = goesBack ? caret : article.text.graphemeEnd(after: caret)
      guard let match = firstMatch(of: search.pattern, from: from, backward: goesBack) else {
        message = .warning("“\(search.pattern.source)” is not in this article")
        return
      }
      moveCaret(to: match.start)
    }
    tellMatch()
  }

  private mutating func searchWord() {
    let word = article.text.string(in: WordWalk(text: article.text).word(at: caret))
    guard word.first?.isWordCharacter == true else {
      message = .warning("There is no word here")
      return
    }
    if let pattern = try? TextPattern("\\b\\Q\(word)\\E\\b") {
      search = SearchState(pattern, label: "*\(word)", isBackward: false, in: article.text)
      step(backward: false, times: 1)
    }
  }

  private mutating func tellMatch() {
    guard let search else { return }
    let facts = [search.label, search.position(of: caret, in: article.text)]
    message = Message(facts.compactMap { $0 }.joined(separator: "  "))
  }
}
