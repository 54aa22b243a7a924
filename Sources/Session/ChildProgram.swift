// Other programs: the user's editor and browser, and tmux for its clipboard.

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
    let result = posix_spawnp(&process, name, &actions, nil, words, environ)
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

  private func ending(of process: pid_t) -> Int32? {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return nil } }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }
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
