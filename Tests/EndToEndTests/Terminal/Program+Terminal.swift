// Runs a program with a terminal for its output, and keeps what it sent there.

import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#endif

extension Program {
  /// Runs it with results and errors going to a terminal that changes nothing on their way.
  /// - Returns: how it ended, and all that came; a program that does not end is killed.
  func runAtTerminal(within limit: Duration = .seconds(30)) throws -> (
    status: Int32, bytes: [UInt8]
  ) {
    let (terminal, screen) = try Self.openTerminal()
    defer { close(terminal) }
    let process: pid_t
    do {
      defer { close(screen) }
      process = try spawn(output: screen)
    }
    let (bytes, status) = Self.output(of: process, at: terminal, within: limit)
    return (status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F), bytes)
  }

  /// A terminal as programs see it, and its other side.
  private static func openTerminal() throws -> (terminal: Int32, screen: Int32) {
    var (terminal, screen): (Int32, Int32) = (-1, -1)
    var settings = termios()
    guard openpty(&terminal, &screen, nil, nil, nil) == 0, tcgetattr(screen, &settings) == 0 else {
      throw Failure(description: "there is no terminal to be had")
    }
    for descriptor in [terminal, screen] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    cfmakeraw(&settings)
    tcsetattr(screen, TCSANOW, &settings)
    return (terminal, screen)
  }

  private func spawn(output screen: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, screen, 1)
    posix_spawn_file_actions_adddup2(&actions, screen, 2)
    return try start(&actions)
  }

  /// Everything that came until the process ended. Programs that other tests start meanwhile may have
  /// the terminal open too, so its end is not waited for.
  private static func output(
    of process: pid_t, at terminal: Int32, within limit: Duration
  ) -> (bytes: [UInt8], status: Int32) {
    let deadline = ContinuousClock.now + limit
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var status: Int32 = 0
    var hasEnded = false
    while true {
      var ready = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      if poll(&ready, 1, hasEnded ? 0 : 5) > 0 {
        let count = read(terminal, &buffer, buffer.count)
        if count > 0 {
          bytes += buffer[..<count]
          continue
        }
      }
      if hasEnded { return (bytes, status) }
      if ContinuousClock.now > deadline { kill(process, SIGKILL) }
      hasEnded = waitpid(process, &status, WNOHANG) == process
    }
  }
}
