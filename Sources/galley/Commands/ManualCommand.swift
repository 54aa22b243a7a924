// `galley manual`: the manual page, for `make install`.

import ArgumentParser

/// Prints the manual page.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page, for man.",
    discussion: "Example: galley manual > /usr/local/share/man/man1/galley.1",
    shouldDisplay: false)

  func run() throws { try Output.print(ManualPage().roff) }
}
