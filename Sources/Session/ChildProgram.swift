// Other programs: the user's editor and browser, and tmux for its clipboard.

import Ncurses

#if canImport(Glibc)
  import Glibc
#endif

/// A program to be run and waited for. Nothing goes through a shell.
struct ChildProgram {
  /// The program's name, looked up in PATH, and its arguments.
  let arguments: [String]

  /// Runs it with the terminal as it is, or with `input` as its standard input and its output thrown
  /// away. Returns how it ended; nil when it could not be started.
  func run(input: String? = nil) -> Int32? {
    guard let name = arguments.first else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var ends: [Int32] = [-1, -1]
    if input != nil {
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
      for output in [STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0)
      }
    }
    var process = pid_t()
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)
    var attributes = Self.usualSignals()
    defer { posix_spawnattr_destroy(&attributes) }
    let result = posix_spawnp(&process, name, &actions, &attributes, words, environ)
    if ends[0] >= 0 { close(ends[0]) }
    if let input, result == 0 { write(input, to: ends[1]) }
    if ends[1] >= 0 { close(ends[1]) }
    return result == 0 ? ending(of: process) : nil
  }

  private func write(_ text: String, to descriptor: Int32) {
    // A program that does not read must not end this one.
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }

  /// POSIX_SPAWN_SETSID (posix_spawnattr_setflags(3)), which the C library shows to GNU sources alone.
  private static let newSession: Int32 = 0x80

  /// Programs inherit what is ignored or blocked, and expect neither.
  static func usualSignals(inSessionOfItsOwn: Bool = false) -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let session = inSessionOfItsOwn ? newSession : 0
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | Int16(session))
    return attributes
  }

  /// Waits for the end. A signal that is to end Galley ends the other program first.
  private func ending(of process: pid_t) -> Int32? {
    var status: Int32 = 0
    var pause: useconds_t = 500
    var asked: ContinuousClock.Instant?
    while true {
      let result = waitpid(process, &status, WNOHANG)
      if result > 0 { return status & 0x7F == 0 ? status >> 8 & 0xFF : nil }
      if result < 0, errno != EINTR { return nil }
      if let signal = Signals.ending {
        if asked == nil { kill(process, signal == SIGHUP ? SIGHUP : SIGTERM) }
        let since = asked ?? .now
        asked = since
        if .now - since > Self.grace { kill(process, SIGKILL) }
      }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }

  /// How long a program may take to end when it is asked to.
  private static let grace = Duration.seconds(2)
}

/// A variable of the environment as words, when it is set: `EDITOR="emacs -nw"`.
func environmentWords(_ names: String...) -> [String]? {
  for name in names {
    guard let value = getenv(name).map({ String(cString: $0) }) else { continue }
    let words = value.split(separator: " ").map(String.init)
    if !words.isEmpty { return words }
  }
  return nil
}
