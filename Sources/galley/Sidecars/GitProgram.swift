// Runs git and takes what it prints. The words go to it one by one; no shell reads them.

#if canImport(Glibc)
  import Glibc
#endif

/// git, in the folder that one is in.
enum GitProgram {
  /// Runs git with these arguments and returns what it prints; what it complains of goes to standard error.
  @discardableResult
  static func run(_ arguments: String...) throws(CommandFailure) -> String {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw CommandFailure("git cannot be run: no pipe can be made") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    for end in ends { posix_spawn_file_actions_addclose(&actions, end) }
    var words: [UnsafeMutablePointer<CChar>?] = (["git"] + arguments).map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)
    var process = pid_t()
    let result = posix_spawnp(&process, "git", &actions, nil, words, environ)
    close(ends[1])
    defer { close(ends[0]) }
    guard result == 0 else { throw CommandFailure("git cannot be run; install it first") }
    let output = contents(of: ends[0])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else {
      throw CommandFailure("git refused: is this folder in a repository?")
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func contents(of descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }
}
