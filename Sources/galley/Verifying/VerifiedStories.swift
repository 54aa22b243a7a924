// The stories that a command line names, analysed, with the quotations that can be looked for.

import ArticleModel
import NewsAnalysis
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
            article, analyzer.analyze(article), includesIndirect: !isVerbatimOnly)
          all.append(Named(name: article.source.path ?? path, story: story))
        }
      }
    }
    AnalyzerChoice.keepIndex()
  }
}
