// The options that a user keeps in config.toml.

import ArticleModel
import Interface

/// A user's options; what the file does not say is nil, and each part of the program has its default.
package struct UserConfiguration: Sendable, Equatable {
  /// Who makes the annotations.
  package var author: Creator?
  /// The widest line of an article, in columns.
  package var measure: Int?
  /// The name or path of the keymap.
  package var keymap: String?
  /// The name or path of the theme.
  package var theme: String?
  /// Whether the lines of the text are numbered.
  package var lineNumbers: Bool?
  /// Whether the mouse moves caret and text.
  package var mouse: Bool?
  /// Programs of the user's own.
  package var commands: [OwnCommand] = []

  /// The measures that can be read.
  package static let measures = 20...200

  /// No options.
  package init() {}

  /// Reads a user's options. A file that is not there says nothing; nothing is parsed then.
  package static func load(
    from folders: UserFolders
  ) -> (configuration: UserConfiguration, problems: [ConfigurationProblem]) {
    guard let path = folders.configurationFile, ConfigurationFile.exists(path) else {
      return (UserConfiguration(), [])
    }
    do throws(ConfigurationProblem) {
      var (configuration, problems) = parse(try ConfigurationFile.read(path), file: path)
      if !configuration.commands.isEmpty, !ConfigurationFile.isOwn(path) {
        configuration.commands = []
        problems.insert(
          ConfigurationProblem(
            in: path,
            "[[command]] takes effect only in a file that you own and that others cannot write"
          ),
          at: 0)
      }
      return (configuration, problems)
    } catch {
      return (UserConfiguration(), [error])
    }
  }

  /// Reads options from TOML; what makes no sense is reported with its line and left out.
  package static func parse(
    _ text: String, file: String
  ) -> (configuration: UserConfiguration, problems: [ConfigurationProblem]) {
    let document = TOMLDocument(text, file: file)
    var fields = TOMLFields(document.entries, file: file)
    var configuration = UserConfiguration()
    configuration.measure = fields.integer("measure", in: measures)
    configuration.keymap = fields.string("keymap")
    configuration.theme = fields.string("theme")
    configuration.lineNumbers = fields.boolean("line-numbers")
    configuration.mouse = fields.boolean("mouse")
    var author = fields.table("author")
    let name = author.string("name")
    let id = author.string("id")
    configuration.author = name.map { Creator(name: $0, id: id) }
    author.reportUnknownKeys()
    fields.append(author.problems)
    let commands = OwnCommandLoader(fields.tables("command"))
    configuration.commands = commands.commands
    fields.append(commands.problems)
    fields.reportUnknownKeys()
    let problems = document.problems + fields.problems
    return (configuration, problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
  }

  /// Keeps who the author is, so that it is asked once: gives them an id that stays when they change
  /// their name, and writes both into config.toml. Nothing else in the file changes.
  package static func keepAuthor(
    named name: String, id: String? = nil, in folders: UserFolders
  ) throws(ConfigurationProblem) -> Creator {
    guard let path = folders.configurationFile else {
      throw ConfigurationProblem(
        in: "config.toml", "set HOME or XDG_CONFIG_HOME to say where it is")
    }
    let exists = ConfigurationFile.exists(path)
    let text = exists ? try ConfigurationFile.read(path) : ""
    let document = TOMLDocument(text, file: path)
    // A file that cannot be read as a whole is left to its owner.
    if let problem = document.problems.first { throw problem }
    var fields = TOMLFields(document.entries, file: path)
    var table = fields.table("author")
    let author = Creator(
      name: name, id: table.string("id") ?? id ?? AnnotationID.random().description)
    let changed = AuthorTable(author).written(into: text, having: document["author"])
    guard parse(changed, file: path).configuration.author == author,
      TOMLDocument(changed, file: path).problems.isEmpty
    else {
      throw ConfigurationProblem(
        in: path, line: document["author"]?.line,
        "the author is written in a way that cannot be changed here; write it as [author]")
    }
    try ConfigurationFile.replace(path, with: changed)
    return author
  }
}

/// The `[author]` table of config.toml.
private struct AuthorTable {
  private let lines: [String]

  init(_ author: Creator) {
    lines =
      ["[author]", "name = \(TOMLEscapes.quoted(author.name))"]
      + (author.id.map { ["id = \(TOMLEscapes.quoted($0))"] } ?? [])
  }

  /// The text with this table in place of the one that it has, or at its end.
  func written(into text: String, having old: TOMLEntry?) -> String {
    var result = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    if result.last == "" { result.removeLast() }
    guard let old, case .table(let entries) = old.value, result.indices.contains(old.line - 1),
      result[old.line - 1].drop(while: \.isWhitespace).hasPrefix("[")
    else {
      if !result.isEmpty { result.append("") }
      return (result + lines).joined(separator: "\n") + "\n"
    }
    let replaced = entries.filter { ["id", "name"].contains($0.key) }.map { $0.line - 1 }
    for index in replaced.sorted(by: >) where result.indices.contains(index) {
      result.remove(at: index)
    }
    result.insert(contentsOf: lines.dropFirst(), at: min(old.line, result.count))
    return result.joined(separator: "\n") + "\n"
  }
}
