// Looks for the sidecars of colleagues beside that of the article that is read, beside the reading.

import ArticleModel
import Corpus
import Ncurses
import Reader
import Sidecars
import Synchronization

/// A search for further sidecars of an article, such as `story.txt.ben.annotations.json`.
///
/// A class because a thread of its own hands its result over through it.
final class SearchForLayers: Sendable {
  private let article: Article
  private let path: String
  private let known: [String]
  private let files: any FileSystem
  private let found = Mutex<[ReaderAnswer]>([])

  /// Prepares the search; nil for an article that has no file.
  /// - Parameters:
  ///   - own: the sidecar that is open.
  ///   - opened: those that lie over the article already.
  init?(for article: Article, own: String, opened: [String], on files: any FileSystem) {
    guard let path = article.source.path else { return nil }
    (self.article, self.path, self.files) = (article, path, files)
    known = [own] + opened
  }

  /// Starts it.
  func start() {
    BackgroundThread { [self] in
      let answers = answers()
      guard !answers.isEmpty else { return }
      found.withLock { $0 = answers }
      Terminal.wake()
    }.letGo()
  }

  /// A sidecar that cannot be read is left out: whoever opens it is told why.
  private func answers() -> [ReaderAnswer] {
    let paths = SidecarLocation.sidecars(beside: path, besides: known[0], on: files)
    let opened = Set(known.map(files.destination(of:)))
    let sidecars = paths.filter { !opened.contains(files.destination(of: $0)) }.compactMap {
      try? AnnotatedArticle(article, sidecarPath: $0, fileSystem: files)
    }
    let decisions = sidecars.filter(\.isOfDecisions).flatMap(\.annotations)
    let layers = [Layer].people(in: sidecars.filter { !$0.isOfDecisions })
    return (decisions.isEmpty ? [] : [.decisions(decisions)])
      + (layers.isEmpty ? [] : [.layersBeside(layers)])
  }

  /// What has been found since the last call; empty when nothing was.
  func results() -> [ReaderAnswer] {
    found.withLock { answers in
      defer { answers = [] }
      return answers
    }
  }
}
