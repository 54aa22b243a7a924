// Fetches pages that evidence points to on threads of their own, and brings their copies to the reader.

import ArticleModel
import Reader
import Synchronization

/// Copies of pages that are being made beside the reading.
///
/// A class because threads hand what comes of them over through it.
final class PageKeeping: Sendable {
  /// Fetches the page of an address and keeps it beside a sidecar in a folder, unless the last closure says
  /// that nobody wants it any longer.
  typealias Keep =
    @Sendable (
      _ address: String, _ folder: String, _ isUnwanted: @escaping @Sendable () -> Bool
    ) throws -> KeptPage

  /// What came of the wish for a copy.
  enum Outcome: Sendable {
    case kept(KeptPage, address: String, AnnotationID)
    case failed(String)
  }

  private let outcomes = Mailbox<Outcome>()
  private let isEnded = Mutex(false)
  private let pending = Mutex<Set<String>>([])

  /// Begins to fetch a page, unless it is being fetched already.
  func begin(
    _ address: String, for id: AnnotationID, inFolder folder: String, _ keep: @escaping Keep
  ) {
    let wish = "\(id) \(address)"
    guard pending.withLock({ $0.insert(wish).inserted }) else { return }
    BackgroundThread { [self] in
      let outcome: Outcome
      do {
        let page = try keep(address, folder) { self.isEnded.withLock { $0 } }
        outcome = .kept(page, address: address, id)
      } catch {
        outcome = .failed("\(error)")
      }
      pending.withLock { _ = $0.remove(wish) }
      outcomes.put(outcome)
    }.letGo()
  }

  /// What has come since the last call.
  func collect() -> [Outcome] { outcomes.collect() }

  /// Gives up what is being fetched.
  func end() { isEnded.withLock { $0 = true } }
}
