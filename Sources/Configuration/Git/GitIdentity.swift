// The name that somebody has given to git, for whoever has not given one to Galley: most people who write
// and code have said it there already.

/// Who commits, as git's files say it.
package struct GitIdentity: Sendable, Hashable {
  /// What `git config user.name` would print.
  package let name: String

  /// Reads the files that git reads, the last one that names somebody first: that of the repository around
  /// a folder, `~/.gitconfig`, `$XDG_CONFIG_HOME/git/config`; `$GIT_CONFIG_GLOBAL` stands for the last two.
  /// Nil when none of them names anybody.
  package init?(environment: [String: String], folder: String?) {
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    var files = Self.global(environment, home: home)
    if let own = folder.flatMap(Self.repository(around:)) { files.append(own) }
    let found = files.reversed().lazy.compactMap { Self.name(in: $0, home: home) }.first
    guard let found else { return nil }
    name = found
  }

  private static func global(_ environment: [String: String], home: String?) -> [String] {
    if let own = environment["GIT_CONFIG_GLOBAL"] { return own.isEmpty ? [] : [own] }
    let configuration = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    let folder = configuration ?? home.map { "\($0)/.config" }
    return (folder.map { ["\($0)/git/config"] } ?? []) + (home.map { ["\($0)/.gitconfig"] } ?? [])
  }

  // MARK: Reading

  /// The last name that a file gives, or that a file gives which it includes.
  private static func name(in path: String, home: String?, followsIncludes: Bool = true) -> String?
  {
    guard ConfigurationFile.exists(path), let text = try? ConfigurationFile.read(path) else {
      return nil
    }
    var found: String?
    for variable in GitConfiguration(text).variables {
      switch variable.name {
      case "user.name": found = variable.value.asName ?? found
      case "include.path" where followsIncludes:
        let other = included(variable.value, by: path, home: home)
        found = name(in: other, home: home, followsIncludes: false) ?? found
      default: break
      }
    }
    return found
  }

  /// The path of a file that another one includes: from the home folder, or from the folder of that one.
  private static func included(_ path: String, by file: String, home: String?) -> String {
    if path.hasPrefix("/") { return path }
    if path.hasPrefix("~/"), let home { return home + path.dropFirst(1) }
    return "\(file.folder)/\(path)"
  }

  // MARK: The repository

  /// The configuration of the repository that a folder lies in; nil when it lies in none.
  private static func repository(around folder: String) -> String? {
    var folder = folder
    while folder.hasPrefix("/") {
      let git = folder == "/" ? "/.git" : "\(folder)/.git"
      if ConfigurationFile.exists("\(git)/config") { return "\(git)/config" }
      if let other = linked(git, from: folder) { return other }
      if folder == "/" { return nil }
      folder = folder.folder
    }
    return nil
  }

  /// The configuration that a further working tree shares: `.git` is a file there, which names a folder
  /// within that of the repository (gitrepository-layout(5)).
  private static func linked(_ git: String, from folder: String) -> String? {
    guard ConfigurationFile.exists(git), let text = try? ConfigurationFile.read(git),
      text.hasPrefix("gitdir: ")
    else { return nil }
    let named = String(text.dropFirst("gitdir: ".count).prefix { !$0.isNewline })
    let own = named.hasPrefix("/") ? named : "\(folder)/\(named)"
    let common = (try? ConfigurationFile.read("\(own)/commondir"))?.prefix { !$0.isNewline } ?? "."
    let shared = common.hasPrefix("/") ? String(common) : "\(own)/\(common)"
    return ConfigurationFile.exists("\(shared)/config") ? "\(shared)/config" : nil
  }
}

extension String {
  /// The folder that a path names a file in; the root above the first one.
  fileprivate var folder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// The text as somebody's name: on one line, without what nobody sees; nil when nothing is left.
  fileprivate var asName: String? {
    let words = split { $0.isWhitespace || $0.unicodeScalars.contains { $0.value < 0x20 } }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
