// The way from a folder to a file, so that a sidecar can name its article without saying where either is.

import ArticleModel

/// Paths as seen from a folder.
enum RelativePath {
  /// The path of a file, seen from a folder; nil unless both are absolute.
  static func path(to file: String, from folder: String) -> String? {
    guard file.hasPrefix("/"), folder.hasPrefix("/") else { return nil }
    let (names, start) = (file.pathParts, folder.pathParts)
    var shared = 0
    while shared < min(names.count - 1, start.count), names[shared] == start[shared] { shared += 1 }
    let up = repeatElement("..", count: start.count - shared)
    return (up + names[shared...].map(String.init)).joined(separator: "/")
  }

  /// The file that a path leads to from a folder, as people would write it; nil for an absolute path,
  /// which no sidecar should hold.
  static func file(at path: String, from folder: String) -> String? {
    guard !path.isEmpty, !path.hasPrefix("/"), !path.contains("\u{0}") else { return nil }
    return shortened(folder + "/" + path)
  }

  /// The path without the names that a `..` after them takes back.
  private static func shortened(_ path: String) -> String {
    var names: [Substring] = []
    for name in path.pathParts where name != "." {
      if name == "..", let last = names.last, last != ".." {
        names.removeLast()
      } else {
        names.append(name)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + names.joined(separator: "/")
  }
}

extension FileSystem {
  /// The path of a file with the links on the way to its folder followed, but not its own.
  func place(of path: String) -> String {
    let folder = destination(of: path.folder)
    return folder == "/" ? "/" + path.fileName : folder + "/" + path.fileName
  }
}
