// `galley annotate`: a mark without the reader, for scripts and other programs.

import ArgumentParser
import ArticleModel
import Corpus
import Sidecars

/// Adds an annotation to an article's sidecar.
struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate",
    abstract: "Mark a passage without opening the reader.",
    discussion: """
      Example: galley annotate article.txt --exact "caved in" --kind bias \\
          --term loaded-term
      Example: galley annotate article.txt --start 412 --end 471 \\
          --kind verification --verdict refuted --evidence https://example.org/log \\
          --stance refutes
      Example: galley annotate article.txt --article --kind note \\
          --note "No reply from the port."

      --start and --end count the code points of what galley text prints. The words of --exact \
      must occur in the text exactly as given. If they occur more than once, --prefix or \
      --suffix say which place you mean.
      """)

  @Argument(help: "The article; - is standard input.", completion: .file())
  var file: String

  @OptionGroup(title: "Passage") var passage: PassageOptions
  @OptionGroup(title: "Content") var content: ContentOptions
  @OptionGroup(title: "Sidecar") var marks: SidecarOptions

  @Flag(help: "Print the annotation as it is in the sidecar file.")
  var json = false

  @OptionGroup(title: "Opening") var source: SourceOptions

  func run() throws {
    let article = try Documents.article(file, source.access)
    let settings = Settings()
    let author = settings.author(named: marks.author)
    var annotation = Annotation(
      kind: content.kind.annotationKind, targets: try passage.targets(in: article),
      creator: author, created: .now())
    let shelf = settings.taxonomies()
    try content.fill(&annotation, from: shelf)

    let editing = try SidecarEditing(of: article, sidecar: marks.sidecar, by: author)
    let label = annotation.terms.map { shelf.label(of: $0) } + annotation.tags
    let summary = (["marked \(annotation.kind.rawValue)"] + label).joined(separator: ", ")
    try editing.record(Change(summary, [.insert(annotation)]))
    if json {
      try Output.printJSON(annotation.json())
    } else {
      try Output.print("\(summary): \(annotation.id.short) in \(editing.path)")
    }
  }
}
