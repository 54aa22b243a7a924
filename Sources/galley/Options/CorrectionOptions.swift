// What several commands ask for alike: the analysis of an article, as it was found or as readers put it
// right.

import ArgumentParser
import ArticleModel
import Corpus
import NewsAnalysis
import Sidecars

/// Whose word counts: the program's alone, or that of a sidecar as well.
struct CorrectionOptions: ParsableArguments {
  @Flag(help: "Apply the corrections in the sidecar file of the article.")
  var corrected = false

  @Option(
    help: "Apply the corrections in this sidecar file.", completion: .file(extensions: ["json"]))
  var sidecar: String?

  @Flag(help: "Ignore the authority file of the desk.")
  var asFound = false

  /// Analyses an article with `analyzer`, and applies what its desk knows and what its readers put right.
  func analysis(
    of article: Article, by analyzer: any ArticleAnalyzer
  ) throws(CommandFailure) -> Analysis {
    let analyzer = asFound ? analyzer : AnalyzerChoice.onDesk(analyzer)
    let found = analyzer.analyze(article)
    guard corrected || sidecar != nil else { return found }
    let annotated: AnnotatedArticle
    do throws(StoreError) {
      annotated = try AnnotatedArticle(article, sidecarPath: sidecar)
    } catch {
      throw CommandFailure(error.description)
    }
    if let sidecar, !annotated.hasSidecar {
      throw CommandFailure("\(sidecar): there is no such sidecar")
    }
    return CorrectedAnalysis(
      found, annotations: annotated.annotations, anchors: annotated.anchors, text: article.text
    ).analysis
  }
}
