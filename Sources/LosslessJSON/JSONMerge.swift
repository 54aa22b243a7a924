// Merges two versions of a value that come from a third, member by member.

/// A three-way merge of JSON values.
package struct JSONMerge {
  /// Members whose value is a list of things that are told apart by a key.
  private let lists: Set<String>
  /// The key of an element of such a list.
  private let key: (_ list: String, JSONValue) -> String?
  /// The members that both sides changed in different ways, by their names; ours are in the result.
  package private(set) var conflicts: [String] = []

  package init(
    lists: Set<String> = [], key: @escaping (_ list: String, JSONValue) -> String? = { _, _ in nil }
  ) {
    self.lists = lists
    self.key = key
  }

  /// Merges two objects. A member that one side alone changed, added or took out is as that side has it.
  package mutating func merge(base: JSONObject, ours: JSONObject, theirs: JSONObject) -> JSONObject
  {
    var result = JSONObject()
    for member in ours.members {
      let name = member.name
      let merged = merge(name, base[name], member.value, theirs[name])
      result.append(name, merged)
    }
    for member in theirs.members where ours[member.name] == nil {
      guard let kept = merge(member.name, base[member.name], nil, member.value) else { continue }
      result.append(member.name, kept)
    }
    return result
  }

  /// Merges one member; nil when it goes.
  private mutating func merge(
    _ name: String, _ base: JSONValue?, _ ours: JSONValue?, _ theirs: JSONValue?
  ) -> JSONValue? {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    if lists.contains(name), let ours, let theirs {
      return mergeList(name, base, ours, theirs)
    }
    if case .object(let ours) = ours, case .object(let theirs) = theirs {
      guard case .object(let base) = base ?? [:] else { return .object(ours) }
      return .object(merge(base: base, ours: ours, theirs: theirs))
    }
    conflicts.append(name)
    return ours ?? theirs
  }

  private mutating func mergeList(
    _ name: String, _ base: JSONValue?, _ ours: JSONValue, _ theirs: JSONValue
  ) -> JSONValue {
    let base = keyed(base, name)
    let ourElements = keyed(ours, name)
    let theirs = keyed(theirs, name)
    var result: [(key: String, value: JSONValue)] = []
    var seen: Set<String> = []
    for (key, element) in ourElements {
      seen.insert(key)
      let merged = merge(name + " element", base.value(key), element, theirs.value(key))
      if let merged { result.append((key, merged)) }
    }
    for (key, element) in theirs where !seen.contains(key) && base.value(key) != element {
      if base.value(key) != nil { conflicts.append(name) }
      result.append((key, element))
    }
    if ourElements.keepsOrder(of: base), !theirs.keepsOrder(of: base) {
      result = result.inOrder(of: theirs.map(\.key))
    }
    return result.count == 1 && ours.elements.isEmpty
      ? result[0].value : .array(result.map(\.value))
  }

  private func keyed(_ value: JSONValue?, _ list: String) -> [(key: String, value: JSONValue)] {
    let elements: [JSONValue] =
      if case .array(let elements) = value { elements } else { value.map { [$0] } ?? [] }
    var numbering = KeyNumbering()
    return elements.map { (numbering.number(key(list, $0) ?? $0.compact()), $0) }
  }
}

extension [(key: String, value: JSONValue)] {
  fileprivate func value(_ key: String) -> JSONValue? { first { $0.key == key }?.value }

  /// Whether what both lists have is in the same order in both.
  fileprivate func keepsOrder(of other: Self) -> Bool {
    let (own, others) = (Set(map(\.key)), Set(other.map(\.key)))
    return map(\.key).filter(others.contains) == other.map(\.key).filter(own.contains)
  }

  /// The elements with those that `keys` names in that order, in the places that they have among them.
  fileprivate func inOrder(of keys: [String]) -> Self {
    let ranks = Dictionary(keys.enumerated().map { ($1, $0) }) { first, _ in first }
    let places = indices.filter { ranks[self[$0].key] != nil }
    let sorted = places.map { self[$0] }.sorted {
      ranks[$0.key, default: 0] < ranks[$1.key, default: 0]
    }
    var result = self
    for (place, element) in zip(places, sorted) { result[place] = element }
    return result
  }
}
