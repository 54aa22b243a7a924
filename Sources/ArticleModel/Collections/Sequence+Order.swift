// Sets and groups of what comes in an order that matters.

extension Sequence where Element: Hashable {
  /// The elements, each once, in the order in which they first come.
  package func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Sequence {
  /// The elements in groups that have a key in common. Groups come in the order of their first
  /// elements, and elements keep theirs.
  package func grouped<Key: Hashable>(
    by key: (Element) throws -> Key
  ) rethrows -> [(key: Key, members: [Element])] {
    var groups: [(key: Key, members: [Element])] = []
    var places: [Key: Int] = [:]
    for element in self {
      let name = try key(element)
      if let place = places[name] {
        groups[place].members.append(element)
      } else {
        places[name] = groups.count
        groups.append((name, [element]))
      }
    }
    return groups
  }

  /// The groups of `grouped(by:)`, to be looked up.
  package func keyed<Key: Hashable>(by key: (Element) throws -> Key) rethrows -> [Key: [Element]] {
    try Dictionary(uniqueKeysWithValues: grouped(by: key).map { ($0.key, $0.members) })
  }
}
