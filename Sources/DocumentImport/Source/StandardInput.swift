// Standard input can be read once only; of a file with several articles that comes through it, each is wanted.

import Synchronization

/// What came through standard input.
enum StandardInput {
  /// What people call it.
  static let name = "standard input"
  /// What stands for it on a command line.
  static let path = "-"
  /// What stands before the names of the articles in it: a hyphen would make options of them.
  static let file = "/dev/stdin"

  private static let kept = Mutex<SourceBytes?>(nil)

  /// All of it, kept until somebody lets go of it.
  static func bytes() throws(ImportError) -> SourceBytes {
    if let bytes = kept.withLock({ $0 }) { return bytes }
    let bytes = try SourceBytes(standardInput: name)
    kept.withLock { $0 = bytes }
    return bytes
  }

  /// Lets go of it: a text is held by its article.
  static func release() { kept.withLock { $0 = nil } }
}
