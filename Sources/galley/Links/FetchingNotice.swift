// Says that a page is being fetched, when that takes longer than a moment.

import Archive
import Ncurses
import Synchronization

/// The line for somebody who waits. A class because the fetcher asks it again and again.
final class FetchingNotice: Sendable {
  private let address: WebAddress
  private let start = ContinuousClock.now
  private let isSaid = Mutex(false)

  /// Nobody needs to be told of a shorter wait.
  private static let moment = Duration.milliseconds(700)

  init(_ address: WebAddress) { self.address = address }

  /// Says once that it takes a while; returns whether somebody wants it to end.
  func isUnwanted() -> Bool {
    isSaid.withLock { isSaid in
      if !isSaid, ContinuousClock.now - start > Self.moment {
        isSaid = true
        Output.complain("fetching \(address) – Ctrl-C stops it")
      }
    }
    return Signals.ending != nil
  }
}
