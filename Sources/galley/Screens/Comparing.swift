// `galley review --compare`: where the command line hands over to an adjudication.

import Agreement
import ArticleModel
import Configuration
import Corpus
import Interface
import Session

/// Sidecars of one article that are to be decided between.
struct Comparing {
  var sidecars: [String]
  /// Where decisions go; nil for a sidecar beside the article.
  var output: String?
  var settings: Settings
  /// Who decides; nil for whom the configuration names.
  var author: String?
  /// The name or path of the keymap; nil for the one that the configuration names.
  var keymap: String?
  /// The name or path of the theme; nil for the one that the configuration names.
  var theme: String?
  /// Whether people are called by numbers.
  var hidesNames = false

  init(sidecars: [String], output: String?, settings: Settings) {
    self.sidecars = sidecars
    self.output = output
    self.settings = settings
  }

  /// Lays the sidecars side by side, and says where the decisions are.
  func start() throws {
    let collation: Collation
    let articles = try SidecarSelection.openAll(at: sidecars)
    do throws(Collation.Problem) {
      collation = try Collation(articles.map { SidecarMarks($0) })
    } catch {
      throw CommandFailure(error.description)
    }
    let result = output ?? Self.usualPlace(for: collation.article)
    try Self.spare(articles.flatMap(\.files), from: result)
    var showing = Showing(settings)
    try showing.choose(keymap: keymap, theme: theme)
    showing.loadTerms()
    showing.stage.author = settings.author(named: author)
    try showing.show(
      AdjudicationDesk(collation, hidesNames: hidesNames, resultAt: result))
    try Output.print("decisions are in \(result)")
  }

  /// Decisions are a sidecar of their own, and no part of what was decided between.
  private static func spare(_ sources: [String], from result: String) throws(CommandFailure) {
    let there = FileIdentity(of: result)
    let isSource = sources.contains { source in
      FileIdentity.place(of: source) == FileIdentity.place(of: result)
        || there.map { FileIdentity(of: source)?.isSameFile(as: $0) == true } ?? false
    }
    if isSource { throw CommandFailure("\(result) is compared; name another file for decisions") }
  }

  private static func usualPlace(for article: Article) -> String {
    (article.source.path ?? article.source.name) + ".decided" + SidecarLocation.suffix
  }
}
