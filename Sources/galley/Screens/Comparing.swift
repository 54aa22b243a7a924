// `galley review --compare`: where the command line hands over to an adjudication.

import Adjudication
import Agreement
import Corpus
import ArticleModel
import Configuration
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
    let adjudication: Adjudication
    let articles = try SidecarSelection.openAll(at: sidecars)
    do throws(Adjudication.Problem) {
      adjudication = try Adjudication(articles.map { SidecarMarks($0) })
    } catch {
      throw CommandFailure(error.description)
    }
    let result = output ?? Self.usualPlace(for: adjudication.article)
    let setup = try self.setup
    do throws(SessionError) {
      var session = try AdjudicationSession(adjudication, setup, resultAt: result)
      try session.run()
    } catch {
      throw CommandFailure(error.description)
    }
    try Output.print("decisions are in \(result)")
  }

  private static func usualPlace(for article: Article) -> String {
    (article.source.path ?? article.source.name) + ".decided" + SidecarLocation.suffix
  }

  private var setup: AdjudicationState.Setup {
    get throws {
      var setup = AdjudicationState.Setup()
      setup.hidesNames = hidesNames
      setup.keymap = try settings.keymap(named: keymap).keymap
      setup.theme = try settings.chosenTheme(theme)
      setup.shelf = settings.taxonomies()
      setup.author = settings.author(named: author)
      return setup
    }
  }
}
