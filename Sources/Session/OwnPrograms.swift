// Runs the user's own commands beside the reading: no shell, no terminal, bounded in time and in what they
// print.

import Interface
import Ncurses
import Reader
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Programs that run beside the reading.
///
/// A class because threads hand what comes of them over through it.
final class OwnPrograms: Sendable {
  /// A command that has ended.
  struct Outcome: Sendable {
    let command: OwnCommand
    let subject: OwnCommandSubject
    let ending: OwnCommandEnding
  }

  private let outcomes = Mailbox<Outcome>()
  private let isEnded = Mutex(false)

  /// Begins to run words, the first of which names the program.
  func begin(_ words: [String], of command: OwnCommand, on subject: OwnCommandSubject) {
    BackgroundThread { [self] in
      let ending = CapturedProgram(words: words).run { self.isEnded.withLock { $0 } }
      outcomes.put(Outcome(command: command, subject: subject, ending: ending))
    }.letGo()
  }

  /// What has ended since the last call.
  func collect() -> [Outcome] { outcomes.collect() }

  /// Ends what is running still.
  func end() { isEnded.withLock { $0 = true } }
}

/// A program whose output is taken.
struct CapturedProgram {
  /// The program's name, looked up in PATH, or its path, and its arguments.
  let words: [String]
  /// How long it may take.
  var patience = Duration.seconds(60)

  /// More than this is not taken, in bytes.
  static let longestOutput = 1 << 20

  /// Runs it to its end, or until `isUnwanted` says that nobody waits for it any longer.
  func run(isUnwanted: () -> Bool) -> OwnCommandEnding {
    guard let name = words.first else { return .failed("it names no program") }
    var (output, complaints): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard Self.makePipe(&output) else { return .failed(Self.reason(errno)) }
    guard Self.makePipe(&complaints) else {
      output.forEach { close($0) }
      return .failed(Self.reason(errno))
    }
    defer { [output[0], complaints[0]].forEach { close($0) } }
    var process = pid_t()
    let result = start(&process, name, output[1], complaints[1])
    [output[1], complaints[1]].forEach { close($0) }
    if result == ENOENT { return .failed("there is no program \(name)") }
    guard result == 0 else { return .failed(Self.reason(result)) }
    return follow(process, [output[0], complaints[0]], isUnwanted)
  }

  /// Starts it in a session of its own: the terminal stays ours, and what it starts ends with it.
  private func start(
    _ process: inout pid_t, _ name: String, _ output: Int32, _ complaints: Int32
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, complaints, STDERR_FILENO)
    var attributes = ChildProgram.usualSignals(inSessionOfItsOwn: true)
    defer { posix_spawnattr_destroy(&attributes) }
    var words: [UnsafeMutablePointer<CChar>?] = self.words.map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)
    return posix_spawnp(&process, name, &actions, &attributes, words, environ)
  }

  /// Makes a pipe whose ends go to no other program.
  private static func makePipe(_ ends: inout [Int32]) -> Bool {
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return true
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  // MARK: Following

  private func follow(
    _ process: pid_t, _ pipes: [Int32], _ isUnwanted: () -> Bool
  ) -> OwnCommandEnding {
    let deadline = ContinuousClock.now + patience
    var texts: [[UInt8]] = [[], []]
    var open = [0, 1]
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while !open.isEmpty {
      if isUnwanted() { return end(process, "given up") }
      if ContinuousClock.now > deadline { return end(process, "it took more than \(patience)") }
      var waits = open.map { pollfd(fd: pipes[$0], events: Int16(POLLIN), revents: 0) }
      guard poll(&waits, nfds_t(waits.count), 50) > 0 else { continue }
      for (index, wait) in zip(open, waits) where wait.revents != 0 {
        let count = read(pipes[index], &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          open.removeAll { $0 == index }
        } else {
          texts[index] += buffer[..<count]
        }
      }
      if texts[0].count > Self.longestOutput { return end(process, "it printed more than 1 MB") }
      // Complaints are quoted, not kept.
      if texts[1].count > Self.longestOutput { texts[1] = Array(texts[1].prefix(1 << 12)) }
    }
    return ending(of: process, texts, deadline, isUnwanted)
  }

  /// Ends the program and what it started.
  private func end(_ process: pid_t, _ reason: String) -> OwnCommandEnding {
    kill(-process, SIGKILL)
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return .failed(reason)
  }

  /// Waits for a program that has closed everything.
  private func ending(
    of process: pid_t, _ texts: [[UInt8]], _ deadline: ContinuousClock.Instant,
    _ isUnwanted: () -> Bool
  ) -> OwnCommandEnding {
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) != process {
      if isUnwanted() { return end(process, "given up") }
      if ContinuousClock.now > deadline { return end(process, "it took more than \(patience)") }
      usleep(2000)
    }
    let (output, complaints) = (texts[0], texts[1])
    if status & 0x7F != 0 { return .failed("a signal stopped it") }
    let code = status >> 8 & 0xFF
    guard code == 0 else {
      let lines = String(decoding: complaints, as: UTF8.self).split(whereSeparator: \.isNewline)
      return .failed("it ended with \(code)" + (lines.last.map { " · \($0)" } ?? ""))
    }
    return .printed(String(decoding: output, as: UTF8.self))
  }
}
