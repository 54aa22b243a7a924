// How a command ends when it cannot do its work, or has found something wrong.

/// What a command reports when it cannot do its work, or has found something wrong.
struct CommandFailure: Error, CustomStringConvertible {
  /// One line; empty when everything has been said already.
  let message: String
  let code: ExitStatus

  var description: String { message }

  /// The input or the command line is wrong.
  init(_ message: String) {
    self.message = message
    code = .unusable
  }

  /// Something was found wrong, and has been printed.
  static let findings = CommandFailure("", .findings)

  /// The input is wrong, and what is wrong has been said.
  static let alreadySaid = CommandFailure("", .unusable)

  private init(_ message: String, _ code: ExitStatus) {
    self.message = message
    self.code = code
  }
}

/// How the program says what became of it to whoever started it.
enum ExitStatus: Int32 {
  case fine = 0
  /// Something was found wrong.
  case findings = 1
  /// Usage or input error.
  case unusable = 2
}
