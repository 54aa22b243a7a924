// Runs a program to its end, without a terminal: what it printed and how it ended.

import FoundationEssentials
import TestSupport

#if canImport(Glibc)
  import Glibc
#endif

/// A program with its arguments and surroundings.
struct Program {
  /// The full path, or a name to be looked up on the PATH.
  var path: String
  var arguments: [String] = []
  /// All variables that it sees.
  var environment: [String: String] = Program.pinned
  /// What it reads from standard input.
  var input = ""

  /// How a program ended.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// A program could not be run to its end.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// The surroundings of every test: one language, one time zone, nobody's configuration.
  static let pinned = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC",
    "HOME": "/nonexistent", "TERM": "xterm-256color",
  ]

  /// The galley to test: `$GALLEY_BINARY`, or the one that was built beside the tests.
  static var galley: String {
    if let path = ProcessInfo.processInfo.environment["GALLEY_BINARY"] { return path }
    let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: tests ?? "").deletingLastPathComponent().appending(path: "galley").path
  }

  /// Runs it, at most for `limit`.
  func run(within limit: Duration = .seconds(20)) throws -> Outcome {
    let folder = try TemporaryFolder()
    let names = [try folder.write(input, to: "in"), folder.path(of: "out"), folder.path(of: "err")]
    let process = try spawn(input: names[0], output: names[1], errors: names[2])
    let status = try Program.end(of: process, named: path, within: limit)
    return Outcome(
      status: status, output: try folder.read("out"), errors: try folder.read("err"))
  }

  private func spawn(input: String, output: String, errors: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let create = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, create, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, create, 0o600)
    return try start(&actions)
  }

  /// Starts it with the files that the actions open.
  func start(_ actions: inout posix_spawn_file_actions_t) throws -> pid_t {
    var attributes = Program.unblockingSignals()
    defer { posix_spawnattr_destroy(&attributes) }
    var process: pid_t = 0
    let result = withStrings([path] + arguments) { arguments in
      withStrings(environment.map { "\($0.key)=\($0.value)" }) { environment in
        posix_spawnp(&process, path, &actions, &attributes, arguments, environment)
      }
    }
    if result != 0 {
      throw Failure(description: "\(path) does not start: \(String(cString: strerror(result)))")
    }
    return process
  }

  /// Threads that run tests block signals, which a program would inherit.
  private static func unblockingSignals() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    var none = sigset_t()
    posix_spawnattr_init(&attributes)
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    return attributes
  }

  private static func end(
    of process: pid_t, named name: String, within limit: Duration
  ) throws -> Int32 {
    let deadline = ContinuousClock.now + limit
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      if ContinuousClock.now > deadline {
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        throw Failure(description: "\(name) did not end within \(limit)")
      }
      usleep(2000)
    }
    // The lower seven bits tell the signal that ended it, the next eight what it returned.
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }
}

/// Calls `body` with strings as C has them, with nil at their end.
private func withStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { copies.forEach { free($0) } }
  return body(copies + [nil])
}
