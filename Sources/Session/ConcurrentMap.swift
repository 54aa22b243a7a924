// Independent work on all processors, for commands that read thousands of files.

import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

extension Array where Element: Sendable {
  /// What `transform` makes of each element, in their order; several are worked on at once. `transform` must
  /// not depend on what it made of others.
  package func concurrentMap<Result: Sendable>(
    _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let work = ConcurrentWork(self, transform)
    let processors = Swift.max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let helpers = (1..<Swift.max(1, Swift.min(processors, count))).map { _ in
      BackgroundThread { work.perform() }
    }
    work.perform()
    for helper in helpers { helper.wait() }
    return work.results
  }
}

/// Elements that threads take one after the other, some at a time.
private final class ConcurrentWork<Element: Sendable, Result: Sendable>: Sendable {
  private let elements: [Element]
  private let transform: @Sendable (Element) -> Result
  private let next = Atomic(0)
  private let finished: Mutex<[(start: Int, results: [Result])]> = Mutex([])

  /// So many elements are taken at once: one of few, so that a handful of long files keeps no thread waiting.
  private let portion: Int

  init(_ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result) {
    (self.elements, self.transform) = (elements, transform)
    portion = max(1, min(8, elements.count / 32))
  }

  /// Takes elements until none is left.
  func perform() {
    while true {
      let start = next.wrappingAdd(portion, ordering: .relaxed).oldValue
      guard start < elements.count else { return }
      let end = min(start + portion, elements.count)
      let results = elements[start..<end].map(transform)
      finished.withLock { $0.append((start, results)) }
    }
  }

  /// What all elements came to.
  var results: [Result] {
    finished.withLock { $0.sorted { $0.start < $1.start }.flatMap(\.results) }
  }
}
