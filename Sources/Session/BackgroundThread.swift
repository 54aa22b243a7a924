// A thread beside the one that has the terminal.

import Ncurses

#if canImport(Glibc)
  import Glibc
#endif

/// Work on a thread of its own.
struct BackgroundThread {
  private let thread: pthread_t?

  /// Starts `work`; does it at once when there cannot be another thread.
  init(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Work(work))
    thread = Signals.blocked {
      var thread = pthread_t()
      let result = pthread_create(
        &thread, nil,
        { argument in
          Signals.prepareThread()
          if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().perform() }
          return nil
        }, box.toOpaque())
      return result == 0 ? thread : nil
    }
    if thread == nil { box.takeRetainedValue().perform() }
  }

  /// Waits until the work is done. Either this or `letGo()` is called, once.
  func wait() {
    if let thread { pthread_join(thread, nil) }
  }

  /// Lets the work go on; nobody will wait for it.
  func letGo() {
    if let thread { pthread_detach(thread) }
  }

  /// Keeps the thread that calls it waiting.
  static func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }

  /// A class, because C takes the work along as a pointer.
  private final class Work: Sendable {
    let perform: @Sendable () -> Void
    init(_ perform: @escaping @Sendable () -> Void) { self.perform = perform }
  }
}
