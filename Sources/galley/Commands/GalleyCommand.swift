// The command line as a whole; each subcommand has a file of its own.

import ArgumentParser
import ArticleModel
import Sidecars

/// All commands.
struct GalleyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "galley",
    abstract: "Read the news with a pencil.",
    usage: """
      galley ARTICLE...
      galley COMMAND [OPTIONS]
      """,
    discussion: """
      Opens an article in the terminal, shows who is quoted, who speaks and where it happens, and \
      lets you mark what is biased, true, false or to be checked. Your marks are kept beside the \
      article, in ARTICLE.annotations.json.

      Examples:
        galley article.txt                     read and mark
        galley https://example.org/news/1      open a page; a copy of it is kept
        curl -s https://example.org/a.txt | galley -
        galley list article.txt                what has been marked
        galley COMMAND --help                  an example of each command
      """,
    version: Sidecar.softwareVersion,
    subcommands: [
      ReadCommand.self,
      TextCommand.self,
      ContentsCommand.self,
      AnalyzeCommand.self,
      MapCommand.self,
      PictureCommand.self,
      AnnotateCommand.self,
      ListCommand.self,
      ShowCommand.self,
      DeleteCommand.self,
      ClaimsCommand.self,
      VerifyCommand.self,
      ReviewCommand.self,
      CheckCommand.self,
      DescribeCommand.self,
      ReanchorCommand.self,
      StatsCommand.self,
      AgreeCommand.self,
      ExportCommand.self,
      ImportCommand.self,
      BundleCommand.self,
      MergeCommand.self,
      DiffCommand.self,
      PurgeCommand.self,
      TaxonomyCommand.self,
      KeysCommand.self,
      ConfigCommand.self,
      DoctorCommand.self,
      ManualCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  /// The names of all commands. They are written out, because putting the configuration together takes as long
  /// as reading the article; builds for tests compare the two when they parse a command line.
  static let names = [
    "read", "text", "contents", "analyze", "map", "picture", "annotate", "list", "show", "delete",
    "claims", "verify", "review", "check", "describe", "reanchor", "stats", "agree", "export",
    "import", "bundle", "merge", "diff", "purge", "taxonomy", "keys", "config", "doctor", "manual",
    "help",
  ]

  /// Whether `names` says what the configuration says.
  static var namesAreComplete: Bool {
    names == configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
  }

  /// The command whose name a word was probably meant to be; nil when it is like none of them.
  static func nearest(to word: String) -> String? {
    guard word.count > 2 else { return nil }
    let near = names.map { (name: $0, distance: $0.editDistance(to: word)) }
    return near.filter { $0.distance <= 2 }.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
      .name
  }
}

extension String {
  /// How many letters have to be put in, left out or replaced to make one word of the other
  /// (Levenshtein).
  fileprivate func editDistance(to other: String) -> Int {
    var row = Array(0...other.count)
    for (i, letter) in enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, otherLetter) in other.enumerated() {
        let replaced = diagonal + (letter == otherLetter ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = Swift.min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[other.count]
  }
}
