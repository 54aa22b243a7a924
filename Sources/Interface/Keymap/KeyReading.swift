// Keys as they come in become actions: counts and sequences are put together here.

import Screen

/// The keys of a sequence that has begun, and the count before it.
package struct KeyReading: Hashable {
  /// Keys that are the beginning of a sequence.
  package private(set) var pending: [Key] = []
  /// The count that has been typed.
  package private(set) var count: Int?

  /// Nothing has been typed yet.
  package init() {}

  /// What a key came to.
  package enum Outcome: Hashable {
    case action(Action, count: Int?)
    /// Further keys are needed.
    case pending
    /// A character to be typed.
    case text(String)
    /// Nothing is bound to these keys.
    case unbound([Key])
  }

  /// Takes a key in.
  package mutating func read(_ key: Key, _ keymap: Keymap, in context: KeyContext) -> Outcome {
    if takeCount(key, in: context) { return .pending }
    let keys = pending + [key]
    pending = []
    switch keymap.match(keys, in: context) {
    case .action(let action):
      defer { count = nil }
      return .action(action, count: count ?? keymap.count(of: keys, in: context))
    case .pending:
      pending = keys
      return .pending
    case .none:
      count = nil
      if context.takesText, keys.count == 1, case .character(let character) = key {
        return .text(String(character))
      }
      return .unbound(keys)
    }
  }

  /// Digits before a motion say how often; 0 is a key of its own unless digits came before.
  private mutating func takeCount(_ key: Key, in context: KeyContext) -> Bool {
    guard !context.takesText, context != .mark, pending.isEmpty,
      case .character(let character) = key, character.isASCII,
      let digit = character.wholeNumberValue, digit > 0 || count != nil
    else { return false }
    count = min((count ?? 0) * 10 + digit, 100_000)
    return true
  }
}
