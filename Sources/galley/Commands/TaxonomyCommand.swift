// `galley taxonomy`: the terms that marks can have.

import ArgumentParser
import ArticleModel
import Configuration
import LosslessJSON

/// Prints the packs of terms, or checks one.
struct TaxonomyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "taxonomy",
    abstract: "Print the terms that marks can have.",
    discussion: """
      Example: galley taxonomy
      Example: galley taxonomy bias
      Example: galley taxonomy --check desk.toml

      Your own packs are TOML files in ~/.config/galley/taxonomies.
      """)

  @Argument(help: "A pack, such as bias; by default all of them.")
  var pack: String?

  @Option(
    help: ArgumentHelp("Report what is wrong in the file of a pack.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var check: String?

  @Flag(help: "Print the packs, or what is wrong in one, as JSON.")
  var json = false

  func run() throws {
    if let check { return try report(on: check) }
    let shelf = Settings().taxonomies()
    let packs = shelf.packs.filter { pack == nil || $0.id == pack }
    if let pack, packs.isEmpty {
      let known = shelf.packs.map(\.id).joined(separator: ", ")
      throw CommandFailure("there is no pack “\(pack)”; there are \(known)")
    }
    if json {
      try Output.printJSON(.array(packs.map(\.json)))
    } else {
      try Output.print(packs.map(\.listing).joined(separator: "\n\n"))
    }
  }

  private func report(on path: String) throws {
    let result: (pack: Taxonomy?, problems: [ConfigurationProblem])
    do throws(ConfigurationProblem) { result = try TaxonomyLoader.load(path: path) } catch {
      throw CommandFailure(error.description)
    }
    let terms = result.pack?.groups.reduce(0) { $0 + $1.terms.count } ?? 0
    let good = "\(path): \(terms == 1 ? "1 term" : "\(terms) terms"), nothing wrong"
    try ProblemReport(result.problems, nothingWrong: good).give(asJSON: json)
  }
}
