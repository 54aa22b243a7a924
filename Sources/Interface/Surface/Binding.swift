// What can be done on a surface: one table for the keys, the footer, help and the command line.

/// An action with what it does on a surface.
package struct Binding: Equatable, Sendable {
  /// Where the footer has an action, if it has it.
  package enum Place: Sendable {
    /// On the left, as far as there is room.
    case leading
    /// On the right of those, kept as long as there is room: the ways out.
    case trailing
  }

  /// The action.
  package let action: Action
  /// What it does there.
  package let help: String
  /// What the footer calls it; empty when it is not in the footer.
  package let label: String
  /// Where the footer has it.
  package let place: Place

  /// An action that does on the surface what it does in general, or something of its own.
  package init(
    _ action: Action, _ help: String? = nil, label: String = "", place: Place = .leading
  ) {
    self.action = action
    self.help = help ?? action.description.help
    self.label = label
    self.place = place
  }

  /// The same, with what its action does in a context where it has no words of its own.
  func worded(for context: KeyContext) -> Binding {
    guard help == action.description.help else { return self }
    return Binding(action, action.help(in: context), label: label, place: place)
  }
}

extension [Binding] {
  /// Whether an action is in the table.
  package func contains(_ action: Action) -> Bool { contains { $0.action == action } }

  /// A table with further actions, which are not in the footer; those that are there already keep their place
  /// there, and say what the others say of them unless they have words of their own.
  package func with(_ others: [Binding]) -> [Binding] {
    let helps = Dictionary(others.map { ($0.action, $0.help) }) { first, _ in first }
    let own = map { binding in
      guard binding.help == binding.action.description.help, let help = helps[binding.action]
      else { return binding }
      return Binding(binding.action, help, label: binding.label, place: binding.place)
    }
    return own + others.filter { !contains($0.action) }
  }

  /// A table with further actions that do what they do in general.
  package func with(_ actions: [Action]) -> [Binding] {
    self + actions.filter { !contains($0) }.map { Binding($0) }
  }

  /// A table of actions that do what they do in general, with what the footer calls them.
  package static func footer(
    _ leading: [(Action, String)], _ trailing: [(Action, String)] = []
  ) -> [Binding] {
    leading.map { Binding($0.0, label: $0.1) }
      + trailing.map { Binding($0.0, label: $0.1, place: .trailing) }
  }
}
