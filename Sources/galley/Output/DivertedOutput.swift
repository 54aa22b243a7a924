// Standard output that is meant for another program, while the screen is drawn on the terminal.

#if canImport(Glibc)
  import Glibc
#endif

/// Standard output, put aside.
enum DivertedOutput {
  /// Does something with the terminal as standard output; where it is that already, nothing changes.
  static func toTerminal(_ body: () throws -> Void) throws {
    guard isatty(STDOUT_FILENO) == 0 else { return try body() }
    let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else {
      throw CommandFailure("--print-marks needs a terminal to read in")
    }
    let output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    guard output >= 0, dup2(terminal, STDOUT_FILENO) >= 0 else {
      throw CommandFailure(
        "standard output cannot be redirected: \(String(cString: strerror(errno)))")
    }
    close(terminal)
    defer {
      dup2(output, STDOUT_FILENO)
      close(output)
    }
    try body()
  }
}
