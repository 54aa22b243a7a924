// A keymap: which keys do what, and where.

import Screen

/// One line of a keymap.
package struct KeyBinding: Hashable, Sendable {
  /// Where it holds.
  package var context: KeyContext
  /// The keys, in the order in which they are pressed.
  package var keys: [Key]
  /// What they do.
  package var action: Action
  /// The count that they have without one being typed; nil for none.
  package var count: Int?

  /// Binds keys to an action.
  package init(_ context: KeyContext, _ keys: [Key], _ action: Action) {
    self.context = context
    self.keys = keys
    self.action = action
  }
}

/// Which keys do what.
package struct Keymap: Sendable {
  /// Its name, such as `vim`.
  package let name: String
  /// Its bindings, in the order of the file; the first key of an action is the one that hints show.
  package let bindings: [KeyBinding]
  /// What was looked up lately.
  private let memory = KeymapMemory()

  /// What a sequence of keys comes to.
  package enum Match: Hashable, Sendable {
    /// It is bound.
    case action(Action)
    /// It is the beginning of longer ones.
    case pending
    /// It is not bound.
    case none
  }

  /// Makes a keymap; a later binding of the same keys wins over an earlier one.
  package init(name: String, bindings: [KeyBinding]) {
    self.name = name
    self.bindings = bindings
  }

  /// What `keys` come to in a context, or in the ones that it falls back on.
  package func match(_ keys: [Key], in context: KeyContext) -> Match {
    memory.match(KeySlot(context: context, keys: keys)) { lookUp(keys, in: context) }
  }

  private func lookUp(_ keys: [Key], in context: KeyContext) -> Match {
    var isBeginning = false
    for index in bindings.indices.reversed() where bindings[index].context == context {
      let binding = bindings[index]
      guard binding.keys.count >= keys.count, binding.keys.starts(with: keys) else { continue }
      if binding.keys.count == keys.count { return .action(binding.action) }
      isBeginning = true
    }
    if isBeginning { return .pending }
    return context.fallback.map { match(keys, in: $0) } ?? .none
  }

  /// The count that keys have without one being typed, in a context or in the ones that it falls back on.
  package func count(of keys: [Key], in context: KeyContext) -> Int? {
    let own = bindings.last { $0.context == context && $0.keys == keys }
    return own.map(\.count) ?? context.fallback.flatMap { count(of: keys, in: $0) }
  }

  /// The keys that hints show for an action in a context: the first ones that the file binds to it.
  package func keys(for action: Action, in context: KeyContext) -> [Key]? {
    memory.keys(KeymapMemory.Place(action: action, context: context)) {
      firstKeys(for: action, in: context)
    }
  }

  private func firstKeys(for action: Action, in context: KeyContext) -> [Key]? {
    let own = bindings.first { $0.action == action && $0.context == context && reaches($0) }
    return own?.keys ?? context.fallback.flatMap { keys(for: action, in: $0) }
  }

  /// All keys of an action in a context.
  package func allKeys(for action: Action, in context: KeyContext) -> [[Key]] {
    bindings.filter { $0.action == action && $0.context == context && reaches($0) }.map(\.keys)
  }

  /// All keys of each action in a context, for tables of many actions.
  package func keysByAction(in context: KeyContext) -> [Action: [[Key]]] {
    memory.table(of: context) {
      let own = bindings.filter { $0.context == context }
      let bound = Dictionary(own.map { ($0.keys, $0.action) }) { _, later in later }
      return own.filter { bound[$0.keys] == $0.action }.reduce(into: [:]) { table, binding in
        table[binding.action, default: []].append(binding.keys)
      }
    }
  }

  /// The bindings that begin with `keys`, for showing what may follow.
  package func continuations(of keys: [Key], in context: KeyContext) -> [KeyBinding] {
    let own = bindings.filter {
      $0.context == context && $0.keys.count > keys.count && $0.keys.starts(with: keys)
    }
    return own + (context.fallback.map { continuations(of: keys, in: $0) } ?? [])
  }

  /// Whether the binding is not shadowed by a later one of the same keys.
  private func reaches(_ binding: KeyBinding) -> Bool {
    lookUp(binding.keys, in: binding.context) == .action(binding.action)
  }
}
