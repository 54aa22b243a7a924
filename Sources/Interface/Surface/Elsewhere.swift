// Where an action works that does nothing on the surface that has the keys.

extension Stage {
  /// "“show-checklist” works in the article, not in help": what is said of an action that a surface does not
  /// offer.
  package func warning(
    of action: Action, on context: KeyContext, whereabouts: String
  ) -> Message {
    let others = KeyContext.allCases.filter { other in
      other != context && other.whereabouts != whereabouts
        && keymap.bindings.contains { $0.action == action && $0.context == other }
    }
    guard let place = others.first?.whereabouts else {
      return .warning("“\(action.rawValue)” does nothing \(whereabouts)")
    }
    return .warning("“\(action.rawValue)” works \(place), not \(whereabouts)")
  }
}

extension KeyContext {
  /// Where keys mean what they mean in the context, for messages.
  fileprivate var whereabouts: String {
    switch self {
    case .normal: "in the article"
    case .selection: "while words are selected"
    case .review: "in a list of marks"
    case .claims: "in the list of claims"
    case .mark: "in the menu of marks"
    case .picker: "in a list of choices"
    case .letter: "where a letter is waited for"
    case .note: "in a note"
    case .prompt: "in a line that is typed"
    case .pane: "in a pane"
    case .record: "in a record"
    case .checklist: "in a checklist"
    case .quotations: "in the list of quotations and their sources"
    case .map: "on the map"
    }
  }
}
