// The parts of help: what can be done on a surface, with the keys of the live keymap.

import Screen

/// A part of help.
package struct HelpSection: Sendable {
  /// Its heading.
  package let title: String
  /// Lines that name no key: signs of the screen and what they stand for.
  let signs: [(String, String)]
  /// What can be done there.
  package let bindings: [Binding]
  /// Where the keys are looked up.
  package let context: KeyContext
  /// Whether keys that mean the same as in reading are listed topic by topic beneath.
  private let hasTopics: Bool

  /// What can be done on a surface, or in a state of one, by keys of its own.
  package init(_ title: String, _ bindings: [Binding], in context: KeyContext) {
    let worded = bindings.map { $0.worded(for: context) }
    self.init(title, worded, context, hasTopics: false, signs: [])
  }

  /// Signs of the screen and what they stand for.
  package init(_ title: String, signs: [(String, String)]) {
    self.init(title, [], .normal, hasTopics: false, signs: signs)
  }

  /// Makes the sections of a surface's table: its own keys, then those that it has from reading.
  static func all(of surface: any Surface) -> [HelpSection] {
    let (bindings, context) = (surface.bindings, surface.context)
    var sections: [HelpSection] = []
    if let title = context.title { sections.append(HelpSection(title, bindings, in: context)) }
    guard context == .normal || context.fallback == .normal else { return sections }
    return sections
      + ActionDescription.Topic.allCases.map { topic in
        HelpSection(
          topic.rawValue, bindings.filter { $0.action.description.topic == topic }, context,
          hasTopics: true, signs: [])
      }
  }

  private init(
    _ title: String, _ bindings: [Binding], _ context: KeyContext, hasTopics: Bool,
    signs: [(String, String)]
  ) {
    self.title = title
    self.bindings = bindings
    self.context = context
    self.hasTopics = hasTopics
    self.signs = signs
  }

  /// The actions that have keys, in the order of all actions, each with these keys.
  func rows(_ keymap: Keymap) -> [(binding: Binding, keys: [[Key]])] {
    let table = Dictionary(bindings.map { ($0.action, $0) }) { first, _ in first }
    let home = keymap.keysByAction(in: hasTopics ? .normal : context)
    return Action.allCases.compactMap { action in
      guard let binding = table[action], let all = home[action] else { return nil }
      let keys = all.filter { keymap.reaches($0, action, in: context) }
      return keys.isEmpty ? nil : (binding, keys)
    }
  }
}

extension Keymap {
  /// Whether keys come to an action in a context when they are pressed one after the other.
  func reaches(_ keys: [Key], _ action: Action, in context: KeyContext) -> Bool {
    for length in 1..<keys.count where match(Array(keys.prefix(length)), in: context) != .pending {
      return false
    }
    return match(keys, in: context) == .action(action)
  }
}

extension KeyContext {
  /// What help calls the keys that a context has of its own; nil for reading, which has topics.
  package var title: String? {
    switch self {
    case .normal: nil
    case .selection: "While selecting"
    case .mark: "After the key for marking"
    case .note: "Writing a note"
    case .prompt: "Typing a search or a command"
    case .picker: "Choosing from a list"
    case .pane: "Arranging a pane"
    case .map: "On the map"
    case .review: "Going through marks"
    case .claims: "Going through the claims to check"
    case .record: "In the record of a mark"
    case .checklist: "In a checklist"
    case .quotations: "Going through quotations and their sources"
    case .letter: "Typing the letters of a label or a bookmark"
    }
  }
}

extension HelpSection {
  /// What can be done while a line is typed.
  package static let ofPrompts = HelpSection(
    KeyContext.prompt.title ?? "",
    [Binding(.accept), Binding(.complete), Binding(.cancel)] + Binding.editing, in: .prompt)

  /// What can be done while a note is written.
  package static let ofWriting = HelpSection(
    KeyContext.note.title ?? "",
    [Binding(.accept), Binding(.revert), Binding(.help), Binding(.redraw)] + Binding.editing,
    in: .note)

  /// What can be done in a list of choices.
  package static let ofPicking = HelpSection(
    KeyContext.picker.title ?? "",
    [.down, .up, .pageDown, .pageUp, .open, .search, .deleteBackward, .cancel].map { Binding($0) },
    in: .picker)
}
