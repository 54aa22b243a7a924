// Commands on a keyboard of another script: what is typed there stands for the key that is meant.

import Interface
import Screen

/// Which characters of another layout stand for which keys.
struct Langmap {
  private var typedFor: [Character: Character] = [:]

  /// `typed` comes from the keyboard where `meant` is bound.
  mutating func add(typed: Character, meant: Character) { typedFor[meant] = typed }

  /// The bindings once more with the characters of the other layout, in contexts where characters are
  /// commands. What the layout types itself stays as it is bound.
  func translations(of bindings: [KeyBinding]) -> [KeyBinding] {
    if typedFor.isEmpty { return [] }
    let taken = Set(bindings.map { KeySlot($0) })
    return bindings.compactMap { binding in
      guard !binding.context.takesText else { return nil }
      let keys = binding.keys.map(translated)
      let translation = KeyBinding(binding.context, keys, binding.action)
      return taken.contains(KeySlot(translation)) ? nil : translation
    }
  }

  private func translated(_ key: Key) -> Key {
    guard case .character(let character) = key, let typed = typedFor[character] else { return key }
    return .character(typed)
  }
}
