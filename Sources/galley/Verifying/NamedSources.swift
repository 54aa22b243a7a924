// The sources that the sidecars of stories name.

import ArticleModel
import Corpus
import Sidecars
import Verification

/// The sources of stories for which a command line names none.
struct NamedSources {
  /// Where they are.
  let paths: [String]

  /// Reads what sidecars name. Sources outside of the folder of a sidecar, and pages of the web, have to be named on
  /// the command line: a sidecar may come from anybody.
  /// - Throws: when a story has no sources.
  init(of stories: [VerifiableStory]) throws(CommandFailure) {
    var paths: [String] = []
    for story in stories {
      let name = story.article.source.name
      let annotated: AnnotatedArticle
      do throws(StoreError) {
        annotated = try AnnotatedArticle(story.article)
      } catch { throw CommandFailure(error.description) }
      let sources = annotated.about.quotationSources
      if sources.isEmpty {
        throw CommandFailure("\(name): no sources are named; name them with --against SOURCE…")
      }
      if let other = sources.first(where: { !$0.isWithinFolder }) {
        throw CommandFailure(
          "\(name): its sidecar names \(other.name), which is not in its folder; "
            + "say --against SOURCE…")
      }
      paths += sources.compactMap { $0.location(forSidecarAt: annotated.sidecarPath) }
    }
    self.paths = paths.uniqued()
  }
}
