// What can be typed after ":": the names of a surface's actions, and short ones as vim's users know them.

/// The commands of a surface.
struct CommandNames: Sendable {
  private static let short: [(String, Action)] = [
    ("q", .quitProgram), ("w", .save), ("x", .quitProgram), ("wq", .quitProgram), ("h", .help),
    ("n", .nextArticle), ("p", .previousArticle), ("ls", .listArticles),
  ]

  /// The actions by their own names, in the order of all actions.
  let actions: [Proposal]
  /// The same after the short names.
  let all: [Proposal]

  init(_ bindings: [Binding]) {
    let table = Dictionary(bindings.map { ($0.action, $0.help) }) { first, _ in first }
    func proposal(_ name: String, _ action: Action) -> Proposal? {
      table[action].map { Proposal(name: name, detail: $0, target: .action(action)) }
    }
    actions = Action.allCases.filter(\.isCommand).compactMap { proposal($0.rawValue, $0) }
    all = Self.short.compactMap { proposal($0.0, $0.1) } + actions
  }

  /// The action that a name stands for, be it one of the surface or not.
  static func action(_ name: String) -> Action? {
    short.first { $0.0 == name }?.1 ?? Action(rawValue: name)
  }

  /// The start that all commands share which begin with what is typed; nil when it says no more.
  func completion(of typed: String) -> String? {
    let names = all.map(\.name).filter { $0.hasPrefix(typed) }
    guard let first = names.first, !typed.isEmpty else { return nil }
    let shared = names.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    return shared.count > typed.count ? shared : nil
  }
}

extension Action {
  /// Whether it makes sense on the command line: typing has to be done where something is typed.
  var isCommand: Bool { description.topic != .typing && self != .command && self != .cancel }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
