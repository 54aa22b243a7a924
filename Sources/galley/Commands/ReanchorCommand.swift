// `galley reanchor`: finds the marks of an article again after its text has changed.

import ArgumentParser
import ArticleModel
import Corpus
import LosslessJSON
import Sidecars

/// Finds marks again and brings their positions up to date.
struct ReanchorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reanchor",
    abstract: "Find the marks of an article again after its text has changed.",
    discussion: """
      Example: galley reanchor --dry-run article.txt
      Example: galley reanchor article.txt
      Example: galley reanchor --from draft.txt.annotations.json article.txt

      Updates the positions of the marks; the words of a mark are never rewritten. Use --from \
      if the article was moved or renamed: its marks come to this article with their history, \
      and the old sidecar file becomes the backup. Exits with 1 if a mark was not found for \
      sure.
      """)

  @Argument(help: "The article.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("The sidecar file, if it is not beside its article.", valueName: "file"),
    completion: .file())
  var sidecar: String?

  @Option(
    help: ArgumentHelp("Take over the marks of this sidecar file first.", valueName: "sidecar"),
    completion: .file())
  var from: String?

  @Flag(help: "Show where the marks are, but change nothing.")
  var dryRun = false

  @Flag(help: "Print a JSON array; offsets are code points of the text as it is now.")
  var json = false

  @OptionGroup(title: "Opening") var source: SourceOptions

  func run() throws {
    let article = try Documents.article(file, source.access)
    let opening = try anchored(article)
    let places = opening.annotations.annotations.flatMap { annotation in
      zip(annotation.targets, opening.anchors[annotation.id] ?? []).map {
        AnchoredPlace(annotation: annotation, target: $0, anchor: $1, article: article)
      }
    }
    if json {
      try Output.printJSON(.array(places.map(\.json)))
    } else {
      for place in places { try Output.print(place.line) }
      if places.isEmpty { try Output.print("no marks here") }
    }
    if places.contains(where: \.isInDoubt) { throw CommandFailure.findings }
  }

  /// Opens the sidecar, which finds the marks, and saves their new positions.
  private func anchored(_ article: Article) throws(CommandFailure) -> Opening {
    let store = SidecarStore(article: article, sidecarPath: dryRun ? from ?? sidecar : sidecar)
    do throws(StoreError) {
      var opening = try store.open(dryRun ? .readOnly : .waiting(seconds: 5))
      opening.notices.forEach { Output.complain("\(store.path): \($0)") }
      if let from, !dryRun {
        opening = try store.takeOver(sidecarAt: from)
        opening.notices.forEach { Output.complain("\(from): \($0)") }
        Output.complain("\(store.path) has the marks of \(from) now")
      } else if !dryRun, opening.lastChanged != nil {
        _ = try store.save()
      }
      try store.close()
      return opening
    } catch {
      throw CommandFailure(error.description)
    }
  }
}
