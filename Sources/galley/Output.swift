// The two ways out of a command: results to standard output, complaints to standard error. What comes
// from an article, a sidecar or the command line is cleaned of control characters on its way.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

/// Writes lines for people and programs.
enum Output {
  /// Writes a text that may hold words of others, and a line end.
  static func print(_ text: String) { write(text.printable + "\n", to: STDOUT_FILENO) }

  /// Writes what is wrong, on one line.
  static func complain(_ message: String) {
    let line = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    write("galley: \(line.printable)\n", to: STDERR_FILENO)
  }

  /// Writes JSON, in which control characters are escaped already.
  static func printJSON(_ json: JSONValue) { write(json.prettyPrinted(), to: STDOUT_FILENO) }

  /// Writes bytes as they are; whoever reads no further ends the program with SIGPIPE.
  static func write(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) {
    var rest = UnsafeRawBufferPointer(bytes)
    while let start = rest.baseAddress, !rest.isEmpty {
      let count = Glibc.write(descriptor, start, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { write($0, to: descriptor) }
  }

  /// Whether results go to a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) != 0 }
}
