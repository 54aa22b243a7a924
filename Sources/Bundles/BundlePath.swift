// Which names the files of a bundle may have. Whoever sends a bundle must not decide where files go, so a
// name leads down from the folder and nowhere else, and is no name that Galley or another program acts on.

/// Judges the names in a bundle.
package enum BundlePath {
  /// Why a file may not have a name, as the end of a sentence about it; nil when it may.
  static func objection(to name: String) -> String? {
    if name.isEmpty { return "has no name" }
    if name.utf8.count > BundleLimits.longestName { return "has a name that is too long" }
    if name.hasPrefix("/") || name.hasPrefix("~") { return "has an absolute path" }
    if name.unicodeScalars.contains(where: isUnprintable) {
      return "has characters in its name that no file name should have"
    }
    // Backslashes and colons lead elsewhere on other systems.
    if name.contains("\\") || name.dropFirst().first == ":" {
      return "has a path of another system"
    }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    if parts.contains("..") { return "leads out of the folder" }
    if parts.contains(where: { $0.isEmpty || $0.first == "." }) {
      return "has a hidden name, or none"
    }
    if parts.contains(where: { $0.utf8.count > 255 }) { return "has a name that is too long" }
    if isWork(name) { return "is a journal, a lock or a backup, which no bundle has" }
    return nil
  }

  /// Whether a file is one that a store works with, beside the sidecar: nobody is handed one.
  package static func isWork(_ name: String) -> Bool {
    name.contains(".annotations.json.")
  }

  /// Two names of which one would have to be a file and a folder at once, or that are the same where
  /// capitals do not count; nil when there are none.
  static func clash(in names: [String]) -> String? {
    var files: Set<String> = []
    for name in names where !files.insert(name.lowercased()).inserted { return name }
    return names.first { name in
      let parts = name.lowercased().split(separator: "/")
      return (1..<max(parts.count, 1)).contains {
        files.contains(parts.prefix($0).joined(separator: "/"))
      }
    }
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    default:
      scalar == "\u{FFFD}" || (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value)
    }
  }
}
