// The command line as a whole; each subcommand has a file of its own.

import ArgumentParser
import ArticleModel

/// All commands.
struct GalleyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "galley",
    abstract: "Read the news with a pencil.",
    discussion: """
      Opens an article in the terminal, shows who is quoted, who speaks and where it happens, and \
      lets you mark what is biased, true, false or to be checked. Your marks are kept beside the \
      article, in ARTICLE.annotations.json.

      Examples:
        galley article.txt                     read and mark
        curl -s https://example.org/a.txt | galley -
        galley list article.txt                what has been marked
        galley COMMAND --help                  an example of each command
      """,
    version: Sidecar.softwareVersion,
    subcommands: [
      ReadCommand.self,
      TextCommand.self,
      AnalyzeCommand.self,
      AnnotateCommand.self,
      ListCommand.self,
      ShowCommand.self,
      DeleteCommand.self,
      CheckCommand.self,
      TaxonomyCommand.self,
      KeysCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  /// The names of all commands.
  static let names: Set<String> = Set(
    configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"])
}
