// `galley delete`: takes an annotation out of its sidecar.

import ArgumentParser
import ArticleModel
import Corpus

/// Deletes an annotation.
struct DeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Delete a mark.",
    discussion: """
      Example: galley delete 6f1c2a3b
      Example: galley delete 6f1c2a3b article.txt

      The id is that of galley list; its first digits are enough.
      """)

  @Argument(help: "The id of the mark, or the beginning of it.")
  var id: String

  @OptionGroup var selection: SidecarSelection

  @Flag(help: "Print the mark that was deleted as JSON.")
  var json = false

  func run() throws {
    let row = try selection.row(named: id, Settings().taxonomies())
    guard row.state != nil else {
      throw CommandFailure("\(row.sidecarPath): its article is not there; put it back first")
    }
    let article = try Documents.article(row.articleName)
    let editing = try SidecarEditing(of: article, sidecar: row.sidecarPath)
    guard let annotation = editing.annotations[row.id] else {
      throw CommandFailure("\(row.shortID) has just been deleted by somebody else")
    }
    try editing.record(Change("deleted \(row.label)", [.remove(annotation)]))
    if json { return try Output.printJSON(row.json) }
    let quote = row.quote.map { " " + $0.shortened(to: 40).inQuotationMarks } ?? ""
    try Output.print("deleted \(row.label)\(quote) from \(editing.path)")
  }
}
