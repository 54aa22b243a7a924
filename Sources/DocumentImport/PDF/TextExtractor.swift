// Runs the program that takes the text out of PDF documents: pdftotext of Poppler. The document goes in
// through a pipe, words and their places come out through another one.

import CSystem

#if canImport(Glibc)
  import Glibc
#endif

/// A run of pdftotext. No shell is involved, and limits keep a hostile document from taking more than its
/// share.
struct TextExtractor {
  /// What came of a run.
  enum Outcome {
    case text([UInt8])
    /// The program is not installed.
    case missing
    /// It said what is wrong.
    case refused(String)
    /// It took more time or memory, or wrote more, than it may.
    case excessive
  }

  /// The limits of a run.
  private static let processorSeconds: UInt64 = 3
  private static let patience = Duration.seconds(20)
  private static let memory: UInt64 = 2 << 30
  private static let largestOutput = 200 << 20

  /// The bounding boxes of words, in the order of columns (pdftotext(1)).
  private static let arguments = ["pdftotext", "-bbox-layout", "-enc", "UTF-8", "-", "-"]

  /// Takes the words out of a document.
  func run(on document: UnsafeBufferPointer<UInt8>) -> Outcome {
    guard var pipes = Pipes() else { return .refused("no pipe could be made") }
    defer { pipes.closeAll() }
    guard let process = start(pipes) else { return .missing }
    pipes.closeOthers()
    csystem_limit(process, Self.processorSeconds, Self.memory)
    let (output, complaint, isComplete) = pipes.exchange(
      document, atMost: Self.largestOutput, before: .now + Self.patience)
    if !isComplete { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    if !isComplete || [SIGXCPU, SIGKILL, SIGABRT].contains(signal) { return .excessive }
    if signal != 0 { return .refused("ended by signal \(signal)") }
    if status >> 8 & 0xFF == 127 { return .missing }
    return status == 0 ? .text(output) : .refused(String(decoding: complaint, as: UTF8.self))
  }

  private func start(_ pipes: Pipes) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (end, standard) in pipes.ofProgram {
      posix_spawn_file_actions_adddup2(&actions, end, standard)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = Self.arguments.map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)
    var process = pid_t()
    let result = posix_spawnp(&process, Self.arguments[0], &actions, &attributes, words, environ)
    return result == 0 ? process : nil
  }
}

/// The three pipes to and from a program.
private struct Pipes {
  private var input: (read: Int32, write: Int32)
  private var output: (read: Int32, write: Int32)
  private var complaint: (read: Int32, write: Int32)

  init?() {
    guard let input = Self.pair() else { return nil }
    self.input = input
    output = Self.pair() ?? (-1, -1)
    complaint = Self.pair() ?? (-1, -1)
    guard output.read >= 0, complaint.read >= 0 else {
      closeAll()
      return nil
    }
    _ = fcntl(input.write, F_SETFL, O_NONBLOCK)
  }

  private static func pair() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// The ends that the program has, and what they are to it.
  var ofProgram: [(Int32, Int32)] {
    [(input.read, STDIN_FILENO), (output.write, STDOUT_FILENO), (complaint.write, STDERR_FILENO)]
  }

  mutating func closeOthers() {
    Self.close(&input.read)
    Self.close(&output.write)
    Self.close(&complaint.write)
  }

  mutating func closeAll() {
    closeOthers()
    Self.close(&input.write)
    Self.close(&output.read)
    Self.close(&complaint.read)
  }

  private static func close(_ descriptor: inout Int32) {
    if descriptor >= 0 { _ = Glibc.close(descriptor) }
    descriptor = -1
  }

  /// Writes all of `bytes` and reads what comes, both as the other side is ready for it. Not complete
  /// when there is too much of it or the time is up.
  mutating func exchange(
    _ bytes: UnsafeBufferPointer<UInt8>, atMost limit: Int, before deadline: ContinuousClock.Instant
  ) -> (output: [UInt8], complaint: [UInt8], isComplete: Bool) {
    // A program that does not read must not end this one.
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    var (written, out, complaints) = (0, [UInt8](), [UInt8]())
    while output.read >= 0 || complaint.read >= 0 {
      guard .now < deadline, out.count <= limit else { return (out, complaints, false) }
      var waiting = [
        pollfd(fd: input.write, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: output.read, events: Int16(POLLIN), revents: 0),
        pollfd(fd: complaint.read, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&waiting, 3, 200) <= 0 { continue }
      if waiting[0].revents != 0 { write(bytes, from: &written) }
      if waiting[1].revents != 0 { Self.read(&output.read, into: &out, keeping: .max) }
      if waiting[2].revents != 0 {
        Self.read(&complaint.read, into: &complaints, keeping: Self.longestComplaint)
      }
    }
    return (out, complaints, true)
  }

  private static let longestComplaint = 16_384

  private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, from written: inout Int) {
    let count =
      bytes.baseAddress.map { Glibc.write(input.write, $0 + written, bytes.count - written) } ?? 0
    if count > 0 { written += count }
    let failed = count < 0 && errno != EAGAIN && errno != EINTR
    if written == bytes.count || failed { Self.close(&input.write) }
  }

  private static func read(_ end: inout Int32, into bytes: inout [UInt8], keeping most: Int) {
    let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { chunk in
      let count = Glibc.read(end, chunk.baseAddress, chunk.count)
      if count > 0, bytes.count < most { bytes += chunk[..<count] }
      return count
    }
    if count == 0 || count < 0 && errno != EINTR && errno != EAGAIN { close(&end) }
  }
}
