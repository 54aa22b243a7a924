// Work of tests that waits for somebody else: it must not take a thread from Swift's pool, which has one for each core.

#if canImport(Glibc)
  import Glibc
#endif

/// Threads beside those that tests run on.
public enum OwnThread {
  /// Does work on a thread of its own, and does not wait for it.
  public static func run(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Work(work))
    var thread = pthread_t()
    let result = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().perform() }
        return nil
      }, box.toOpaque())
    if result == 0 { pthread_detach(thread) } else { box.release() }
  }

  /// A class, because C takes the work along as a pointer.
  private final class Work: Sendable {
    let perform: @Sendable () -> Void
    init(_ perform: @escaping @Sendable () -> Void) { self.perform = perform }
  }
}
