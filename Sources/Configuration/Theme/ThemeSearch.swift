// Which theme holds: the one asked for, the user's own, or a shipped one.

import Interface

/// Finds themes by name or file.
package struct ThemeSearch: Sendable {
  private let folders: UserFolders

  /// Searches in a user's folders.
  package init(in folders: UserFolders) { self.folders = folders }

  /// The theme of a name or path. A path has a slash in it or ends in `.toml`; a name is looked up in the
  /// user's `themes` folder, then among the shipped themes.
  package func theme(_ name: String) throws(ConfigurationProblem) -> LoadedTheme {
    if name.contains("/") || name.hasSuffix(".toml") { return try file(name) }
    if let path = folders.theme(named: name), ConfigurationFile.exists(path) {
      return try file(path)
    }
    if let theme = Theme.shipped(named: name) { return LoadedTheme(theme: theme, problems: []) }
    let known = Theme.shipped.map(\.name).joined(separator: ", ")
    throw ConfigurationProblem(in: name, "there is no such theme; there are \(known)")
  }

  private func file(_ path: String) throws(ConfigurationProblem) -> LoadedTheme {
    ThemeLoader.load(try ConfigurationFile.read(path), file: path)
  }
}
