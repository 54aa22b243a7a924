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

  /// How many bad lines are stepped over before the file is given up.
  private static let mostFaults = 20

  /// Reads a document. A line that is no TOML is reported and left out, so that one slip does not cost
  /// the whole file; a bad table header costs the rest, since nothing says where its keys belong.
  init(_ text: String, file: String) {
    self.file = file
    var source = TOMLSource(text)
    var problems: [ConfigurationProblem] = []
    var table: TOMLTable?
    while table == nil, problems.count < Self.mostFaults {
      do throws(TOMLFault) {
        table = try source.parsed()
      } catch {
        problems.append(ConfigurationProblem(in: file, line: error.line, error.sentence))
        source.drop(error.line)
      }
    }
    self.problems = problems
    let tree = TOMLTree(lines: TOMLLocator(table == nil ? "" : source.text).lines)
    entries = table.map { tree.entries(of: $0, at: []) } ?? []
  }

  /// The value of a key of the root.
  subscript(key: String) -> TOMLEntry? { entries.first { $0.key == key } }
}

/// A line that is no TOML.
private struct TOMLFault: Error {
  let line: Int
  let sentence: String
}

/// The text of a document, from which lines can be left out without moving the others. Kept as bytes:
/// the packs of terms are read while somebody waits for the first key to be answered.
private struct TOMLSource {
  /// Lines in the sense of TOML; a carriage return before a line feed belongs to the line.
  private var lines: [ArraySlice<UInt8>]

  init(_ text: String) {
    lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  var text: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lines.reduce(0) { $0 + $1.count + 1 })
    for line in lines {
      bytes += line
      bytes.append(0x0A)
    }
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }

  func parsed() throws(TOMLFault) -> TOMLTable {
    // The library takes a C string, which a NUL would end without a word.
    if let index = lines.firstIndex(where: { $0.contains(0) }) {
      throw TOMLFault(line: index + 1, sentence: "not valid TOML: a NUL byte")
    }
    do { return try TOMLTable(string: text) } catch {
      let fault = error as? TOMLParseError
      throw TOMLFault(
        line: fault?.source.begin.line ?? 1, sentence: fault?.sentence ?? "not valid TOML")
    }
  }

  /// Empties a line, or leaves out everything from it on when it cannot be stepped over.
  mutating func drop(_ line: Int) {
    let index = min(max(line - 1, 0), lines.count - 1)
    guard lines.indices.contains(index) else { return }
    let isHeader = lines[index].drop { $0 == 0x20 || $0 == 0x09 }.first == UInt8(ascii: "[")
    if isHeader || lines[index].isEmpty {
      lines.removeSubrange(index...)
    } else {
      lines[index] = lines[index].prefix(0)
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
