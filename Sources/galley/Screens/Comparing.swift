// `galley review --compare`: where the command line hands over to an adjudication.

import Agreement
import ArticleModel
import Configuration
import Corpus
import Interface
import NewsAnalysis
import Session
import Sidecars

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
    let named = Set(sidecars)
    let articles = try SidecarSelection.openAll(at: SidecarsBeside.expanded(sidecars)).filter {
      // Decisions are nobody's marks, unless somebody names their file.
      named.contains($0.sidecarPath) || !$0.isOfDecisions
    }
    let marks = try Self.marks(of: articles)
    do throws(Collation.Problem) { collation = try Collation(marks) } catch {
      throw CommandFailure(error.description)
    }
    let result = output ?? Self.usualPlace(for: collation.article)
    try Self.spare(articles.flatMap(\.files), from: result)
    var showing = Showing(settings)
    try showing.choose(keymap: keymap, theme: theme)
    showing.loadTerms()
    showing.stage.author = settings.author(named: author)
    try showing.show(
      AdjudicationDesk(
        collation, hidesNames: hidesNames, resultAt: result,
        services: services(marks, collation.article, result, showing.stage.shelf)))
    try Output.print("decisions are in \(result)")
  }

  /// Each sidecar is a person; in one that several people work in, each of them.
  private static func marks(of articles: [AnnotatedArticle]) throws(CommandFailure)
    -> [SidecarMarks]
  {
    guard let only = articles.first, articles.count == 1 else {
      let sidecars = articles.compared
      guard let people = SidecarMarks.byPerson(across: sidecars) else { return sidecars }
      if people.count == 1, let only = people.first?.person {
        throw CommandFailure(
          "these sidecars have marks by \(only) alone; a comparison needs two people")
      }
      return people
    }
    let people = SidecarMarks(only).byPerson
    guard people.count > 1 else {
      let who = people.first?.person.map { "marks by \($0) alone" } ?? "no marks"
      throw CommandFailure(
        "\(only.sidecarPath) has \(who); a comparison needs two people, or two sidecars of one article"
      )
    }
    return people
  }

  private func services(
    _ marks: [SidecarMarks], _ article: Article, _ result: String, _ shelf: TaxonomyShelf
  ) -> AdjudicationDesk.Services {
    let hidesNames = hidesNames
    return AdjudicationDesk.Services(
      measure: {
        let study: AgreementStudy
        do throws(AgreementStudy.Problem) {
          study = try AgreementStudy(marks) { AnalyzerChoice.fast.analyze($0).sentences }
        } catch { throw CommandFailure(error.description) }
        var listing = AgreementListing(AgreementReport(of: study), shelf)
        listing.hidesNames = hidesNames
        return listing.text.split(separator: "\n", omittingEmptySubsequences: false).map(
          String.init)
      },
      export: { export in
        let decisions: AnnotatedArticle
        do throws(StoreError) {
          decisions = try AnnotatedArticle(article, sidecarPath: result)
        } catch { throw CommandFailure(error.description) }
        return try ListExport(export, decisions, shelf).write()
      })
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
