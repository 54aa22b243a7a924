// `galley diff`: what differs between two sidecars, in words.

import ArgumentParser
import ArticleModel
import Corpus
import LosslessJSON
import Sidecars

/// Compares sidecars.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what differs between two sidecar files.",
    discussion: """
      Example: galley diff ana.annotations.json ben.annotations.json
      Example: galley diff desk/story.txt back/story.txt

      An article stands for the sidecar file beside it. Exits with 1 if they differ.
      """)

  @Argument(help: "The first sidecar file.", completion: .file())
  var first: String

  @Argument(help: "The second sidecar file.", completion: .file())
  var second: String

  @Flag(help: "Print the differences as a JSON array.")
  var json = false

  func run() throws {
    let old = try Self.sidecar(at: first).annotations
    let new = try Self.sidecar(at: second).annotations
    let difference = SidecarDifference(from: old, to: new)
    if json {
      try Output.printJSON(.array(difference.entries.map(\.json)))
    } else {
      for entry in difference.entries { try Output.print(entry.text) }
    }
    if !difference.entries.isEmpty { throw CommandFailure.findings }
  }
}

extension DiffCommand {
  /// The sidecar that was named, or that of the article that was.
  private static func sidecar(at path: String) throws(CommandFailure) -> Sidecar {
    let sidecar = SidecarsBeside.sidecar(of: path)
    if sidecar == path, ArticleFiles.isOne(path), !path.hasSuffix(".json") {
      throw CommandFailure(
        "\(path) is an article, and there are no marks beside it; diff compares two sidecars")
    }
    return try SidecarFile.read(sidecar)
  }
}

extension SidecarDifference.Entry {
  /// The entry in words, with a line for each detail.
  fileprivate var text: String {
    let quote = annotation.targets.first?.passage?.exact ?? "the article"
    let terms = annotation.terms.map(\.term).joined(separator: ", ")
    let what = annotation.kind.rawValue + (terms.isEmpty ? "" : " / \(terms)")
    let line = "\(verb) \(what) \(quote.shortened(to: 60).inQuotationMarks)"
    guard case .changed(_, let details) = self else { return line }
    return ([line] + details.map { "    \($0)" }).joined(separator: "\n")
  }

  private var verb: String {
    switch self {
    case .added: "added   "
    case .removed: "removed "
    case .changed: "changed "
    }
  }

  fileprivate var json: JSONValue {
    var object: JSONObject = [
      "change": .string(verb.trimmingSpaces), "id": .string(annotation.id.description),
      "annotation": annotation.json(),
    ]
    if case .changed(_, let details) = self {
      let list = details.map { detail -> JSONValue in
        ["name": .string(detail.name), "old": .string(detail.old), "new": .string(detail.new)]
      }
      object.append("details", .array(list))
    }
    return .object(object)
  }
}

extension String {
  fileprivate var trimmingSpaces: String { String(prefix { $0 != " " }) }
}
