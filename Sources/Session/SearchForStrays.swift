// Looks for the marks of an article that was moved or renamed, beside the reading.

import ArticleModel
import Corpus
import Ncurses
import Sidecars
import Synchronization

/// A search for sidecars elsewhere, for an article that has none.
///
/// A class because a thread of its own hands its result over through it.
final class SearchForStrays: Sendable {
  private let article: Article
  private let found = Mutex<[StraySidecar]>([])

  /// Prepares the search; nil when the article has its sidecar, or a place for it was named.
  init?(for article: Article, after opening: Opening, sidecarPath: String?) {
    guard opening.lastChanged == nil, opening.annotations.annotations.isEmpty,
      sidecarPath == nil
    else { return nil }
    self.article = article
  }

  /// Starts it.
  func start() {
    BackgroundThread { [self] in
      // Those beside the article are its colleagues', which are told of as such.
      let layers = layers()
      let sidecars = SidecarSearch().sidecars(for: article).filter { !layers.contains($0.path) }
      guard !sidecars.isEmpty else { return }
      found.withLock { $0 = sidecars }
      Terminal.wake()
    }.letGo()
  }

  private func layers() -> Set<String> {
    guard let path = article.source.path else { return [] }
    return Set(SidecarLocation.sidecars(beside: path, besides: path + SidecarStore.suffix))
  }

  /// What has been found since the last call; nil when nothing was.
  func result() -> [StraySidecar]? {
    found.withLock { sidecars in
      defer { sidecars = [] }
      return sidecars.isEmpty ? nil : sidecars
    }
  }
}
