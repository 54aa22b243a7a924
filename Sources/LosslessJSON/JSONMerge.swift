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
    let theirs = keyed(theirs, name)
    var result: [JSONValue] = []
    var seen: Set<String> = []
    for (key, element) in keyed(ours, name) {
      seen.insert(key)
      let merged = merge(name + " element", base.value(key), element, theirs.value(key))
      if let merged { result.append(merged) }
    }
    for (key, element) in theirs where !seen.contains(key) && base.value(key) != element {
      if base.value(key) != nil { conflicts.append(name) }
      result.append(element)
    }
    return result.count == 1 && ours.elements.isEmpty ? result[0] : .array(result)
  }

  private func keyed(_ value: JSONValue?, _ list: String) -> [(key: String, value: JSONValue)] {
    let elements: [JSONValue] =
      if case .array(let elements) = value { elements } else { value.map { [$0] } ?? [] }
    return elements.map { (key(list, $0) ?? $0.compact(), $0) }
  }
}

extension [(key: String, value: JSONValue)] {
  fileprivate func value(_ key: String) -> JSONValue? { first { $0.key == key }?.value }
}
