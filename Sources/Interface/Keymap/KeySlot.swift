// Where a key is bound, and what a keymap takes over from the one that it is based on.

import Screen

/// Where a binding sits: two bindings of one slot exclude each other.
package struct KeySlot: Hashable, Sendable {
  /// Where it holds.
  package let context: KeyContext
  /// The keys, in the order in which they are pressed.
  package let keys: [Key]

  /// The slot of keys in a context.
  package init(context: KeyContext, keys: [Key]) { (self.context, self.keys) = (context, keys) }

  /// The slot that a binding takes.
  package init(_ binding: KeyBinding) { self.init(context: binding.context, keys: binding.keys) }
}

extension [KeyBinding] {
  /// What a map takes over from these bindings: all but what it binds anew or unbinds.
  package func inherited(by own: [KeyBinding], without unmapped: Set<KeySlot>) -> [KeyBinding] {
    let taken = unmapped.union(own.map { KeySlot($0) })
    return filter { !taken.contains(KeySlot($0)) }
  }
}
