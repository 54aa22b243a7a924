// A process that answers lines of a batch, and what has been given to it.

import ArticleModel
import CSystem

#if canImport(Glibc)
  import Glibc
#endif

/// A worker of a batch: a copy of the program that reads lines from a socket and writes answers to it.
struct NDJSONWorker {
  /// The socket that lines go into and answers come out of.
  let descriptor: Int32
  private let process: pid_t
  /// What it has been given and has not answered, in order.
  private(set) var turns: [(turn: Int, count: Int)] = []
  /// How many bytes that is.
  private(set) var load = 0
  /// How long it has worked on the first of them.
  var spent = Duration.zero
  private var outgoing: [UInt8] = []
  private var sent = 0
  private var incoming: [UInt8] = []

  /// What came of a look at the socket.
  struct Outcome {
    /// The answers, each with its turn.
    var answers: [(turn: Int, answer: [UInt8])] = []
    /// Whether the worker is gone.
    var hasEnded = false
  }

  /// Starts a worker, which runs `work` with its end of the socket; nil when the system has no room for it.
  init?(_ work: (Int32) -> Void) {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { return nil }
    let process = csystem_fork(ends[1])
    if process == 0 {
      work(ends[1])
      _exit(0)
    }
    close(ends[1])
    guard process > 0 else {
      close(ends[0])
      return nil
    }
    for end in ends { csystem_widen(end) }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    (descriptor, self.process) = (ends[0], process)
  }

  var isIdle: Bool { turns.isEmpty }

  /// Whether there is something left to be sent.
  var hasOutgoing: Bool { sent < outgoing.count }

  /// Gives the worker a line.
  mutating func give(_ line: [UInt8], turn: Int) {
    turns.append((turn, line.count))
    load += line.count
    if !hasOutgoing { (outgoing, sent) = ([], 0) }
    outgoing += line
    outgoing.append(0x0A)
  }

  /// Sends as much as the socket takes.
  mutating func send() {
    while hasOutgoing {
      let count = outgoing.withUnsafeBytes { bytes in
        Glibc.send(
          descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { return }
      sent += count
    }
  }

  /// Takes what it has answered.
  mutating func receive(_ chunk: inout [UInt8]) -> Outcome {
    var outcome = Outcome()
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return outcome }
      if count <= 0 {
        outcome.hasEnded = true
        return outcome
      }
      chunk.withUnsafeBytes { take($0[..<count], into: &outcome) }
      if count < chunk.count { return outcome }
    }
  }

  private mutating func take(_ bytes: Slice<UnsafeRawBufferPointer>, into outcome: inout Outcome) {
    var rest = UnsafeRawBufferPointer(rebasing: bytes)
    while let end = rest.endOfLine {
      incoming += rest[...end]
      rest = UnsafeRawBufferPointer(rebasing: rest[(end + 1)...])
      guard !turns.isEmpty else { continue }
      let (turn, count) = turns.removeFirst()
      load -= count
      spent = .zero
      outcome.answers.append((turn, incoming))
      incoming = []
    }
    incoming += rest
  }

  /// Ends the worker, whether it still runs or not; returns how it ended (waitpid).
  func end() -> Int32 {
    close(descriptor)
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }
}
