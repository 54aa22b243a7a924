// The stories that a command line names, analysed, with the quotations that can be looked for.

import ArticleModel
import Corpus
import NewsAnalysis
import Sidecars
import Verification

/// Stories by the names that they were given.
struct VerifiedStories {
  /// A story and what to call it.
  struct Named {
    var name: String
    var story: VerifiableStory
  }

  private(set) var all: [Named] = []

  /// Opens and analyses stories; of a folder or a file with several all of them.
  init(
    _ names: [String], _ access: SourceAccess, _ engine: EngineName?, _ isVerbatimOnly: Bool
  ) throws {
    for name in names {
      let inside = ClaimSources.paths(inFolder: name)
      for path in inside.isEmpty ? [name] : inside {
        try Documents.forEachArticle(at: path, access) { article in
          let analyzer = AnalyzerChoice.onDesk(
            AnalyzerChoice.indexed(engine?.analyzer ?? AnalyzerChoice.analyzer(for: article)))
          let story = VerifiableStory(
            article, try Self.analysis(of: article, by: analyzer),
            includesIndirect: !isVerbatimOnly)
          all.append(Named(name: article.source.path ?? path, story: story))
        }
      }
    }
    AnalyzerChoice.keepIndex()
  }

  /// What an analyzer finds, as the readers of the story put it right in its sidecar, if it has one.
  private static func analysis(
    of article: Article, by analyzer: any ArticleAnalyzer
  ) throws(CommandFailure) -> Analysis {
    let found = analyzer.analyze(article)
    guard article.source.path != nil else { return found }
    do throws(StoreError) {
      let annotated = try AnnotatedArticle(article, sidecarPath: nil)
      guard annotated.hasSidecar else { return found }
      return CorrectedAnalysis(
        found, annotations: annotated.annotations, anchors: annotated.anchors, text: article.text
      ).analysis
    } catch {
      throw CommandFailure(error.description)
    }
  }
}
