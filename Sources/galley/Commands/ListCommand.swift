// `galley list`: what has been marked, in one article or in many.

import ArgumentParser
import ArticleModel
import Corpus
import LosslessJSON
import Session

/// Prints annotations, a line each.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the marks in articles and folders.",
    discussion: """
      Example: galley list article.txt
      Example: galley list --filter "kind:verification status:open" articles/
      Example: galley list --json | jq '.[].id'

      A filter has words, and conditions: \
      \(AnnotationFilter.keys.map { "\($0.name):" }.joined(separator: " ")). A hyphen in front means \
      not, commas separate choices, and quotation marks keep words together: \
      -is:private kind:bias,question by:"Ana Lopes".
      """)

  @OptionGroup var selection: SidecarSelection

  @OptionGroup var conditions: FilterOption

  @Flag(help: "Print the annotations as they are in the sidecar files, as a JSON array.")
  var json = false

  func run() throws {
    let filter = try conditions.filter()
    let shelf = Settings().taxonomies()
    let (articles, failures) = try selection.openAllOnce(readsTexts: false)
    let rows = articles.rows(labelledBy: shelf).map { $0.filter(filter.matches) }
    if json {
      try Output.printJSON(.array(rows.joined().map(\.json)))
    } else {
      let lists = zip(articles, rows).filter { !$0.1.isEmpty || articles.count == 1 }
        .concurrentMap { AnnotationListing(of: $0.0, $0.1, shelf).text }
      if !lists.isEmpty || failures.isEmpty {
        try Output.print(lists.isEmpty ? "no marks here" : lists.joined(separator: "\n\n"))
      }
    }
    try failures.end(having: articles)
  }
}
