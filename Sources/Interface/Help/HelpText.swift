// The lines of help: every action with its keys, read off the live keymap, and the signs of the screen.

import Screen

/// The lines of help, the same for drawing and scrolling.
package struct HelpText {
  /// A line: a topic, or keys and what they do.
  package struct Line: Sendable {
    package var keys: String
    package var text: String
    /// The action's name, as ":" takes it.
    package var name = ""
    package var isTopic: Bool
  }

  package private(set) var lines: [Line] = []

  package init(state: any Surface, help: Help = Help()) {
    let words = (help.filter?.text.lowercased() ?? "").split(separator: " ").map(String.init)
    for section in Self.sections(help.situation) {
      let all = section.lines(state.keymap)
      let found = all.filter { line in
        let text = "\(section.title) \(line.keys) \(line.text) \(line.name)".lowercased()
        return words.allSatisfy { text.contains($0) }
      }
      guard !found.isEmpty else { continue }
      if !lines.isEmpty { lines.append(Line(keys: "", text: "", isTopic: false)) }
      lines.append(Line(keys: "", text: section.title, isTopic: true))
      lines += found
    }
  }

  private struct Section: Sendable {
    var title: String
    var lines: @Sendable (Keymap) -> [Line]
  }

  /// All sections, those first that hold where help was asked for.
  private static func sections(_ situation: Help.Situation) -> [Section] {
    let topics = ActionDescription.Topic.allCases.map { topic in
      section(
        topic.rawValue, Action.allCases.filter { $0.description.topic == topic }, in: .normal)
    }
    let contexts: [(KeyContext, String)] = [
      (.selection, "While selecting"), (.mark, "After the key for marking"),
      (.note, "Writing a note"), (.prompt, "Typing a search or a command"),
      (.picker, "Choosing from a list"), (.pane, "Arranging a pane"), (.map, "On the map"),
      (.review, "Going through marks"),
      (.letter, "Typing the letters of a label or a bookmark"),
    ]
    let here = contexts.filter { $0.0 == situation.context }
    let others = contexts.filter { $0.0 != situation.context }
    func all(_ list: [(KeyContext, String)]) -> [Section] {
      list.map { section($0.1, Action.allCases, in: $0.0) }
    }
    let panes = situation == .pane ? [paneSection] : []
    return all(here) + panes + topics + all(others) + [signs]
  }

  private static func section(
    _ title: String, _ actions: [Action], in context: KeyContext
  ) -> Section {
    Section(title: title) { keymap in
      actions.compactMap { line(for: $0, $0.description.help, in: context, keymap) }
    }
  }

  private static func line(
    for action: Action, _ text: String, in context: KeyContext, _ keymap: Keymap
  ) -> Line? {
    let keys = keymap.allKeys(for: action, in: context)
    guard !keys.isEmpty else { return nil }
    return Line(
      keys: keys.map { Key.hint(for: $0) }.joined(separator: " "), text: text,
      name: ":\(action.rawValue)", isTopic: false)
  }

  /// What the keys that mean something of their own in a pane do there.
  private static let paneSection = Section(title: "In this pane") { keymap in
    let actions: [(Action, String)] = [
      (.down, "the next entry; the article goes along"), (.up, "the previous entry"),
      (.open, "to the text of the entry"), (.toggleFold, "fold the pane"),
      (.nextPane, "to the next pane"), (.quit, "back to the article"),
    ]
    return actions.compactMap { line(for: $0, $1, in: .normal, keymap) }
  }

  /// What the signs beside the text and in the panes stand for.
  private static let signs = Section(title: "Signs on the screen") { _ in
    let meanings = [
      ("│", "in the margin: words that somebody said, verbatim"),
      ("┊", "in the margin: what somebody said, in the article's words"),
      ("▌B", "in the margin: a mark; the letter is that of its kind"),
      ("◆B", "in the margin: a mark on the article as a whole"),
      ("«", "a direct quotation"), ("‹", "an indirect quotation"),
      ("≈", "a place's name that stands for those who act there"),
      ("█ ░", "quoted words: verbatim, paraphrased"),
      ("name?", "a source that the article does not name, or a guess that is not sure"),
      ("▸", "the entry that the caret is on"),
      ("!", "a mark that has lost its words"), ("?", "a mark whose place is not sure"),
      ("•", "in a list: what holds now"),
    ]
    return meanings.map { Line(keys: $0, text: $1, isTopic: false) }
  }
}

extension Help.Situation {
  /// The keys that mean something of their own there.
  fileprivate var context: KeyContext? {
    switch self {
    case .selection: .selection
    case .note: .note
    case .map: .map
    case .review: .review
    case .article, .pane: nil
    }
  }
}
