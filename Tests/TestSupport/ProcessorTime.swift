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

/// How many times as long some work takes on eight times as much, in time of the processor: about 8 where it is linear,
/// 64 where it is quadratic. Work of less than two milliseconds counts as two, since it says nothing.
public func growth(of count: Int, _ work: (Int) -> Void) -> Double {
  let small = processorSeconds { work(count / 8) }
  return processorSeconds(tries: 1) { work(count) } / max(small, 0.002)
}

private func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
