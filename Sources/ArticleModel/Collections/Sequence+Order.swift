// Sets and groups of what comes in an order that matters.

extension Sequence where Element: Hashable {
  /// The elements, each once, in the order in which they first come.
  package func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
