// `galley delete`: takes an annotation out of its sidecar.

import ArgumentParser
import ArticleModel
import Corpus
import Session

/// Deletes an annotation.
struct DeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Delete a mark.",
    discussion: """
      Example: galley delete 6f1c2a3b
      Example: galley delete 6f1c2a3b article.txt

      galley list prints the ids; the first few characters are enough. To delete a mark that someone \
      else made, add --not-mine; a note stays that says who deleted what. Often a reply is \
      better (galley review). If a correction counts in later articles, it is also removed \
      from the authority file.
      """)

  @Argument(help: "The id of the mark, or the beginning of it.")
  var id: String

  @OptionGroup var selection: SidecarSelection

  @Option(name: .customLong("as"), help: ArgumentHelp("Your name.", valueName: "name"))
  var author: String?

  @Flag(help: "Delete a mark that someone else made.")
  var notMine = false

  @Flag(help: "Print the mark that was deleted as JSON.")
  var json = false

  func run() throws {
    let settings = Settings()
    let person = settings.author(named: author)
    let row = try selection.row(named: id, settings.taxonomies())
    guard row.state != nil else {
      throw CommandFailure("\(row.sidecarPath): its article is not there; put it back first")
    }
    let article = try Documents.article(row.articleName)
    let editing = try SidecarEditing(of: article, sidecar: row.sidecarPath, by: person)
    guard let annotation = editing.annotations[row.id] else {
      throw CommandFailure("\(row.shortID) has just been deleted by someone else")
    }
    if !annotation.belongs(to: person), !notMine {
      try editing.close()
      throw CommandFailure(
        "\(row.shortID) is by \(annotation.creator?.name ?? ""), and you are "
          + "\(person?.name ?? "nobody named"): answer it in galley review, or delete it with --not-mine"
      )
    }
    let reviews = editing.annotations.annotations.filter {
      $0.kind == .review && $0.repliesTo == annotation.id
    }
    let edits = ReviewOperation.delete.edits(
      on: annotation, reviewedBy: reviews, by: person, at: .now(), naming: .random())
    let change = Change("deleted \(row.label)", edits)
    try editing.record(change)
    followAuthority(change, of: article)
    if json { return try Output.printJSON(row.json) }
    let quote = row.quote.map { " " + $0.shortened(to: 40).inQuotationMarks } ?? ""
    try Output.print("deleted \(row.label)\(quote) from \(editing.path)")
  }
}

extension DeleteCommand {
  /// A correction for the whole desk goes out of its authority file with its mark.
  private func followAuthority(_ change: Change, of article: Article) {
    guard let access = article.source.path.flatMap(DeskAuthority.access) else { return }
    do {
      if let told = try access.follow(removalsIn: change) { Output.complain(told) }
    } catch {
      Output.complain("it still applies to later articles: \(error)")
    }
  }
}
