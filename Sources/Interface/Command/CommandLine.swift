// The command line, over any surface: an action by its name, or whatever else the words fit.

import Screen

/// The line after ":".
package struct CommandLine: Surface {
  package var stage: Stage
  /// What has been typed.
  private(set) var text = EditableText()
  /// The proposal that was gone to; nil while the first one counts.
  private(set) var choice: Int?
  /// Where the actions have their keys.
  let home: KeyContext
  private let names: CommandNames
  private let places: [Proposal]

  /// The command line of a surface, empty.
  init(over surface: any Surface) {
    stage = surface.stage
    stage.requests = []
    home = surface.context
    names = CommandNames(surface.bindings)
    places = surface.proposals
  }

  package var context: KeyContext { .prompt }
  package var whereabouts: String { "on the command line" }

  package var bindings: [Binding] {
    [Binding].footer([], [(.cancel, "cancel")])
      .with([
        Binding(.accept, "run the command"), Binding(.complete),
        Binding(.down, "to the next suggestion"), Binding(.up, "to the previous suggestion"),
      ])
      .with(Binding.editing)
  }

  package mutating func perform(
    _ action: Action, count: Int?, among neighbours: Neighbours
  ) -> [Effect] {
    switch action {
    case .accept: run()
    case .cancel: close()
    case .complete: complete()
    case .down: choose(1)
    case .up: choose(-1)
    case .deleteBackward where text.isEmpty: close()
    default: if text.perform(action) { choice = nil }
    }
    return []
  }

  package mutating func type(_ text: String, among neighbours: Neighbours) -> [Effect] {
    self.text.insert(text.map { $0.isNewline ? " " : String($0) }.joined())
    choice = nil
    return []
  }

  /// What the words may mean, the likeliest first.
  var shown: [Proposal] {
    let name = text.text[...].trimmed
    let commands = names.all.filter { !name.isEmpty && $0.name.hasPrefix(name) }
      .sorted { $0.name == name && $1.name != name }
    let known = Set(commands.map(\.name))
    let words = name.lowercased().split(separator: " ").map(String.init)
    var ranked: [(rank: Int, proposal: Proposal)] = []
    for proposal in names.actions where !known.contains(proposal.name) {
      if let rank = proposal.rank(for: words) { ranked.append((rank, proposal)) }
    }
    for proposal in places {
      if let rank = proposal.rank(for: words) { ranked.append((rank, proposal)) }
    }
    // The sort of the standard library is stable.
    return commands + ranked.sorted { $0.rank < $1.rank }.map(\.proposal).prefix(60)
  }

  /// Runs the command that was typed, or else takes the proposal that was chosen or comes first.
  private mutating func run() {
    let name = text.text[...].trimmed
    if choice == nil, let action = CommandNames.action(name) { return close(.run(action)) }
    if name.isEmpty, choice == nil { return close() }
    let proposals = shown
    let number = choice ?? 0
    // What was chosen is meant; what only comes first must at least hold the words that were typed.
    guard proposals.indices.contains(number), choice != nil || proposals[number].holds(name) else {
      message = .warning("There is no command “\(name)” · :help lists them")
      return close(.words(name.split(separator: " ").map(String.init)))
    }
    switch proposals[number].target {
    case .action(let action): close(.run(action))
    case .choice(let choice): close(.chosen(choice))
    }
  }

  /// Goes to another proposal.
  private mutating func choose(_ step: Int) {
    let count = shown.count
    guard count > 0 else { return }
    let current = choice ?? (step > 0 && text.isEmpty ? -1 : 0)
    choice = (current + step + count) % count
  }

  /// Types what all commands share that may be meant; when that is nothing more, goes to the next
  /// proposal.
  private mutating func complete() {
    guard let completed = names.completion(of: text.text) else { return choose(1) }
    text = EditableText(completed)
    choice = nil
  }

  package func draw(into frame: inout Frame, among neighbours: Neighbours) {
    let row = size.footerRow
    ProposalsView(commandLine: self).draw(into: &frame, above: row)
    PromptLine(
      theme: theme, label: ":", text: text, info: "a command, a name, a place · Tab completes"
    ).draw(into: &frame, row: row)
  }
}
