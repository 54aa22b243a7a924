// Where the program starts. `galley FILE` goes straight to the reader, since parsing a command line
// takes longer than showing the first screen may; everything else is GalleyCommand's.

import ArgumentParser
import CSystem
import Ncurses

#if canImport(Glibc)
  import Glibc
#endif

@main
enum Program {
  static func main() {
    Signals.begin()
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      try refuseMisspeltCommand(arguments)
      if isPlainReading(arguments) {
        csystem_take_variables()
        try Reading(paths: arguments).start()
      } else {
        assert(GalleyCommand.namesAreComplete)
        var command = try GalleyCommand.parseAsRoot(arguments)
        try command.run()
      }
    } catch let signal as EndingSignal {
      // What shells expect of a program that a signal has ended.
      exit(128 + signal.number)
    } catch {
      Ending(of: error).leave()
    }
  }

  /// A first word that is neither a command nor a file, but nearly a command, was meant to be one.
  private static func refuseMisspeltCommand(_ arguments: [String]) throws {
    guard let word = arguments.first, !word.hasPrefix("-"), !GalleyCommand.names.contains(word),
      access(word, F_OK) != 0, let command = GalleyCommand.nearest(to: word)
    else { return }
    throw CommandFailure("there is no file and no command “\(word)”; did you mean \(command)?")
  }

  /// Whether there is nothing but names of articles: no options, and no command in front.
  private static func isPlainReading(_ arguments: [String]) -> Bool {
    guard let first = arguments.first, !GalleyCommand.names.contains(first) else { return false }
    return arguments.allSatisfy { $0 == "-" || !$0.hasPrefix("-") }
  }
}

/// The last words of the program: one line on standard error, or the help that was asked for.
private struct Ending {
  private let message: String
  private let status: ExitStatus

  init(of error: any Error) {
    if let failure = error as? CommandFailure {
      (message, status) = (failure.message, failure.code)
    } else if GalleyCommand.exitCode(for: error) == .success {
      let said = GalleyCommand.fullMessage(for: error)
      let text = VersionReport(answering: said)?.text ?? CompletionScript(said)?.text ?? said
      (message, status) = (text, .fine)
    } else {
      let help = "galley --help and galley COMMAND --help say more"
      let isUsage = GalleyCommand.exitCode(for: error) == .validationFailure
      let words = GalleyCommand.message(for: error).withChoicesOnOneLine
      (message, status) = (isUsage ? "\(words) (\(help))" : words, .unusable)
    }
  }

  func leave() -> Never {
    if status == .fine {
      do { try Output.print(message) } catch { Ending(of: error).leave() }
    } else if !message.isEmpty {
      Output.complain(message)
    }
    exit(status.rawValue)
  }
}

extension String {
  /// The parser's message with the choices that it lists, a line each, on one line.
  fileprivate var withChoicesOnOneLine: String {
    let lines = split(separator: "\n").map { $0.drop { $0 == " " || $0 == "-" } }
    guard let first = lines.first, lines.count > 1 else { return self }
    return "\(first) \(lines.dropFirst().joined(separator: ", "))"
  }
}
