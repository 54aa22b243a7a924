// What the environment and the configuration say, read when a command asks for it.

import ArticleModel
import Configuration
import FoundationEssentials

/// The user's folders, options and packs.
struct Settings {
  let folders: UserFolders
  let configuration: UserConfiguration
  /// What is wrong in the configuration.
  let problems: [ConfigurationProblem]

  /// Reads the configuration and, unless the caller does that, says what is wrong in it.
  init(complaining: Bool = true) {
    folders = UserFolders(environment: ProcessInfo.processInfo.environment)
    (configuration, problems) = UserConfiguration.load(from: folders)
    if complaining { problems.forEach { Output.complain($0.description) } }
  }

  /// Who makes an annotation: the one named, or else the one that the configuration names, or else the
  /// account that the command runs under.
  func author(named name: String?) -> Creator? {
    if let name, name != configuration.author?.name { return Creator(name: name) }
    let account = ProcessInfo.processInfo.userName
    return configuration.author ?? (account.isEmpty ? nil : Creator(name: account))
  }

  /// The keymap of a name or file, or else the one that the configuration names.
  func keymap(named name: String?) throws(CommandFailure) -> LoadedKeymap {
    do throws(ConfigurationProblem) {
      return try KeymapSearch(in: folders).keymap(name ?? configuration.keymap ?? "default")
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// The packs of terms; what is wrong in those of the user is said.
  func taxonomies() -> TaxonomyShelf {
    let (shelf, problems) = TaxonomyShelf.load(userFolder: folders.taxonomies)
    problems.forEach { Output.complain($0.description) }
    return shelf
  }
}
