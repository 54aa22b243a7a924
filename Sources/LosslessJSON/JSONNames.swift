// Several members of an object, found in one pass over it.

/// The names that a reader asks objects for.
package struct JSONNames: Sendable {
  /// The names, the shortest first.
  fileprivate let names: [StaticString]
  /// Which of the names that somebody asks for each is.
  fileprivate let positions: [Int]
  /// Where the names of each length begin.
  fileprivate let starts: [Int]

  /// Prepares to ask for names.
  package init(_ names: [StaticString]) {
    let order = names.indices.sorted { names[$0].utf8CodeUnitCount < names[$1].utf8CodeUnitCount }
    let sorted = order.map { names[$0] }
    let longest = sorted.last?.utf8CodeUnitCount ?? 0
    self.names = sorted
    positions = order
    starts = (0...(longest + 1)).map { length in
      sorted.firstIndex { $0.utf8CodeUnitCount >= length } ?? sorted.count
    }
  }
}

extension JSONNode {
  /// The values of an object's members of those names, in the order in which they are asked for; nil for
  /// those that it does not have. Of two members of one name it is the first.
  package func values(named asked: JSONNames) -> [JSONNode?] {
    var values = [JSONNode?](repeating: nil, count: asked.names.count)
    guard kind == .object else { return values }
    let records = source.records
    let end = Int(record.next)
    var index = self.index + 1
    while index < end {
      if let name = source.name(at: index, among: asked) {
        let position = asked.positions[name]
        if values[position] == nil { values[position] = JSONNode(source: source, index: index + 1) }
      }
      index = Int(records[index + 1].next)
    }
    return values
  }
}

extension JSONSource {
  /// Which of some names the string of a record is; nil when it is none of them.
  fileprivate func name(at index: Int, among asked: JSONNames) -> Int? {
    let record = records[index]
    if record.hasEscapes { return asked.names.indices.first { isName(index, asked.names[$0]) } }
    let length = Int(record.end - record.start) - 2
    guard length + 1 < asked.starts.count else { return nil }
    for name in asked.starts[length]..<asked.starts[length + 1]
    where isName(index, asked.names[name]) {
      return name
    }
    return nil
  }
}
