// Which keymap holds: the one asked for, the user's own, or the built-in one.

import Interface

/// Finds keymaps by name or file.
package struct KeymapSearch: Sendable {
  private let folders: UserFolders

  /// Searches in a user's folders.
  package init(in folders: UserFolders) { self.folders = folders }

  /// The keymap of a name or path. A path has a slash in it or ends in `.toml`; a name is looked up in
  /// the user's `keymaps` folder, then among the built-in maps.
  package func keymap(_ name: String) throws(ConfigurationProblem) -> LoadedKeymap {
    if name.contains("/") || name.hasSuffix(".toml") { return try file(name) }
    if let path = ownFile(of: name) { return try file(path) }
    if let builtIn = Keymap.builtIn(name) {
      return LoadedKeymap(keymap: builtIn, description: "", problems: [])
    }
    let known = Keymap.builtInNames.joined(separator: ", ")
    throw ConfigurationProblem(in: name, "there is no such keymap; there are \(known)")
  }

  /// The keymap in a file.
  package func file(_ path: String) throws(ConfigurationProblem) -> LoadedKeymap {
    let text = try ConfigurationFile.read(path)
    var loaded = KeymapLoader.load(text, file: path) { base in
      Keymap.builtIn(base) ?? ownBase(base, of: path)
    }
    loaded.file = path
    return loaded
  }

  /// A map of the user's as a base. It may build on built-in maps only, so that no circle can arise.
  private func ownBase(_ name: String, of path: String) -> Keymap? {
    guard let own = ownFile(of: name), own != path else { return nil }
    return (try? ConfigurationFile.read(own)).map { KeymapLoader.load($0, file: own).keymap }
  }

  /// A name is one part of a path: what a file calls its base cannot lead out of the user's folder.
  private func ownFile(of name: String) -> String? {
    if name.contains("/") || name.contains("\0") { return nil }
    return folders.keymap(named: name).flatMap { ConfigurationFile.exists($0) ? $0 : nil }
  }
}
