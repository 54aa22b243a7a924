// Carries the difference between two encodings of a thing over to the text that it was read from, so
// that what the encoder knows nothing of stays.

/// Works out revisions. `old` is what the encoder makes of what was read, `new` what it makes of it now:
/// only where the two differ does the text change.
package struct JSONReconciliation: Sendable {
  /// Members whose value is a list of things that are told apart by a key, or just one such thing.
  package var lists: Set<String>
  /// The key of an element of a list in the text; nil when the decoder knows nothing of it.
  package var keyOfNode: @Sendable (_ list: String, JSONNode) -> String?
  /// The key of an element of a list in an encoding.
  package var keyOfValue: @Sendable (_ list: String, JSONValue) -> String?

  /// Compares values; without lists, arrays are replaced as a whole.
  package init(
    lists: Set<String> = [],
    keyOfNode: @escaping @Sendable (_ list: String, JSONNode) -> String? = { _, _ in nil },
    keyOfValue: @escaping @Sendable (_ list: String, JSONValue) -> String? = { _, _ in nil }
  ) {
    self.lists = lists
    self.keyOfNode = keyOfNode
    self.keyOfValue = keyOfValue
  }

  /// What becomes of a node.
  package func revision(of node: JSONNode, from old: JSONValue, to new: JSONValue) -> JSONRevision {
    if old == new { return .kept }
    guard node.kind == .object, case .object(let old) = old, case .object(let new) = new else {
      return .replaced(new)
    }
    var slots: [JSONSlot] = []
    var names: Set<String> = []
    for member in node.members {
      let name = member.name.string ?? ""
      names.insert(name)
      guard let revision = revision(of: member, named: name, from: old[name], to: new[name])
      else { continue }
      slots.append(.member(member, revision))
    }
    insertNewMembers(of: new, old, known: names, into: &slots)
    return .revised(slots)
  }

  /// What becomes of a member; nil when it goes.
  private func revision(
    of member: JSONNode.Member, named name: String, from old: JSONValue?, to new: JSONValue?
  ) -> JSONRevision? {
    if old == new { return .kept }
    if lists.contains(name) {
      let slots = self.slots(of: member.value, in: name, from: old, to: new)
      if new == nil, slots.isEmpty { return nil }
      if member.value.kind != .array, slots.count == 1, case .element(_, let only) = slots[0] {
        return only
      }
      return member.value.kind == .array ? .revised(slots) : .listed(slots)
    }
    guard let new else { return nil }
    return revision(of: member.value, from: old ?? .null, to: new)
  }

  /// Puts members that the text lacks behind the ones that they follow in the encoding.
  private func insertNewMembers(
    of new: JSONObject, _ old: JSONObject, known: Set<String>, into slots: inout [JSONSlot]
  ) {
    var previous: String?
    for member in new.members {
      if !known.contains(member.name), old[member.name] != member.value {
        let place = slots.lastIndex { $0.name == previous }.map { $0 + 1 } ?? slots.endIndex
        slots.insert(.newMember(member.name, member.value), at: place)
      } else if !known.contains(member.name) {
        continue
      }
      previous = member.name
    }
  }

  // MARK: Lists

  /// The elements of a list after the change: the text's own, in their order, then the new ones; those of a
  /// sort whose order has changed are in their new order.
  private func slots(
    of node: JSONNode, in list: String, from old: JSONValue?, to new: JSONValue?
  ) -> [JSONSlot] {
    let old = keyed(elements(of: old), in: list)
    let wanted = keyed(elements(of: new), in: list)
    var added = wanted.filter { pair in !old.contains { $0.key == pair.key } }
    let kept = Dictionary(wanted) { first, _ in first }
    var known = Dictionary(old) { first, _ in first }
    var numbering = KeyNumbering()
    var placed: [PlacedSlot] = []
    for element in node.kind == .array ? Array(node.elements) : [node] {
      guard let key = keyOfNode(list, element).map({ numbering.number($0) }),
        let before = known.removeValue(forKey: key)
      else {
        placed.append(PlacedSlot(slot: .element(element, .kept), key: nil))
        continue
      }
      let successor = kept[key].map { (key: key, value: $0) } ?? consumeLike(key, from: &added)
      guard let successor else { continue }
      let revision = revision(of: element, from: before, to: successor.value)
      placed.append(PlacedSlot(slot: .element(element, revision), key: successor.key))
    }
    placed += added.map { PlacedSlot(slot: .newElement($0.value), key: $0.key) }
    return placed.inOrder(of: wanted.map(\.key)).map(\.slot)
  }

  /// Takes out and returns the first of the new elements that is of the same sort as `key`, which went.
  private func consumeLike(
    _ key: String, from added: inout [(key: String, value: JSONValue)]
  ) -> (key: String, value: JSONValue)? {
    guard let index = added.firstIndex(where: { $0.key.sortOfKey == key.sortOfKey }) else {
      return nil
    }
    return added.remove(at: index)
  }

  private func keyed(
    _ values: [JSONValue], in list: String
  ) -> [(key: String, value: JSONValue)] {
    var numbering = KeyNumbering()
    return values.map { (numbering.number(keyOfValue(list, $0) ?? $0.compact()), $0) }
  }

  private func elements(of value: JSONValue?) -> [JSONValue] {
    guard let value else { return [] }
    if case .array(let elements) = value { return elements }
    return [value]
  }
}

/// An element of a list after a change, and its key; nil when the encoder knows nothing of it.
private struct PlacedSlot {
  let slot: JSONSlot
  let key: String?
}

extension [PlacedSlot] {
  /// The elements with those of a sort that are in another order than `keys` in that order, in the places
  /// that they have among them. Nothing else moves.
  fileprivate func inOrder(of keys: [String]) -> [PlacedSlot] {
    let ranks = Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
    func rank(_ element: PlacedSlot) -> Int { element.key.flatMap { ranks[$0] } ?? 0 }
    var result = self
    for sort in Set(compactMap { $0.key?.sortOfKey }) {
      let places = indices.filter { self[$0].key?.sortOfKey == sort }
      let sorted = places.map { self[$0] }.sorted { rank($0) < rank($1) }
      for (place, element) in zip(places, sorted) { result[place] = element }
    }
    return result
  }
}

extension String {
  /// The sort of a list's element that a key says, before its colon.
  fileprivate var sortOfKey: Substring { prefix { $0 != ":" } }
}

extension JSONSlot {
  /// The name of a member.
  fileprivate var name: String? {
    switch self {
    case .member(let member, _): member.name.string
    case .newMember(let name, _): name
    case .element, .newElement: nil
    }
  }
}
