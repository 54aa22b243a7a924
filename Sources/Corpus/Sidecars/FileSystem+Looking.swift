// What is asked of a file system when sidecars are looked for. Names go to the system as they are:
// FileManager would take one that begins with a tilde for somebody's home.

import ArticleModel

extension FileSystem {
  /// Whether there is a file or a folder of this name that can be seen.
  package func exists(_ path: String) -> Bool { ((try? status(of: path)) ?? nil) != nil }

  /// The names in a folder, in no order; nil when it is none, or cannot be read.
  package func names(ofFolder path: String) -> [String]? { try? names(inFolder: path) }
}
