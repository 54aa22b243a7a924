// Takes the values that a loader wants out of a table and reports what is missing, wrong or unknown.

/// A table that is being read: what was asked for is known, the rest is reported at the end.
struct TOMLFields {
  let file: String
  /// The line of the table, for what is missing in it.
  let line: Int
  private let entries: [TOMLEntry]
  private var asked: Set<String> = []
  private(set) var problems: [ConfigurationProblem] = []

  init(_ entries: [TOMLEntry], file: String, line: Int = 1) {
    self.entries = entries
    self.file = file
    self.line = line
  }

  /// Everything in the table, for tables whose keys are free.
  var all: [TOMLEntry] { entries }

  /// A string; nil, and a problem when `isRequired`, when there is none.
  mutating func string(_ key: String, isRequired: Bool = false) -> String? {
    guard let entry = entry(key, isRequired: isRequired) else { return nil }
    if case .string(let text) = entry.value { return text }
    report(entry, "must be a string, not \(entry.value.kindName)")
    return nil
  }

  /// A whole number within `range`; nil when there is none.
  mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let entry = entry(key, isRequired: false) else { return nil }
    if case .integer(let number) = entry.value, range.contains(number) { return number }
    report(entry, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  /// A number within `range`, with or without a point; nil when there is none.
  mutating func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
    guard let entry = entry(key, isRequired: false) else { return nil }
    switch entry.value {
    case .number(let number) where range.contains(number): return number
    case .integer(let number) where range.contains(Double(number)): return Double(number)
    default:
      report(entry, "must be a number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
  }

  /// True or false; nil when there is none.
  mutating func boolean(_ key: String) -> Bool? {
    guard let entry = entry(key, isRequired: false) else { return nil }
    if case .boolean(let value) = entry.value { return value }
    report(entry, "must be true or false, not \(entry.value.kindName)")
    return nil
  }

  /// A list of strings; empty when there is none.
  mutating func strings(_ key: String) -> [String] {
    guard let entry = entry(key, isRequired: false) else { return [] }
    guard case .array(let items) = entry.value else {
      report(entry, "must be a list of strings, not \(entry.value.kindName)")
      return []
    }
    return items.compactMap { item in
      if case .string(let text) = item.value { return text }
      report(entry, "contains \(item.value.kindName) where a string is expected", line: item.line)
      return nil
    }
  }

  /// The tables of `[[key]]`; what is no table in it is reported.
  mutating func tables(_ key: String) -> [TOMLFields] {
    guard let entry = entry(key, isRequired: false) else { return [] }
    guard case .array(let items) = entry.value else {
      report(entry, "must be a list of tables, written [[\(key)]]")
      return []
    }
    return items.compactMap { item in
      if case .table(let entries) = item.value {
        return TOMLFields(entries, file: file, line: item.line)
      }
      report(entry, "contains \(item.value.kindName) where a table is expected", line: item.line)
      return nil
    }
  }

  /// The table of `[key]`; an empty one when there is none.
  mutating func table(_ key: String) -> TOMLFields {
    guard let entry = entry(key, isRequired: false) else { return TOMLFields([], file: file) }
    if case .table(let entries) = entry.value {
      return TOMLFields(entries, file: file, line: entry.line)
    }
    report(entry, "must be a table, written [\(key)]")
    return TOMLFields([], file: file)
  }

  /// The line of a key, or that of the table when it has no such key.
  func line(of key: String) -> Int { entries.first { $0.key == key }?.line ?? line }

  /// Adds the problems of a table within this one.
  mutating func append(_ others: [ConfigurationProblem]) { problems += others }

  /// Reports a problem of a key.
  mutating func report(_ key: String, _ message: String) {
    problems.append(ConfigurationProblem(in: file, line: line(of: key), message))
  }

  /// Warns of keys that nobody asked for: a misspelt key would otherwise do nothing in silence.
  mutating func reportUnknownKeys() {
    for entry in entries where !asked.contains(entry.key) {
      problems.append(
        ConfigurationProblem(
          .warning, in: file, line: entry.line,
          "unknown key “\(entry.key)”; known here: \(asked.sorted().joined(separator: ", "))"))
    }
  }

  private mutating func entry(_ key: String, isRequired: Bool) -> TOMLEntry? {
    asked.insert(key)
    if let entry = entries.first(where: { $0.key == key }) { return entry }
    if isRequired {
      problems.append(ConfigurationProblem(in: file, line: line, "“\(key)” is missing"))
    }
    return nil
  }

  private mutating func report(_ entry: TOMLEntry, _ message: String, line: Int? = nil) {
    problems.append(
      ConfigurationProblem(in: file, line: line ?? entry.line, "“\(entry.key)” \(message)"))
  }
}
