// A question to whoever runs a command at a terminal, before something that cannot be taken back.

#if canImport(Glibc)
  import Glibc
#endif

/// Asks for a yes.
enum Question {
  /// Whether somebody is there to answer.
  static var canBeAsked: Bool { isatty(STDIN_FILENO) != 0 && Output.hasTerminalForComplaints }

  /// Asks; anything but a yes is a no.
  static func isConfirmed(_ question: String) -> Bool {
    Output.ask("\(question) [y/N]")
    let answer = readLine()?.lowercased() ?? ""
    return answer == "y" || answer == "yes"
  }
}
