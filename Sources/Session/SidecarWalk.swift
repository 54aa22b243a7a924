// Looks for sidecars below paths and reads them, beside the thread that has the terminal.

import ArticleModel
import Corpus
import Ncurses
import Sidecars
import Synchronization

/// A walk through folders that goes on while the reviewer works.
///
/// A class because a thread of its own hands its results over through it.
final class SidecarWalk: Sendable {
  /// Reads the sidecar at a place, one of so many, or says in one line why not.
  typealias Opener = @Sendable (SidecarLocation, Int) -> Result<AnnotatedArticle, SidecarFault>

  /// What has been found since the last look.
  struct Findings: Sendable {
    var articles: [AnnotatedArticle] = []
    var faults: [SidecarFault] = []
    /// How many sidecars have been read, of how many that are known.
    var (done, found) = (0, 0)
    /// Whether nothing more will come.
    var isOver = false
  }

  private struct State {
    var findings = Findings()
    var isStopped = false
  }

  private let state = Mutex(State())
  private let open: Opener

  init(_ open: @escaping Opener) { self.open = open }

  /// Starts to look; what is found is read in the order of the paths.
  func start(at paths: [String]) {
    BackgroundThread { [self] in look(at: paths) }.letGo()
  }

  /// Ends the walk after the sidecar that is being read.
  func stop() { state.withLock { $0.isStopped = true } }

  /// Whether it was stopped before its end.
  var wasStopped: Bool { state.withLock { $0.isStopped } }

  /// What has been found since the last call.
  func collect() -> Findings {
    state.withLock { state in
      defer { (state.findings.articles, state.findings.faults) = ([], []) }
      return state.findings
    }
  }

  private func look(at paths: [String]) {
    var locations: [SidecarLocation] = []
    for path in paths where !wasStopped {
      let (found, unreadable) = SidecarLocation.look(at: path)
      locations += found
      let count = locations.count
      state.withLock { state in
        state.findings.found = count
        state.findings.faults += unreadable.map { SidecarFault($0.description) }
      }
      Terminal.wake()
    }
    var lastWake = ContinuousClock.now
    for location in locations where !wasStopped {
      note(open(location, locations.count))
      // A wake for each of thousands would keep the screen busy with nothing else.
      if ContinuousClock.now - lastWake > .milliseconds(100) {
        lastWake = .now
        Terminal.wake()
      }
    }
    state.withLock { $0.findings.isOver = true }
    Terminal.wake()
  }

  private func note(_ result: Result<AnnotatedArticle, SidecarFault>) {
    state.withLock { state in
      state.findings.done += 1
      switch result {
      case .success(let article):
        if !article.annotations.isEmpty { state.findings.articles.append(article) }
      case .failure(let fault): state.findings.faults.append(fault)
      }
    }
  }
}

/// Why a sidecar could not be read, in one line.
package struct SidecarFault: Error, Sendable {
  /// The line.
  package let message: String

  /// Says why.
  package init(_ message: String) { self.message = message }
}
