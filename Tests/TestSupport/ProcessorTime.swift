// Time as work counts it: what other processes do meanwhile does not matter, so that tests can compare
// the cost of a short and a long text on a busy machine.

#if canImport(Glibc)
  import Glibc
#endif

/// The seconds of processor time that this thread spends on `work`, the least of so many tries.
public func processorSeconds(tries: Int = 3, _ work: () -> Void) -> Double {
  (0..<tries).map { _ in
    let start = threadSeconds()
    work()
    return threadSeconds() - start
  }.min() ?? 0
}

private func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
