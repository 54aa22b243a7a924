// A Swift file as the rules between modules see it: its folder, its opening comment, its imports.

import FoundationEssentials

/// One Swift file of the package.
struct SourceFile {
  /// Its path from the root of the package.
  let path: String
  /// Its lines.
  let lines: [Substring]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The target that it belongs to: the second folder of its path.
  var module: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  /// The modules that it imports, in order.
  var imports: [String] { lines.compactMap { SourceFile.module(importedBy: $0) } }

  /// Whether it begins with a comment that says its job.
  var hasOpeningComment: Bool {
    guard let first = lines.first else { return false }
    return first.hasPrefix("// ") && first.count > 10
  }

  /// Whether it is a table of data, which may be as long as the data.
  var isTable: Bool {
    let code = lines.filter { !$0.allSatisfy(\.isWhitespace) }
    let entries = code.filter {
      let text = $0.drop(while: \.isWhitespace)
      return text.hasPrefix("(") || text.hasPrefix("\"") || text.hasPrefix("[")
    }
    return entries.count * 10 > code.count * 8
  }

  /// The module that a line imports; nil for any other line.
  static func module(importedBy line: Substring) -> String? {
    var words = line.split(whereSeparator: \.isWhitespace)[...]
    let modifiers: Set<Substring> = [
      "public", "package", "internal", "fileprivate", "private", "@testable", "@_exported",
      "@preconcurrency", "@_implementationOnly",
    ]
    while let word = words.first, modifiers.contains(word) { words.removeFirst() }
    guard words.popFirst() == "import" else { return nil }
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
    ]
    if let kind = words.first, kinds.contains(kind) { words.removeFirst() }
    return words.first?.split(separator: ".").first.map(String.init)
  }

  /// All Swift files under a folder at the root of the package.
  static func all(under folder: String) throws -> [SourceFile] {
    let url = root.appending(path: folder)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: url.path)
    return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let bytes = try Data(contentsOf: url.appending(path: path))
      let text = String(decoding: bytes, as: UTF8.self)
      return SourceFile(path: folder + "/" + path, text: text)
    }
  }

  /// The root of the package, three folders above this file.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
