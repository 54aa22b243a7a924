// What a thread beside the one that has the terminal does with signals.

import Synchronization
import TestSupport
import Testing

@testable import Session

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct ThreadSignalTests {
  private struct Seen {
    var open: Set<Int32> = []
    var hasStack = false
  }

  private func seenInThread() -> Seen {
    let result = Mutex(Seen())
    let thread = BackgroundThread {
      var mask = sigset_t()
      pthread_sigmask(SIG_BLOCK, nil, &mask)
      var stack = stack_t()
      sigaltstack(nil, &stack)
      var seen = Seen()
      for signal in Int32(1)...31 where sigismember(&mask, signal) == 0 {
        seen.open.insert(signal)
      }
      seen.hasStack = Int(stack.ss_flags) & SS_DISABLE == 0 && stack.ss_size >= 16 << 10
      result.withLock { $0 = seen }
    }
    thread.wait()
    return result.withLock { $0 }
  }

  @Test("A thread takes its own crashes, on a stack of its own, and no other signal")
  func mask() {
    let seen = seenInThread()
    let crashes: Set<Int32> = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS]
    #expect(seen.open == crashes.union([SIGKILL, SIGSTOP]))
    #expect(seen.hasStack)
  }
}
