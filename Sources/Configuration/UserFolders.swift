// Where a user's own files are (XDG Base Directory Specification).

/// The folders that a user's own files are looked up in.
package struct UserFolders: Sendable {
  /// Where keymaps, packs and options are; nil when the environment names no home.
  package let configuration: String?
  /// Where copies of pages are; nil when the environment names no home.
  package let pages: String?
  /// Where what can be worked out again is kept; nil when the environment names no home.
  package let cache: String?

  /// Reads the environment; a path that is not absolute is ignored, as the specification asks.
  package init(environment: [String: String]) {
    configuration = Self.folder(
      environment["XDG_CONFIG_HOME"], or: environment["HOME"].map { "\($0)/.config" })
    let data = Self.folder(
      environment["XDG_DATA_HOME"], or: environment["HOME"].map { "\($0)/.local/share" })
    pages = data.map { "\($0)/articles" }
    cache = Self.folder(
      environment["XDG_CACHE_HOME"], or: environment["HOME"].map { "\($0)/.cache" })
  }

  /// The options.
  package var configurationFile: String? { configuration.map { "\($0)/config.toml" } }

  /// The packs of terms that the user adds.
  package var taxonomies: String? { configuration.map { "\($0)/taxonomies" } }

  /// The checklists of the user's desk.
  package var checklists: String? { configuration.map { "\($0)/checklists" } }

  /// The user's keymap of a name.
  package func keymap(named name: String) -> String? {
    configuration.map { "\($0)/keymaps/\(name).toml" }
  }

  /// The user's theme of a name.
  package func theme(named name: String) -> String? {
    configuration.map { "\($0)/themes/\(name).toml" }
  }

  /// The index of what was found in articles.
  package var index: String? { cache.map { "\($0)/analyses" } }
  /// The index of where marks stand.
  package var indexOfMarks: String? { cache.map { "\($0)/marks" } }

  private static func folder(_ own: String?, or standard: String?) -> String? {
    [own, standard].compactMap { $0 }.first { $0.hasPrefix("/") }.map { "\($0)/galley" }
  }
}
