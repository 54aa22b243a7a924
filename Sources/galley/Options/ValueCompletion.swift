// What shells offer for the values of options: asked of the program when Tab is pressed, so that a user's
// own packs, keymaps and themes are among them.

import ArgumentParser
import ArticleModel
import Configuration
import Interface
import Sidecars

extension CompletionKind {
  /// Terms as `--term` takes them, those of the kind first that the command line names.
  static var terms: CompletionKind {
    .custom { words, _, _ in
      let kind = words.lastIndex(of: "--kind").flatMap { index in
        words.indices.contains(index + 1) ? AnnotationKind(rawValue: words[index + 1]) : nil
      }
      let packs = quietShelf.packs
      let own = packs.filter { $0.kind == kind }
      return (own.isEmpty ? packs : own).flatMap(\.groups).flatMap(\.terms).map(\.id).eachOnce
    }
  }

  /// Verdicts of a group of the pack for verification, such as `truth`.
  static func verdicts(of group: String) -> CompletionKind {
    .custom { _, _, _ in
      quietShelf["verification"]?.groups.first { $0.id == group }?.terms.map(\.id) ?? []
    }
  }

  /// Keymaps: those that come with the program, the user's own, and files.
  static var keymaps: CompletionKind {
    .custom { _, _, prefix in
      let own = folders.configuration.map { names(inFolder: $0 + "/keymaps") } ?? []
      return (Keymap.builtInNames + own).eachOnce + files(startingWith: prefix)
    }
  }

  /// Themes: those that come with the program, the user's own, and files.
  static var themes: CompletionKind {
    .custom { _, _, prefix in
      let own = folders.configuration.map { names(inFolder: $0 + "/themes") } ?? []
      return (Theme.shipped.map(\.name) + own).eachOnce + files(startingWith: prefix)
    }
  }

  private static var folders: UserFolders {
    UserFolders(environment: UserEnvironment.variables)
  }

  /// The packs; a shell that completes is no place to say what is wrong in them.
  private static var quietShelf: TaxonomyShelf {
    TaxonomyShelf.load(userFolder: folders.taxonomies, checklistFolder: folders.checklists).0
  }

  /// The names of the TOML files in a folder.
  private static func names(inFolder folder: String) -> [String] {
    (PosixFileSystem().names(ofFolder: folder) ?? []).filter { $0.hasSuffix(".toml") }.sorted()
      .map { String($0.dropLast(".toml".count)) }
  }

  /// TOML files, and folders that may hold some, as far as their path was typed.
  private static func files(startingWith prefix: String) -> [String] {
    let end = prefix.lastIndex(of: "/")
    let folder = end.map { String(prefix[...$0]) } ?? ""
    let files = PosixFileSystem()
    let names = files.names(ofFolder: folder.isEmpty ? "." : folder) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().compactMap { name in
      let path = folder + name
      guard path.hasPrefix(prefix) else { return nil }
      if files.names(ofFolder: path) != nil { return end == nil ? nil : path + "/" }
      return name.hasSuffix(".toml") ? path : nil
    }
  }
}

extension [String] {
  /// The strings without those that were there before.
  fileprivate var eachOnce: [String] {
    var known: Set<String> = []
    return filter { known.insert($0).inserted }
  }
}
