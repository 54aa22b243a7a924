// Several members of an object, found in one pass over it.

/// The names that a reader asks objects for.
package struct JSONNames: Sendable {
  /// The names, the shortest first.
  fileprivate let names: [StaticString]
  /// Which of the names that somebody asks for each is.
  fileprivate let positions: [Int]
  /// Where the names of each length begin.
  fileprivate let starts: [Int]

  /// Prepares to ask for names, of which there are no more than `JSONNamedValues.mostNames`.
  package init(_ names: [StaticString]) {
    precondition(names.count <= JSONNamedValues.mostNames)
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

/// The values that an object has for names. They are kept as numbers, since nothing has to be allocated and counted
/// for these.
package struct JSONNamedValues: Sendable {
  /// So many names can be asked for.
  package static let mostNames = 32

  @usableFromInline let source: JSONSource
  /// The record of the value of each name; 0, which is never that of a member, where there is none.
  @usableFromInline var places = InlineArray<32, Int32>(repeating: 0)

  fileprivate init(of source: JSONSource) { self.source = source }

  /// The value for the name at a position among those that were asked for; nil when the object does not have it.
  @inlinable
  package subscript(position: Int) -> JSONNode? {
    let place = Int(places[position])
    return place == 0 ? nil : JSONNode(source: source, index: place)
  }

  /// Notes a value, unless there is one already.
  fileprivate mutating func note(_ place: Int, at position: Int) {
    if places[position] == 0 { places[position] = Int32(truncatingIfNeeded: place) }
  }
}

extension JSONNode {
  /// The values of an object's members of those names. Of two members of one name it is the first.
  package func values(named asked: JSONNames) -> JSONNamedValues {
    var values = JSONNamedValues(of: source)
    guard kind == .object else { return values }
    let records = source.records
    let end = Int(record.next)
    var index = self.index + 1
    while index < end {
      if let name = source.name(at: index, among: asked) {
        values.note(index + 1, at: asked.positions[name])
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
