// Looks for the quotations of an article in its sources, beside the reading.

import ArticleModel
import NewsAnalysis
import Ncurses
import Sidecars
import Synchronization
import Verification

/// A source and where to find it.
package struct SourceToSearch: Hashable, Sendable {
  /// What it is called in answers and evidence: a path as seen from the sidecar's folder, or an address.
  package var name: String
  /// The path or the address that it is read from.
  package var location: String

  /// Names a source.
  package init(name: String, location: String) { (self.name, self.location) = (name, location) }
}

/// What reading sources came to.
package struct SearchedQuotations: Sendable {
  /// What they say; nil when none could be read.
  package var verification: Verification?
  /// What could not be read, a line each.
  package var faults: [String]
  /// The file of each source by the name that answers give it.
  package var files: [String: String]

  /// Puts together what was found.
  package init(
    _ verification: Verification?, faults: [String] = [], files: [String: String] = [:]
  ) {
    (self.verification, self.faults, self.files) = (verification, faults, files)
  }
}

/// A search through sources that goes on while the reader works.
///
/// A class because a thread of its own hands its result over through it.
package final class SourceSearch: Sendable {
  /// Reads sources past an index; stops early when nobody wants it any longer.
  package typealias Searcher =
    @Sendable (
      _ sources: [SourceToSearch], _ index: QuotationIndex, _ isUnwanted: @Sendable () -> Bool
    ) -> SearchedQuotations

  private struct State {
    var result: SearchedQuotations?
    var isUnwanted = false
  }

  private let state = Mutex(State())

  /// Begins to search.
  init(
    _ sources: [SourceToSearch], for article: Article, _ analysis: Analysis,
    by search: @escaping Searcher
  ) {
    BackgroundThread { [self] in
      let index = QuotationIndex([VerifiableStory(article, analysis)])
      let result = search(sources, index) { self.isUnwanted }
      state.withLock { $0.result = result }
      Terminal.wake()
    }.letGo()
  }

  private var isUnwanted: Bool { state.withLock { $0.isUnwanted } }

  /// Gives the search up.
  func stop() { state.withLock { $0.isUnwanted = true } }

  /// What has been found, once; nil before.
  func result() -> SearchedQuotations? {
    state.withLock { state in
      defer { state.result = nil }
      return state.isUnwanted ? nil : state.result
    }
  }
}
