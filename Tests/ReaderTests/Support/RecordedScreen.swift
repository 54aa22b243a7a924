// Screens that are recorded in Screens/: the lines, then the runs of cells that do not look plain.
// `RECORD=1 swift test` writes them anew, and fails, so that nobody records by mistake.

import Screen
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Compares a frame with the recorded one of that name.
func expectScreen(
  _ frame: Frame, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let path = String(#filePath).split(separator: "/").dropLast(2).map { "/\($0)" }.joined()
  let file = "\(path)/Screens/\(name).txt"
  let shown = frame.lines.joined(separator: "\n") + "\n\n" + frame.styleRuns + "\n"
  if getenv("RECORD") != nil {
    write(shown, to: file)
    Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    return
  }
  #expect(shown == contents(of: file), "screen \(name)", sourceLocation: sourceLocation)
}

extension Frame {
  /// "3: 6–18 bold": the cells of each row that do not look plain, and where the cursor is.
  fileprivate var styleRuns: String {
    var runs: [String] = []
    for row in area.rows {
      var start = 0
      while start < size.columns.value {
        let style = self[Position(row: row, column: Column(start))].style
        var end = start + 1
        while end < size.columns.value,
          self[Position(row: row, column: Column(end))].style == style
        { end += 1 }
        if style != .plain { runs.append("\(row.value): \(start)–\(end) \(style.words)") }
        start = end
      }
    }
    if let cursor { runs.append("cursor \(cursor.row.value) \(cursor.column.value)") }
    return runs.joined(separator: "\n")
  }
}

extension Style {
  fileprivate var words: String {
    let attributes: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"),
      (.reverse, "reverse"),
    ]
    var words = attributes.filter { self.attributes.contains($0.0) }.map(\.1)
    if foreground != .terminalDefault { words.append("\(foreground)") }
    if background != .terminalDefault { words.append("on \(background)") }
    return words.joined(separator: " ")
  }
}

private func contents(of file: String) -> String? {
  guard let stream = fopen(file, "r") else { return nil }
  defer { fclose(stream) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 {
    bytes += buffer[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func write(_ text: String, to file: String) {
  guard let stream = fopen(file, "w") else { return }
  defer { fclose(stream) }
  let bytes = Array(text.utf8)
  fwrite(bytes, 1, bytes.count, stream)
}
