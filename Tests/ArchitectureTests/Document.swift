// A document of the repository in Markdown: its links, and the headings that links can lead to.

import FoundationEssentials

/// One Markdown file of the repository.
struct Document {
  /// Its path from the root of the repository.
  let path: String
  /// Its lines without blocks of code.
  let lines: [Substring]

  init(path: String, text: String) {
    self.path = path
    var isCode = false
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if line.hasPrefix("```") { isCode.toggle() }
      return !isCode && !line.hasPrefix("```")
    }
  }

  /// Where its links to other files and to headings lead.
  var links: [String] {
    lines.flatMap { line in
      let prose = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: "_")
      let starts = ["](", " src=\"", " srcset=\""]
      return starts.flatMap { start in
        prose.ranges(of: start).map { range in
          String(prose[range.upperBound...].prefix { $0 != ")" && $0 != "\"" })
        }
      }
    }.filter { !$0.contains("://") && !$0.hasPrefix("mailto:") }
  }

  /// The names under which links reach its headings.
  var anchors: Set<String> {
    Set(
      lines.filter { $0.hasPrefix("#") }.map { heading in
        let text = heading.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
        return String(
          text.compactMap { character in
            if character == " " { return "-" }
            let isKept = character.isLetter || character.isNumber || "-_".contains(character)
            return isKept ? character : nil
          })
      })
  }

  /// Whether a link leads to a file or folder that exists, and to a heading that it has.
  func resolves(_ link: String) -> Bool {
    let parts = link.split(separator: "#", omittingEmptySubsequences: false)
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let target = parts[0].isEmpty ? path : folder.isEmpty ? "\(parts[0])" : "\(folder)/\(parts[0])"
    let url = SourceFile.root.appending(path: target)
    guard FileManager.default.fileExists(atPath: url.path) else { return false }
    guard parts.count > 1 else { return true }
    return (try? Document(path: target)).map { $0.anchors.contains(String(parts[1])) } ?? false
  }

  private init(path: String) throws {
    let data = try Data(contentsOf: SourceFile.root.appending(path: path))
    self.init(path: path, text: String(decoding: data, as: UTF8.self))
  }

  /// All documents of the repository.
  static func all() throws -> [Document] {
    let folders = ["Documentation", "Examples", "Sources", "Tests"]
    let nested = try folders.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(
        atPath: SourceFile.root.appending(path: folder).path
      )
      .map { "\(folder)/\($0)" }
    }
    let top = try FileManager.default.contentsOfDirectory(atPath: SourceFile.root.path)
    return try (top + nested).filter { $0.hasSuffix(".md") }.sorted().map { try Document(path: $0) }
  }
}
