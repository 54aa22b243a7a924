// A table of a TOML document while it is read, and who may still add to it (TOML 1.0.0, sections Keys,
// Table and Array of Tables).

/// A table that grows.
///
/// A class, because headers and dotted keys come back to the same table from anywhere in the file.
final class TOMLTableBuilder {
  /// What made the table, and with that, what may add to it.
  enum Origin {
    /// A header of its own, or braces: it is complete.
    case header
    /// A header of a table within it: its own header may follow.
    case implied
    /// A dotted key: other dotted keys may follow.
    case dotted
  }

  /// A key that cannot be what the file says.
  struct Conflict: Error {
    let reason: String
  }

  private enum Member {
    case value(TOMLNode)
    case table(TOMLTableBuilder)
    case tables(Elements)
  }

  /// The tables of `[[key]]`. A class, so that each new one is added in place.
  private final class Elements {
    var tables: [TOMLTableBuilder]

    init(_ first: TOMLTableBuilder) { tables = [first] }
  }

  private let line: Int
  private var origin: Origin
  private var members: [(key: String, line: Int, member: Member)] = []
  private var places: [String: Int] = [:]

  init(_ origin: Origin, line: Int) {
    self.origin = origin
    self.line = line
  }

  /// The keys in the order in which the file has them first.
  var entries: [TOMLEntry] {
    members.map { key, line, member in
      switch member {
      case .value(let node): TOMLEntry(key: key, line: line, value: node)
      case .table(let table): TOMLEntry(key: key, line: line, value: .table(table.entries))
      case .tables(let elements):
        TOMLEntry(
          key: key, line: line,
          value: .array(elements.tables.map { TOMLItem(line: $0.line, value: .table($0.entries)) }))
      }
    }
  }

  /// Sets the value of a dotted key.
  func set(_ path: [String], to value: TOMLNode, line: Int) throws(Conflict) {
    var table = self
    for key in path.dropLast() { table = try table.extended(key, line: line) }
    guard let key = path.last else { return }
    try table.add(.value(value), as: key, line: line)
  }

  /// The table that `[a.b]` opens, or the new element of `[[a.b]]`.
  func opened(
    _ path: [String], isElement: Bool, line: Int
  ) throws(Conflict) -> TOMLTableBuilder {
    var table = self
    for key in path.dropLast() { table = try table.passed(key, line: line) }
    guard let key = path.last else { return table }
    return isElement ? try table.element(key, line: line) : try table.headed(key, line: line)
  }

  // MARK: Steps

  private func member(_ key: String) -> Member? { places[key].map { members[$0].member } }

  private func add(_ member: Member, as key: String, line: Int) throws(Conflict) {
    guard places[key] == nil else { throw Self.isThere(key) }
    places[key] = members.count
    members.append((key, line, member))
  }

  private func addTable(
    _ key: String, _ origin: Origin, line: Int
  ) throws(Conflict) -> TOMLTableBuilder {
    let table = TOMLTableBuilder(origin, line: line)
    try add(.table(table), as: key, line: line)
    return table
  }

  /// The table that a dotted key goes through.
  private func extended(_ key: String, line: Int) throws(Conflict) -> TOMLTableBuilder {
    guard let member = member(key) else { return try addTable(key, .dotted, line: line) }
    guard case .table(let table) = member, table.origin != .header else { throw Self.isThere(key) }
    table.origin = .dotted
    return table
  }

  /// The table that a longer header goes through.
  private func passed(_ key: String, line: Int) throws(Conflict) -> TOMLTableBuilder {
    switch member(key) {
    case nil: return try addTable(key, .implied, line: line)
    case .table(let table): return table
    case .tables(let elements): return elements.tables.last ?? self
    case .value: throw Self.isThere(key)
    }
  }

  private func headed(_ key: String, line: Int) throws(Conflict) -> TOMLTableBuilder {
    guard let member = member(key) else { return try addTable(key, .header, line: line) }
    guard case .table(let table) = member, table.origin == .implied else {
      throw Self.isThere(key)
    }
    table.origin = .header
    return table
  }

  private func element(_ key: String, line: Int) throws(Conflict) -> TOMLTableBuilder {
    let table = TOMLTableBuilder(.header, line: line)
    guard let member = member(key) else {
      try add(.tables(Elements(table)), as: key, line: line)
      return table
    }
    guard case .tables(let elements) = member else { throw Self.isThere(key) }
    elements.tables.append(table)
    return table
  }

  private static func isThere(_ key: String) -> Conflict {
    let shown = key.count > 30 ? key.prefix(29) + "…" : key[...]
    return Conflict(reason: "“\(shown)” is there already")
  }
}
