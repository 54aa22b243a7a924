// The two ways out of a command: results to standard output, complaints to standard error. Nothing else
// in the program writes there, so that all that goes to a terminal passes its gate.

import LosslessJSON
import Ncurses
import Screen

#if canImport(Glibc)
  import Glibc
#endif

/// Writes lines for people and programs.
enum Output {
  /// Writes a text that may hold words of others, and a line end.
  static func print(_ text: String) throws(CommandFailure) { try write(text.printable + "\n") }

  /// Writes JSON.
  static func printJSON(_ json: JSONValue) throws(CommandFailure) {
    try write(json.prettyPrinted(), as: .json)
  }

  /// Writes a text for programs: as it is, but to a terminal through its gate.
  static func write(
    _ text: String, as content: TerminalGate.Content = .text
  ) throws(CommandFailure) {
    var text = text
    try check(text.withUTF8 { failure(writing: $0, as: content, to: STDOUT_FILENO) })
  }

  /// Writes bytes for programs: as they are, but to a terminal through its gate.
  static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, as content: TerminalGate.Content = .text
  ) throws(CommandFailure) {
    try check(failure(writing: bytes, as: content, to: STDOUT_FILENO))
  }

  /// Writes JSON that comes in pieces. Before a terminal they are put together, since its gate looks at whole
  /// characters.
  static func writeJSON(
    _ give: (@escaping (UnsafeBufferPointer<UInt8>) -> Void) -> Void
  ) throws(CommandFailure) {
    if isTerminal {
      var whole: [UInt8] = []
      give { whole += $0 }
      try whole.withUnsafeBufferPointer { bytes throws(CommandFailure) in
        try write(bytes, as: .json)
      }
    } else {
      var code: Int32?
      give { piece in code = code ?? failure(writingAll: piece, to: STDOUT_FILENO) }
      try check(code)
    }
  }

  /// Writes what is wrong, on one line. Where that fails there is nobody left to tell.
  static func complain(_ message: String) {
    let line = message.split(whereSeparator: \.isNewline).joined(separator: " ").printable
    var text = "galley: \(line)\n"
    _ = text.withUTF8 { failure(writing: $0, to: STDERR_FILENO) }
  }

  /// Writes a question, which whoever is asked answers on the same line.
  static func ask(_ question: String) {
    var text = "galley: \(question.onOneLine) "
    _ = text.withUTF8 { failure(writing: $0, to: STDERR_FILENO) }
  }

  private static func check(_ code: Int32?) throws(CommandFailure) {
    guard let code else { return }
    throw CommandFailure("standard output: \(String(cString: strerror(code)))")
  }

  /// Writes to a descriptor, through the gate when a terminal is behind it.
  /// - Returns: the code of what kept the bytes from being written; nil when they all were. Whoever stops
  ///   reading ends the program with SIGPIPE.
  static func failure(
    writing bytes: UnsafeBufferPointer<UInt8>, as content: TerminalGate.Content = .text,
    to descriptor: Int32
  ) -> Int32? {
    guard isatty(descriptor) != 0 else { return failure(writingAll: bytes, to: descriptor) }
    return TerminalGate.safe(bytes, as: content).withUnsafeBufferPointer {
      failure(writingAll: $0, to: descriptor)
    }
  }

  private static func failure(
    writingAll bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32
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

  /// Whether complaints and questions go to a terminal.
  static var hasTerminalForComplaints: Bool { isatty(STDERR_FILENO) != 0 }

  /// Whether results go to a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) != 0 }

  /// How wide the terminal is that results go to: as `COLUMNS` says, else as the terminal does; nil when they
  /// go elsewhere or nothing says so.
  static var columns: Column? {
    guard isTerminal else { return nil }
    let stated = getenv("COLUMNS").flatMap { Int(String(cString: $0)) } ?? 0
    return stated > 0 ? Column(stated) : Terminal.columns(of: STDOUT_FILENO)
  }
}
