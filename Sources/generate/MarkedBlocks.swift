// The parts of a document that are made from something else, between two comments of Markdown:
//
//     <!-- generated: keys default normal -->
//     | keys | what they do |
//     <!-- end -->

/// A document with blocks that are made anew.
struct MarkedBlocks {
  /// What is wrong with a document's markers.
  enum Failure: Error, CustomStringConvertible {
    case unknown(String)
    case unended(String)

    var description: String {
      switch self {
      case .unknown(let name): "nothing is called “\(name)”"
      case .unended(let name): "“\(name)” has no <!-- end -->"
      }
    }
  }

  private static let start = "<!-- generated: "
  private static let end = "<!-- end -->"

  private let lines: [Substring]

  /// Reads a document.
  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The names of its blocks.
  var names: [String] { lines.compactMap(Self.name) }

  /// The document with what `content` makes of the name of each block; nil for a name that it does not
  /// know.
  func filled(_ content: (String) throws -> String?) throws -> String {
    var result: [Substring] = []
    var rest = lines[...]
    while let line = rest.popFirst() {
      result.append(line)
      guard let name = Self.name(line) else { continue }
      guard let text = try content(name) else { throw Failure.unknown(name) }
      guard let last = rest.firstIndex(where: { $0 == Self.end }) else {
        throw Failure.unended(name)
      }
      result += text.split(separator: "\n", omittingEmptySubsequences: false)
      rest = rest[last...]
    }
    return result.joined(separator: "\n")
  }

  private static func name(_ line: Substring) -> String? {
    guard line.hasPrefix(start), line.hasSuffix(" -->") else { return nil }
    return String(line.dropFirst(start.count).dropLast(" -->".count))
  }
}
