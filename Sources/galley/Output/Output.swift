// The two ways out of a command: results to standard output, complaints to standard error. What comes
// from an article, a sidecar or the command line is cleaned of control characters on its way.

import ArticleModel
import LosslessJSON

#if canImport(Glibc)
  import Glibc
#endif

/// Writes lines for people and programs.
enum Output {
  /// Writes a text that may hold words of others, and a line end.
  static func print(_ text: String) throws(CommandFailure) { try write(text.printable + "\n") }

  /// Writes JSON, in which control characters are escaped already.
  static func printJSON(_ json: JSONValue) throws(CommandFailure) {
    try write(json.prettyPrinted())
  }

  /// Writes bytes as they are.
  static func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(CommandFailure) {
    try check(failure(writing: bytes, to: STDOUT_FILENO))
  }

  /// Writes what is wrong, on one line. Where that fails there is nobody left to tell.
  static func complain(_ message: String) {
    var line =
      "galley: "
      + message.split(whereSeparator: \.isNewline).joined(separator: " ")
      .printable + "\n"
    _ = line.withUTF8 { failure(writing: $0, to: STDERR_FILENO) }
  }

  /// Writes a text as it is, for programs.
  static func write(_ text: String) throws(CommandFailure) {
    var text = text
    try check(text.withUTF8 { failure(writing: $0, to: STDOUT_FILENO) })
  }

  private static func check(_ code: Int32?) throws(CommandFailure) {
    guard let code else { return }
    throw CommandFailure("standard output: \(String(cString: strerror(code)))")
  }

  /// The code of what kept the bytes from being written; nil when they all were. Whoever stops reading
  /// ends the program with SIGPIPE.
  private static func failure(
    writing bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32
  ) -> Int32? {
    var rest = UnsafeRawBufferPointer(bytes)
    while let start = rest.baseAddress, !rest.isEmpty {
      let count = Glibc.write(descriptor, start, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return nil
  }

  /// Whether results go to a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) != 0 }
}
