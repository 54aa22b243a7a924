// Why there is no screen to read on.

/// Why the terminal cannot be used. The text is one line for the user.
package enum TerminalError: Error, Hashable, CustomStringConvertible {
  /// The program's output does not go to a terminal.
  case outputIsNoTerminal
  /// Keys do not come from a terminal.
  case inputIsNoTerminal
  /// TERM is not set, so nobody knows what the terminal can do.
  case typeNotSet
  /// terminfo does not know the terminal.
  case unknownType(String)
  /// There is no terminfo database.
  case noTerminfo
  /// The cursor cannot be moved at will.
  case notAddressable(String)
  /// ncurses could not start.
  case noScreen(String)

  /// What is wrong and what to try.
  package var description: String {
    switch self {
    case .outputIsNoTerminal:
      "standard output is not a terminal; galley text, galley analyze and galley list print"
    case .inputIsNoTerminal:
      "standard input is not a terminal, so no key can be read; run it without redirecting input"
    case .typeNotSet:
      "the variable TERM is not set; try TERM=xterm-256color"
    case .unknownType(let type):
      "the terminal type TERM=\(type) is unknown here; try TERM=xterm-256color"
    case .noTerminfo:
      "there is no terminfo database; install the package ncurses-base"
    case .notAddressable(let type):
      "the terminal TERM=\(type) cannot place text on a screen; try TERM=xterm-256color"
    case .noScreen(let type):
      "ncurses cannot start on the terminal TERM=\(type); try TERM=xterm-256color"
    }
  }
}
