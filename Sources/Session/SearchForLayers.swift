// Looks for the sidecars of colleagues beside that of the article that is read, beside the reading.

import Agreement
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
  private let found = Mutex<[Layer]>([])

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
      let layers = layers()
      guard !layers.isEmpty else { return }
      found.withLock { $0 = layers }
      Terminal.wake()
    }.letGo()
  }

  /// A sidecar that cannot be read is left out: whoever opens it is told why.
  private func layers() -> [Layer] {
    let paths = SidecarLocation.sidecars(beside: path, besides: known[0], on: files)
    let opened = Set(known.map(files.destination(of:)))
    let sidecars = paths.filter { !opened.contains(files.destination(of: $0)) }.compactMap {
      try? AnnotatedArticle(article, sidecarPath: $0, fileSystem: files)
    }
    let marks = sidecars.map { sidecar in
      SidecarMarks(
        article: article, named: sidecar.name, sidecarPath: sidecar.sidecarPath,
        annotations: sidecar.annotations.filter { AnnotationKind.marks.contains($0.kind) },
        anchors: sidecar.anchors)
    }
    return zip(SidecarMarks.annotators(of: marks), sidecars).map {
      Layer(name: $0, $1.annotations, anchors: $1.anchors)
    }
  }

  /// What has been found since the last call; nil when nothing was.
  func result() -> [Layer]? {
    found.withLock { layers in
      defer { layers = [] }
      return layers.isEmpty ? nil : layers
    }
  }
}
