// `galley config`: the options that hold, and the author's name.

import ArgumentParser
import ArticleModel
import Configuration
import Interface
import LosslessJSON

/// Prints the options, or keeps who the author is.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print the options in effect, or set the name on your marks.",
    discussion: """
      Example: galley config
      Example: galley config --author "Ana Lopes"

      Options are in ~/.config/galley/config.toml: measure (columns), keymap, theme, \
      line-numbers, mouse, and [author] with name and id. If you change the name, the id \
      stays. Without [author], your marks carry the name in git's configuration, or else that \
      of your account.
      """)

  @Option(help: ArgumentHelp("The name on your marks from now on.", valueName: "name"))
  var author: String?

  @Flag(help: "Print the options as JSON.")
  var json = false

  func run() throws {
    if let author { return try keep(author) }
    let settings = Settings()
    let path = settings.folders.configurationFile
    if json { return try Output.printJSON(Self.json(of: settings.configuration, path)) }
    try Output.print("# \(path ?? "set HOME to have options of your own")")
    let found = settings.foundName.map { "\($0.name), from \($0.source)" }
    try Output.print(Self.lines(of: settings.configuration, found).joined(separator: "\n"))
  }

  private func keep(_ name: String) throws {
    let name = name.onOneLine
    guard name.contains(where: { !$0.isWhitespace }) else {
      throw CommandFailure("--author needs a name")
    }
    let kept: Creator
    do throws(ConfigurationProblem) {
      kept = try UserConfiguration.keepAuthor(named: name, in: Settings().folders)
    } catch {
      throw CommandFailure(error.description)
    }
    try Output.print("your marks are made by \(kept.name) (\(kept.id ?? "")) from now on")
  }

  /// - Parameter found: the name that marks are made in while the options name nobody.
  private static func lines(of options: UserConfiguration, _ found: String?) -> [String] {
    [
      "measure  \(options.measure.map(String.init) ?? "72 (by default)")",
      "keymap   \(options.keymap ?? "default (by default)")",
      "theme    \(options.theme ?? "terminal (by default)")",
      "mouse    \(options.mouse ?? false ? "on" : "off")",
      "numbers  \(options.lineNumbers ?? false ? "on" : "off")",
      "commands \(options.commands.isEmpty ? "none" : options.commands.map(\.name).joined(separator: ", "))",
      "author   \(options.author.map { "\($0.name)  \($0.id ?? "")" } ?? found ?? "(not named)")",
    ]
  }

  private static func json(of options: UserConfiguration, _ path: String?) -> JSONValue {
    var object = JSONObject()
    object.append("file", path.map(JSONValue.string))
    object.append("measure", options.measure.map(JSONValue.integer))
    object.append("keymap", options.keymap.map(JSONValue.string))
    object.append("theme", options.theme.map(JSONValue.string))
    object.append("lineNumbers", options.lineNumbers.map(JSONValue.bool))
    object.append("mouse", options.mouse.map(JSONValue.bool))
    if !options.commands.isEmpty {
      object.append("commands", .array(options.commands.map { .string($0.name) }))
    }
    object.append("author", options.author.map { .string($0.name) })
    object.append("authorID", options.author?.id.map(JSONValue.string))
    return .object(object)
  }
}
