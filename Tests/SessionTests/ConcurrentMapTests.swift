// Work that several threads do together.

import Synchronization
import Testing

@testable import Session

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct ConcurrentMapTests {
  @Test(
    "What is made of elements comes in their order, and each is worked on once",
    arguments: [0, 1, 7, 8, 1000])
  func order(count: Int) {
    let calls = Mutex(0)
    let squares = Array(0..<count).concurrentMap { number in
      calls.withLock { $0 += 1 }
      if number.isMultiple(of: 97) { usleep(500) }
      return number * number
    }
    #expect(squares == (0..<count).map { $0 * $0 } && calls.withLock { $0 } == count)
  }
}
