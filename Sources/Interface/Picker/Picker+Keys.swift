// What keys do in a picker, wherever it lies.

extension Picker {
  /// What a key came to.
  package enum Outcome {
    /// The picker stays open.
    case stays
    /// It closes without a choice.
    case closes
    /// An entry was chosen.
    case chooses(Entry)
    /// No entry has the letter.
    case unknownLetter
  }

  /// Performs an action in the picker.
  package mutating func perform(_ action: Action) -> Outcome {
    let count = shown.count
    switch action {
    case .down: cursor = count == 0 ? 0 : (cursor + 1) % count
    case .up: cursor = count == 0 ? 0 : (cursor + count - 1) % count
    case .pageDown: cursor = min(cursor + 8, max(count - 1, 0))
    case .pageUp: cursor = max(cursor - 8, 0)
    case .search: filter = filter ?? EditableText()
    case .open: return current.map(Outcome.chooses) ?? .stays
    case .cancel:
      // Esc leaves the filter first, then the picker.
      guard filter != nil else { return .closes }
      (filter, cursor) = (nil, 0)
    default: _ = filter?.perform(action)
    }
    return .stays
  }

  /// Takes typed text: a letter picks, unless a filter is being typed.
  package mutating func type(_ text: String) -> Outcome {
    if filter != nil {
      filter?.insert(text)
      cursor = 0
      return .stays
    }
    guard let key = text.first, let entry = entries.first(where: { $0.key == key }) else {
      return .unknownLetter
    }
    return .chooses(entry)
  }
}
