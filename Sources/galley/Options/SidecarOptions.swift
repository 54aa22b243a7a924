// Options that all commands share which deal with annotations.

import ArgumentParser

/// Whose annotations, and where they are kept.
struct SidecarOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("The name on your marks.", valueName: "name"))
  var author: String?

  @Option(
    help: ArgumentHelp(
      "The sidecar file (by default ARTICLE.annotations.json).", valueName: "file"),
    completion: .file())
  var sidecar: String?
}
