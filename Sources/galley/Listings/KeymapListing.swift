// A keymap as a table for people: topic by topic, the keys of each action and what it does.

import ArticleModel
import Interface
import LosslessJSON
import Reader
import Review
import Screen

/// Lists the keys of each context and topic.
struct KeymapListing {
  private let keymap: Keymap

  init(_ keymap: Keymap) { self.keymap = keymap }

  /// The whole table.
  var text: String {
    let sections = KeyContext.allCases.map(section).filter { !$0.isEmpty }
    return (["keymap \(keymap.name)"] + sections).joined(separator: "\n\n")
  }

  /// The same for programs: the bindings in the order of the file.
  var json: JSONValue {
    let bindings = keymap.bindings.map { binding -> JSONValue in
      [
        "context": .string(binding.context.rawValue),
        "keys": .string(Key.notation(of: binding.keys)),
        "action": .string(binding.action.rawValue),
        "help": .string(binding.action.help(in: binding.context)),
      ]
    }
    return ["name": .string(keymap.name), "bindings": .array(bindings)]
  }

  /// What can be done in each context: the tables of the surfaces themselves.
  private static let bindings = Dictionary(
    (ReaderState.help + [ReviewState.help]).map { ($0.context, $0.bindings) }
  ) { first, _ in first }

  private func section(_ context: KeyContext) -> String {
    var lines: [String] = []
    let bindings = (Self.bindings[context] ?? []).reduce(into: [:]) { $0[$1.action] = $1 }
    for topic in ActionDescription.Topic.allCases {
      let rows = Action.allCases.filter { $0.description.topic == topic }
        .compactMap { bindings[$0].flatMap { row($0, context) } }
      if !rows.isEmpty { lines += ["  \(topic.rawValue)"] + Self.table.lines(rows) }
    }
    return lines.isEmpty ? "" : ([Self.title(of: context)] + lines).joined(separator: "\n")
  }

  private static let table = TextTable(
    indent: 4, [.left(least: 26, gap: 1), .left(least: 24, gap: 1), .left()])

  private func row(_ binding: Binding, _ context: KeyContext) -> [String]? {
    let keys = keymap.allKeys(for: binding.action, in: context).map { Key.hint(for: $0) }
    if keys.isEmpty { return nil }
    return [keys.joined(separator: "  "), binding.action.rawValue, binding.help]
  }

  private static func title(of context: KeyContext) -> String {
    switch context {
    case .normal: "reading, panes and lists [normal]"
    case .selection: "while selecting [selection]"
    case .review: "going through a list of marks [review]"
    case .claims: "going through the claims to check [claims]"
    case .record: "in the record of a mark [record]"
    case .checklist: "in a checklist [checklist]"
    case .quotations: "going through quotations and their sources [quotations]"
    case .mark: "choosing what a mark is [mark]"
    case .picker: "choosing a term [picker]"
    case .letter: "typing the letters of a label or a bookmark [letter]"
    case .note: "writing a note [note]"
    case .prompt: "typing a search or a command [prompt]"
    case .pane: "in a pane [pane]"
    case .map: "on the map [map]"
    }
  }
}
