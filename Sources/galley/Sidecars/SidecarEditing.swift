// A change to a sidecar by a command: open, wait for other writers, record, close.

import ArticleModel
import Corpus
import Sidecars

/// One editing of a sidecar.
struct SidecarEditing {
  private let store: SidecarStore
  /// The annotations as they were found.
  let annotations: AnnotationSet
  /// The sidecar's path.
  var path: String { store.path }

  /// How long a command waits for another writer to finish.
  private static let patience = 5

  /// Opens the sidecar of an article for writing.
  /// - Parameter person: in whose name the change is made; by default the name that the settings give.
  init(
    of article: Article, sidecar: String?,
    by person: Creator? = Settings(complaining: false).author(named: nil)
  ) throws(CommandFailure) {
    let store = SidecarStore(article: article, sidecarPath: sidecar)
    do throws(StoreError) {
      let opening = try store.open(.waiting(seconds: Self.patience), by: person)
      opening.notices.forEach { Output.complain("\(store.path): \($0)") }
      annotations = opening.annotations
      if sidecar == nil, opening.lastChanged == nil {
        for stray in SidecarSearch().sidecars(for: article) {
          Output.complain(stray.hint(forArticle: article.source.path ?? article.source.name))
        }
      }
    } catch {
      throw CommandFailure(error.description)
    }
    self.store = store
  }

  /// Ends without a change.
  func close() throws(CommandFailure) {
    do throws(StoreError) { try store.close() } catch { throw CommandFailure(error.description) }
  }

  /// Saves a change; when this returns it is on the disk.
  func record(_ change: Change) throws(CommandFailure) {
    var set = annotations
    set.apply(change)
    do throws(StoreError) {
      try store.record(change, resulting: set).notices.forEach { Output.complain("\($0)") }
      try store.close()
    } catch {
      throw CommandFailure(error.description)
    }
  }
}
