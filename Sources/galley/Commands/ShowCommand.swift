// `galley show`: one annotation with all that it says.

import ArgumentParser
import ArticleModel
import Corpus

/// Prints an annotation.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show everything about one mark.",
    discussion: """
      Example: galley show 6f1c2a3b
      Example: galley show --json 6f1c2a3b article.txt

      galley list prints the ids; the first few characters are enough.
      """)

  @Argument(help: "The id of the mark, or the beginning of it.")
  var id: String

  @OptionGroup var selection: SidecarSelection

  @Flag(help: "Print the annotation as it is in the sidecar file.")
  var json = false

  func run() throws {
    let shelf = Settings().taxonomies()
    let row = try selection.row(named: id, shelf)
    if json {
      try Output.printJSON(row.json)
    } else {
      try Output.print(MarkRecord(row, shelf).lines.joined(separator: "\n"))
    }
  }
}
