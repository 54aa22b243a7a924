// The desk of a comparison: decisions go to a sidecar of their own.

import Adjudication
import Agreement
import ArticleModel
import Interface
import Sidecars

/// What a comparison of several people's sidecars works with.
package final class AdjudicationDesk: Desk {
  private let collation: Collation
  private let hidesNames: Bool
  private let store: SidecarStore

  /// The desk of a comparison whose decisions go to a sidecar.
  package init(
    _ collation: Collation, hidesNames: Bool, resultAt path: String,
    files: any FileSystem = PosixFileSystem()
  ) {
    self.collation = collation
    self.hidesNames = hidesNames
    store = SidecarStore(article: collation.article, sidecarPath: path, fileSystem: files)
  }

  package func begin(on stage: Stage) throws -> any Surface {
    var setup = AdjudicationState.Setup()
    setup.result = try store.open(.waiting(seconds: 1)).annotations
    setup.hidesNames = hidesNames
    return AdjudicationState(collation, setup, on: stage)
  }

  package func start(_ surface: any Surface) -> [Reply] { [.answer(AdjudicationAnswer.begin)] }

  package func perform(_ request: any DeskRequest, for surface: any Surface) -> [Reply] {
    guard case .record(let change)? = request as? AdjudicationRequest,
      let state = surface as? AdjudicationState
    else { return [] }
    do throws(StoreError) {
      try store.record(change, resulting: state.decided)
      return []
    } catch {
      return [.notice(error.description)]
    }
  }

  package func end(_ surface: any Surface) throws { try store.close() }
}
