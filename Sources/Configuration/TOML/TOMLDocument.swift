// TOML text → values with lines, as far as it can be read.

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
    var entries: [TOMLEntry]?
    while entries == nil, problems.count < Self.mostFaults {
      do throws(TOMLFault) {
        entries = try TOMLParser.entries(of: source.text)
      } catch {
        problems.append(
          ConfigurationProblem(in: file, line: error.line, "not valid TOML: \(error.reason)"))
        source.drop(error.line)
      }
    }
    self.problems = problems
    self.entries = entries ?? []
  }

  /// The value of a key of the root.
  subscript(key: String) -> TOMLEntry? { entries.first { $0.key == key } }
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
