// What the environment and the configuration say, read when a command asks for it.

import ArticleModel
import Configuration
import Interface
import Sidecars

/// The user's folders, options and packs.
struct Settings {
  let folders: UserFolders
  let configuration: UserConfiguration
  /// What is wrong in the configuration.
  let problems: [ConfigurationProblem]

  /// Reads the configuration and, unless the caller does that, says what is wrong in it.
  init(complaining: Bool = true) {
    folders = UserFolders(environment: UserEnvironment.variables)
    (configuration, problems) = UserConfiguration.load(from: folders)
    if complaining { problems.forEach { Output.complain($0.description) } }
  }

  /// Who makes an annotation: the one named, or else the one that the configuration names, or else whoever
  /// git's files name, or else the account that the command runs under.
  func author(named name: String?) -> Creator? {
    if let name, name != configuration.author?.name { return Creator(name: name) }
    return configuration.author ?? foundName.map { Creator(name: $0.name) }
  }

  /// A name for whoever has given none, and where it was found.
  var foundName: (name: String, source: String)? {
    let environment = UserEnvironment.variables
    let here = PosixFileSystem().destination(of: ".")
    if let identity = GitIdentity(environment: environment, folder: here) {
      return (identity.name, "git's configuration")
    }
    return Account.name(in: environment).map { ($0, "the account") }
  }

  /// Keeps the author's name and id in config.toml.
  func keepAuthor(_ author: Creator) throws {
    _ = try UserConfiguration.keepAuthor(named: author.name, id: author.id, in: folders)
  }

  /// The keymap of a name or file, or else the one that the configuration names.
  func keymap(named name: String?) throws(CommandFailure) -> LoadedKeymap {
    do throws(ConfigurationProblem) {
      return try KeymapSearch(in: folders).keymap(name ?? configuration.keymap ?? "default")
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// The theme that was named, or else the one that the configuration names, or else the terminal's own.
  func chosenTheme(_ name: String?) throws(CommandFailure) -> Theme {
    guard let name = name ?? configuration.theme else { return .terminal }
    return try theme(named: name).theme
  }

  /// The theme of a name or file.
  func theme(named name: String) throws(CommandFailure) -> LoadedTheme {
    do throws(ConfigurationProblem) {
      return try ThemeSearch(in: folders).theme(name)
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// The keymap in a file.
  func keymap(inFile path: String) throws(CommandFailure) -> LoadedKeymap {
    do throws(ConfigurationProblem) { return try KeymapSearch(in: folders).file(path) } catch {
      throw CommandFailure(error.description)
    }
  }

  /// The packs of terms; what is wrong in those of the user is said.
  func taxonomies() -> TaxonomyShelf {
    let (shelf, problems) = TaxonomyShelf.load(
      userFolder: folders.taxonomies, checklistFolder: folders.checklists)
    problems.forEach { Output.complain($0.description) }
    return shelf
  }
}
