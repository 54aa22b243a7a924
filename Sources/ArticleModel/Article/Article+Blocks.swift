// All blocks of an article at once, for what goes through the whole of it anyway.

extension Article {
  /// All blocks, in the order of the text.
  package var blocks: [Block] {
    Array(
      sequence(state: block(atOrAfter: .zero)) { next in
        guard let current = next else { return nil }
        next = block(after: current)
        return current
      })
  }
}
