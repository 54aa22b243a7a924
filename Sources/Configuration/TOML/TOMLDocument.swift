// TOML text → values with lines. The only file that knows the TOML library.

import TOMLKit

/// A TOML document, read as far as it can be.
struct TOMLDocument {
  /// The file's path or name, for messages.
  let file: String
  /// Its keys, in the order of the file.
  let entries: [TOMLEntry]
  /// The lines that are no TOML; the document is read as if they were empty.
  let problems: [ConfigurationProblem]

  /// How many bad lines are stepped over before the rest is given up.
  private static let mostFaults = 20

  /// Reads a document. A line that is no TOML is reported and left out, so that one slip does not cost
  /// the whole file; a bad table header costs the rest, since nothing says where its keys belong.
  init(_ text: String, file: String) {
    self.file = file
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var problems: [ConfigurationProblem] = []
    while true {
      let source = lines.joined(separator: "\n")
      guard let fault = Self.parse(source, into: &problems, file: file) else {
        let lines = TOMLLocator(source).lines
        entries = Self.root(of: source).map { TOMLTree(lines: lines).entries(of: $0, at: []) } ?? []
        break
      }
      Self.drop(fault, from: &lines, afterFaults: problems.count)
    }
    self.problems = problems
  }

  /// The value of a key of the root.
  subscript(key: String) -> TOMLEntry? { entries.first { $0.key == key } }

  /// Tries to read `source`; the line of its first fault, which is added to the problems.
  private static func parse(
    _ source: String, into problems: inout [ConfigurationProblem], file: String
  ) -> Int? {
    // The library takes a C string, which a NUL would end without a word.
    if let nul = source.utf8.firstIndex(of: 0) {
      let line = source.utf8[..<nul].count { $0 == 0x0A } + 1
      problems.append(ConfigurationProblem(in: file, line: line, "not valid TOML: a NUL byte"))
      return line
    }
    do {
      _ = try TOMLTable(string: source)
      return nil
    } catch let error as TOMLParseError {
      let line = error.source.begin.line
      problems.append(ConfigurationProblem(in: file, line: line, error.sentence))
      return line
    } catch {
      problems.append(ConfigurationProblem(in: file, "not valid TOML"))
      return 1
    }
  }

  private static func root(of source: String) -> TOMLTable? { try? TOMLTable(string: source) }

  /// Empties the faulty line, or everything from it on when it cannot be stepped over.
  private static func drop(_ line: Int, from lines: inout [Substring], afterFaults count: Int) {
    let index = min(max(line - 1, 0), lines.count - 1)
    let isHeader = lines[index].drop { $0 == " " || $0 == "\t" }.first == "["
    let wasEmpty = lines[index].isEmpty
    if isHeader || wasEmpty || count >= mostFaults {
      lines.removeSubrange(index...)
    } else {
      lines[index] = ""
    }
  }
}

extension TOMLParseError {
  /// The parser's words, without the part about where, which the line number says.
  fileprivate var sentence: String {
    let words = description.split(separator: "\n").first ?? ""
    let prefix = "Error while "
    return "not valid TOML: \(words.hasPrefix(prefix) ? words.dropFirst(prefix.count) : words)"
  }
}

/// Turns the library's values into our own, each with its line.
private struct TOMLTree {
  let lines: [TOMLLocator.Path: Int]

  func entries(of table: TOMLTable, at path: TOMLLocator.Path) -> [TOMLEntry] {
    table.keys
      .compactMap { key -> TOMLEntry? in
        guard let value = table[key] else { return nil }
        let place = path + [key]
        return TOMLEntry(
          key: key, line: lines[place] ?? 1, value: node(value.tomlValue, at: place))
      }
      .sorted { $0.line < $1.line }
  }

  private func node(_ value: TOMLValue, at path: TOMLLocator.Path) -> TOMLNode {
    switch value.type {
    case .string: .string(value.string ?? "")
    case .int: .integer(value.int ?? 0)
    case .double: .number(value.double ?? 0)
    case .bool: .boolean(value.bool ?? false)
    case .date, .time, .dateTime: .moment
    case .array: .array(items(of: value.array, at: path))
    case .table: .table(value.table.map { entries(of: $0, at: path) } ?? [])
    }
  }

  private func items(of array: TOMLArray?, at path: TOMLLocator.Path) -> [TOMLItem] {
    (array ?? TOMLArray()).enumerated().map { index, value in
      let place = path + [String(index)]
      return TOMLItem(line: lines[place] ?? 1, value: node(value.tomlValue, at: place))
    }
  }
}
