// The tables of keys in the documents, from the keymap files and from the tables of the surfaces, so that
// they say what help says.

import Configuration
import Interface
import Reader
import Review
import Screen

/// The tables of keys in Markdown.
struct KeyTables {
  /// The built-in keymaps as their files have them, the default one first.
  let keymaps: [LoadedKeymap]

  /// What stands in a block: `essential keys`, `keys default CONTEXT`, or `keys NAME` for what another
  /// map binds and unbinds on top of the default one; nil for other names.
  func block(_ name: String) -> String? {
    if name == "essential keys" { return essentials }
    let words = name.split(separator: " ").map(String.init)
    guard words.first == "keys", words.count > 1,
      let loaded = keymaps.first(where: { $0.keymap.name == words[1] })
    else { return nil }
    if words.count == 2 { return differences(of: loaded) }
    return KeyContext(rawValue: words[2]).map { table(of: loaded.keymap, in: $0) }
  }

  // MARK: All keys of a context

  private func table(of keymap: Keymap, in context: KeyContext) -> String {
    let topics = ActionDescription.Topic.allCases.map { topic in
      let actions = Action.allCases.filter { $0.description.topic == topic }
      return (topic.rawValue, actions.compactMap { row($0, keymap, context) })
    }.filter { !$0.1.isEmpty }
    let rows = topics.flatMap { topic, rows in
      (topics.count > 1 ? ["| **\(topic)** | | |"] : []) + rows
    }
    return (Self.heading + rows).joined(separator: "\n")
  }

  private static let heading = ["| keys | what they do | action |", "|---|---|---|"]

  private func row(_ action: Action, _ keymap: Keymap, _ context: KeyContext) -> String? {
    let keys = keymap.allKeys(for: action, in: context)
    guard !keys.isEmpty, let help = Self.help(of: action, in: context) else { return nil }
    return "| \(Self.spans(keys)) | \(help) | `\(action.rawValue)` |"
  }

  /// What can be done in each context.
  private static let bindings = (ReaderState.help + [ReviewState.help])
    .reduce(into: [KeyContext: [Binding]]()) { $0[$1.context, default: $1.bindings] += [] }

  /// What an action does in a context; nil where it does nothing.
  private static func help(of action: Action, in context: KeyContext) -> String? {
    bindings[context]?.first { $0.action == action }?.help
  }

  // MARK: What another map changes

  private func differences(of loaded: LoadedKeymap) -> String {
    let base = keymaps.first { $0.keymap.name == loaded.base }?.keymap
    let changed = loaded.own.filter { base?.bindings.contains($0) != true }
    var rows: [String] = []
    for context in KeyContext.allCases {
      for action in Action.allCases {
        let keys = changed.filter { $0.context == context && $0.action == action }.map(\.keys)
        if keys.isEmpty { continue }
        let help = Self.help(of: action, in: context) ?? action.help(in: context)
        rows.append(
          "| \(Self.spans(keys)) | \(context.rawValue) | \(help) | `\(action.rawValue)` |")
      }
    }
    let heading = ["| keys | where | what they do | action |", "|---|---|---|---|"]
    let unmapped = loaded.unmapped.map(\.keys)
    let gone = unmapped.isEmpty ? [] : ["", "Not bound: \(Self.spans(unmapped))."]
    return (heading + rows + gone).joined(separator: "\n")
  }

  // MARK: The essential ones

  /// What somebody needs on the first day.
  private static let essential: [Action] = [
    .down, .up, .pageDown, .pageUp, .nextQuotation, .previousQuotation, .search, .nextMatch,
    .selectCharacters, .mark, .open, .undo, .redo, .nextPane, .showClaims, .showMap, .help, .quit,
  ]

  private var essentials: String {
    guard let keymap = keymaps.first?.keymap else { return "" }
    let rows = Self.essential.compactMap { action in
      keymap.keys(for: action, in: .normal).map { keys in
        "| \(Self.spans([keys])) | \(action.description.help) |"
      }
    }
    return (["| key | what it does |", "|---|---|"] + rows).joined(separator: "\n")
  }

  /// Keys as spans of code, in which a table needs its bars escaped.
  private static func spans(_ keys: [[Key]]) -> String {
    keys.map { keys in
      let hint = Key.hint(for: keys).replacing("|", with: "\\|")
      return hint.contains("`") ? "`` \(hint) ``" : "`\(hint)`"
    }.joined(separator: " ")
  }
}
