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
  private let services: Services

  /// What a comparison needs of others.
  package struct Services {
    /// How far the people agree, as lines of text.
    package var measure: () throws -> [String]
    /// Writes what all agreed on, and says so in a line; nil when another file is there that may not be
    /// replaced.
    package var export: (AgreedExport) throws -> String?

    /// Puts services together.
    package init(
      measure: @escaping () throws -> [String],
      export: @escaping (AgreedExport) throws -> String?
    ) {
      (self.measure, self.export) = (measure, export)
    }
  }

  /// The desk of a comparison whose decisions go to a sidecar.
  package init(
    _ collation: Collation, hidesNames: Bool, resultAt path: String, services: Services,
    files: any FileSystem = PosixFileSystem()
  ) {
    self.collation = collation
    self.hidesNames = hidesNames
    self.services = services
    store = SidecarStore(article: collation.article, sidecarPath: path, fileSystem: files)
  }

  package func begin(on stage: Stage) throws -> any Surface {
    var setup = AdjudicationState.Setup()
    setup.result = try store.open(.waiting(seconds: 1), by: stage.author).annotations
    setup.hidesNames = hidesNames
    return AdjudicationState(collation, setup, on: stage)
  }

  package func start(_ surface: any Surface) -> [Reply] { [.answer(AdjudicationAnswer.begin)] }

  package func perform(_ request: any DeskRequest, for surface: any Surface) -> [Reply] {
    switch request as? AdjudicationRequest {
    case .record(let change):
      return (surface as? AdjudicationState).map { record(change, $0) } ?? []
    case .measure: return measure()
    case .export(let export): return write(export)
    case nil: return []
    }
  }

  private func measure() -> [Reply] {
    do {
      let lines = try services.measure()
      return [.answer(AdjudicationAnswer.page(title: "How far they agree", lines: lines))]
    } catch {
      return [.notice("\(error)")]
    }
  }

  private func write(_ export: AgreedExport) -> [Reply] {
    do {
      let told = try services.export(export)
      return [told.map(Reply.told) ?? .answer(AdjudicationAnswer.fileIsThere(export))]
    } catch {
      return [.notice("\(error)")]
    }
  }

  private func record(_ change: Change, _ state: AdjudicationState) -> [Reply] {
    do throws(StoreError) {
      try store.record(change, resulting: state.decided)
      return []
    } catch {
      return [.notice(error.description)]
    }
  }

  package func end(_ surface: any Surface) throws { try store.close() }
}
