// `galley taxonomy`: the terms that marks can have.

import ArgumentParser
import ArticleModel

/// Prints the packs of terms.
struct TaxonomyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "taxonomy",
    abstract: "Print the terms that marks can have.",
    discussion: """
      Example: galley taxonomy
      Example: galley taxonomy bias

      Your own packs are TOML files in ~/.config/galley/taxonomies.
      """)

  @Argument(help: "A pack, such as bias; by default all of them.")
  var pack: String?

  func run() throws {
    let shelf = Settings().taxonomies()
    let packs = shelf.packs.filter { pack == nil || $0.id == pack }
    if let pack, packs.isEmpty {
      let known = shelf.packs.map(\.id).joined(separator: ", ")
      throw CommandFailure("there is no pack “\(pack)”; there are \(known)")
    }
    Output.print(packs.map(Self.listing).joined(separator: "\n\n"))
  }

  private static func listing(of pack: Taxonomy) -> String {
    var lines = ["\(pack.id)  version \(pack.version)  for marks of kind \(pack.kind.rawValue)"]
    for group in pack.groups {
      lines.append("  \(group.label)\(group.isExclusive ? " (one of)" : "")")
      for term in group.terms {
        lines.append("    \(term.key)  \(term.id.padded(to: 26)) \(term.definition)")
      }
    }
    return lines.joined(separator: "\n")
  }
}
