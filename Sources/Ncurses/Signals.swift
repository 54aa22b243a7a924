// What the parts of the program have to do with signals; CNcurses/Signals.c has the plan.

import CNcurses

#if canImport(Glibc)
  import Glibc
#endif

/// The plan for signals, which holds in all modes and for all threads.
package enum Signals {
  /// Begins with what holds in all modes: a crash gives the terminal back, a file that may not grow fails
  /// to be written, and no file takes the place of standard input, output or error. Called first of all.
  package static func begin() { cncurses_begin_signals() }

  /// Gives the calling thread a stack for the handler of its crash. Called first in each thread.
  package static func prepareThread() { cncurses_prepare_thread() }

  /// Runs `body`, which makes a thread, with all signals blocked that are for the thread that has the
  /// terminal; threads inherit what is blocked.
  package static func blocked<Result>(while body: () -> Result) -> Result {
    var before = sigset_t()
    cncurses_block_signals(&before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return body()
  }

  /// The signal that asks the program to end; nil as long as none has come.
  package static var ending: Int32? {
    let number = cncurses_ending_signal()
    return number == 0 ? nil : number
  }
}
