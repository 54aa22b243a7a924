// Tells of the input that a crash or a loop without end happened on: a trap cannot be caught, so the input is
// in a file before it is tried, and a signal handler names kind, seed and file.

import TestSupport

#if canImport(Glibc)
  import Glibc
#endif

/// Keeps what is being tried, for whoever looks at what is left of a crash.
enum Witness {
  /// Where inputs are kept: `GALLEY_FUZZ_FOLDER`, or a folder of the system's for temporary files.
  static let folder =
    getenv("GALLEY_FUZZ_FOLDER").map { String(cString: $0) } ?? "/tmp/galley-mutations"

  /// After so many seconds an input is taken for one that never ends.
  private static let patience: UInt32 = 120
  private static let longest = 512

  /// What the handler writes; a buffer of its own, since a handler must not allocate.
  nonisolated(unsafe) private static let message =
    UnsafeMutableBufferPointer<UInt8>.allocate(capacity: longest)
  nonisolated(unsafe) private static var length = 0

  /// Takes the signals of crashes and of the alarm.
  static let begin: Void = {
    mkdir(folder, 0o755)
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGALRM] {
      signal(number) { number in
        write(STDERR_FILENO, Witness.message.baseAddress, Witness.length)
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }()

  /// Keeps an input, and gives it so much time.
  static func keep(_ input: [UInt8], kind: String, seed: UInt64) {
    let path = "\(folder)/\(kind).input"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if descriptor >= 0 {
      write(descriptor, input, input.count)
      close(descriptor)
    }
    let text = "\nmutation: crash or no end: kind \(kind), seed \(seed), input \(path)\n"
    length = message.update(fromContentsOf: Array(text.utf8.prefix(longest)))
    alarm(patience)
  }

  /// Nothing is being tried any more.
  static func rest() {
    alarm(0)
    length = 0
  }
}
