// `galley keys`: the keys as they are bound, and what is wrong with a keymap file.

import ArgumentParser
import Configuration
import Interface
import Screen

/// Prints or checks a keymap.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Print the keys, or check a keymap file.",
    discussion: """
      Example: galley keys
      Example: galley keys --keymap vim
      Example: galley keys --check my-keys.toml
      """)

  @Option(
    help: "The keymap to print: default, vim, less, emacs, or a file.", completion: .keymaps)
  var keymap: String?

  @Option(
    help: ArgumentHelp("Report what is wrong in a keymap file.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var check: String?

  @Flag(help: "Print the keymap, or what is wrong in it, as JSON.")
  var json = false

  func run() throws {
    if let check { return try report(on: check) }
    let loaded = try Settings().keymap(named: keymap)
    loaded.problems.forEach { Output.complain($0.description) }
    let listing = KeymapListing(loaded.keymap)
    if json { try Output.printJSON(listing.json) } else { try Output.print(listing.text) }
  }

  private func report(on path: String) throws {
    let loaded = try Settings().keymap(inFile: path)
    let good = "\(path): \(loaded.keymap.bindings.count) keys, nothing wrong"
    try ProblemReport(loaded.problems, nothingWrong: good).give(asJSON: json)
  }
}
