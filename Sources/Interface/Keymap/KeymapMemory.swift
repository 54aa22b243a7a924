// Remembers what a keymap was asked: the footer names the same keys after each key, and people press few.

import Screen
import Synchronization

/// What was looked up in a keymap. Tables made beforehand would be something that the first screen waits for.
///
/// A class because copies of the keymap share it. What it holds follows from the bindings alone.
final class KeymapMemory: Sendable {
  /// What an action is looked up by.
  struct Place: Hashable {
    let action: Action
    let context: KeyContext
  }

  private struct Answers {
    var matches: [KeySlot: Keymap.Match] = [:]
    var keys: [Place: [Key]?] = [:]
    var tables: [KeyContext: [Action: [[Key]]]] = [:]
  }

  private let answers = Mutex(Answers())
  /// When more sequences than this are remembered, all are forgotten: one can type any.
  private static let most = 512

  /// What a sequence of keys comes to, found with `find` unless it is remembered.
  func match(_ slot: KeySlot, find: () -> Keymap.Match) -> Keymap.Match {
    if let known = answers.withLock({ $0.matches[slot] }) { return known }
    let found = find()
    answers.withLock { answers in
      if answers.matches.count >= Self.most { answers.matches.removeAll() }
      answers.matches[slot] = found
    }
    return found
  }

  /// The keys of an action, found with `find` unless they are remembered.
  func keys(_ place: Place, find: () -> [Key]?) -> [Key]? {
    if let known = answers.withLock({ $0.keys[place] }) { return known }
    let found = find()
    answers.withLock { $0.keys[place] = .some(found) }
    return found
  }

  /// All keys of a context by their actions, put together with `make` unless they are remembered.
  func table(of context: KeyContext, make: () -> [Action: [[Key]]]) -> [Action: [[Key]]] {
    if let known = answers.withLock({ $0.tables[context] }) { return known }
    let made = make()
    answers.withLock { $0.tables[context] = made }
    return made
  }
}
