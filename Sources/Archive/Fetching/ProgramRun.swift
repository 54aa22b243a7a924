// Runs curl and getent: no shell, nothing on standard input, what they print taken as it comes.

import CSystem

#if canImport(Glibc)
  import Glibc
#endif

/// A program to be run to its end, within limits.
struct ProgramRun {
  /// Where a program prints.
  enum Stream: Int32, CaseIterable {
    case output = 1
    case complaints = 2
    /// A third descriptor, for what is to come apart from the rest.
    case extra = 3
  }

  /// How a run ended.
  enum Ending: Equatable {
    /// The program ended and returned this.
    case returned(Int32)
    /// A signal ended it.
    case killed
    /// Whoever took what it printed wanted no more.
    case stopped
    case outOfTime
    case cancelled
    /// There is no such program.
    case notFound
    /// It could not be started, for this reason.
    case failed(String)
  }

  /// The program's name, looked up in PATH, and its arguments.
  var arguments: [String]
  /// Its environment.
  var environment: [String: String]
  /// When it is to have ended.
  var deadline: ContinuousClock.Instant
  /// Whether whoever wanted it does so no longer.
  var isCancelled: @Sendable () -> Bool

  /// How long nobody asks whether the run is still wanted.
  private static let pulse: Int32 = 50

  /// Runs it. `take` gets what comes and says whether to go on.
  func run(taking take: (Stream, ArraySlice<UInt8>) -> Bool) -> Ending {
    var pipes: [Pipe] = []
    for stream in Stream.allCases {
      guard let pipe = Pipe(stream) else {
        return .failed(String(cString: strerror(errno)))
      }
      pipes.append(pipe)
    }
    var process = pid_t()
    let result = start(&process, pipes)
    for pipe in pipes { pipe.closeWritingEnd() }
    switch result {
    case 0: break
    case ENOENT: return .notFound
    default: return .failed(String(cString: strerror(result)))
    }
    return follow(process, pipes, take)
  }

  // MARK: Starting

  private func start(_ process: inout pid_t, _ pipes: [Pipe]) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    for pipe in pipes {
      posix_spawn_file_actions_adddup2(&actions, pipe.writingEnd, pipe.stream.rawValue)
    }
    var attributes = Self.usualSignals()
    defer { posix_spawnattr_destroy(&attributes) }
    let names = environment.map { "\($0.key)=\($0.value)" }
    return Self.withStrings(arguments) { arguments in
      Self.withStrings(names) { environment in
        guard let name = arguments[0] else { return ENOENT }
        return posix_spawnp(&process, name, &actions, &attributes, arguments, environment)
      }
    }
  }

  /// Programs inherit what is ignored or blocked, and expect neither.
  private static func usualSignals() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    return attributes
  }

  /// Calls `body` with strings as C has them, with nil at their end.
  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }

  // MARK: Following

  /// Takes what comes until all streams have ended, then waits for the program.
  private func follow(
    _ process: pid_t, _ pipes: [Pipe], _ take: (Stream, ArraySlice<UInt8>) -> Bool
  ) -> Ending {
    var open = pipes
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !open.isEmpty {
      if let early = earlyEnding { return end(process, early) }
      var waits = open.map { pollfd(fd: $0.readingEnd, events: Int16(POLLIN), revents: 0) }
      guard poll(&waits, nfds_t(waits.count), Self.pulse) > 0 else { continue }
      for (pipe, wait) in zip(open, waits) where wait.revents != 0 {
        let count = read(pipe.readingEnd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          open.removeAll { $0 === pipe }
        } else if !take(pipe.stream, buffer[..<count]) {
          return end(process, .stopped)
        }
      }
    }
    return ending(of: process)
  }

  private var earlyEnding: Ending? {
    if isCancelled() { return .cancelled }
    return ContinuousClock.now > deadline ? .outOfTime : nil
  }

  /// Ends the program before it does so itself.
  private func end(_ process: pid_t, _ ending: Ending) -> Ending {
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return ending
  }

  /// Waits for a program that has closed everything.
  private func ending(of process: pid_t) -> Ending {
    var status: Int32 = 0
    while true {
      let result = waitpid(process, &status, WNOHANG)
      if result == process {
        return status & 0x7F == 0 ? .returned(status >> 8 & 0xFF) : .killed
      }
      if result < 0, errno != EINTR { return .failed(String(cString: strerror(errno))) }
      if let early = earlyEnding { return end(process, early) }
      usleep(1000)
    }
  }
}

/// A pipe from a program. A class because its ends are closed exactly once.
private final class Pipe {
  let stream: ProgramRun.Stream
  let readingEnd: Int32
  private(set) var writingEnd: Int32

  init?(_ stream: ProgramRun.Stream) {
    var ends: [Int32] = [-1, -1]
    guard csystem_pipe(&ends) == 0 else { return nil }
    (self.stream, readingEnd, writingEnd) = (stream, ends[0], ends[1])
  }

  func closeWritingEnd() {
    if writingEnd >= 0 { close(writingEnd) }
    writingEnd = -1
  }

  deinit {
    closeWritingEnd()
    close(readingEnd)
  }
}
