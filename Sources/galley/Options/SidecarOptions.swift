// Options that all commands share which deal with annotations.

import ArgumentParser

/// Whose annotations, and where they are kept.
struct SidecarOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("Mark in this name.", valueName: "name"))
  var author: String?

  @Option(
    help: ArgumentHelp(
      "Where the marks are kept (by default ARTICLE.annotations.json).", valueName: "file"),
    completion: .file())
  var sidecar: String?
}
