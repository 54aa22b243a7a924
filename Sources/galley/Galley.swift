// The executable: the command line over the modules.

import ArgumentParser

@main
struct Galley: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "galley", abstract: "Read the news with a pencil.")
}
