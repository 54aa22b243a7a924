// Makes git merge sidecars with `galley merge` (gitattributes(5), "Defining a custom merge driver").

import ArticleModel
import Corpus
import Sidecars

#if canImport(Glibc)
  import Glibc
#endif

/// The merge driver of a repository.
enum GitMergeDriver {
  private static let attribute = "*.annotations.json merge=galley"

  /// Sets the driver up in the repository that one is in.
  static func install() throws(CommandFailure) {
    let driver = "\(programPath.asShellWord) merge %O %A %B -o %A"
    try git("config", "merge.galley.name", "annotations of articles, one by one")
    try git("config", "merge.galley.driver", driver)
    try addAttribute()
    try Output.print("git merges sidecars with galley now; commit .gitattributes to share that")
  }

  /// The path of this program; its name when the system does not say.
  private static var programPath: String {
    let path = PosixFileSystem().destination(of: "/proc/self/exe")
    return path == "/proc/self/exe" ? "galley" : path
  }

  private static func addAttribute() throws(CommandFailure) {
    let files = PosixFileSystem()
    do throws(FileError) {
      let text = String(decoding: try files.contents(of: ".gitattributes") ?? [], as: UTF8.self)
      guard !text.split(separator: "\n").contains(Substring(attribute)) else { return }
      let start = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
      let whole = "\(text)\(start)\(attribute)\n"
      try files.replace(".gitattributes", with: Array(whole.utf8))
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// Runs git and waits for it.
  private static func git(_ arguments: String...) throws(CommandFailure) {
    var words: [UnsafeMutablePointer<CChar>?] = (["git"] + arguments).map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)
    var process = pid_t()
    guard posix_spawnp(&process, "git", nil, nil, words, environ) == 0 else {
      throw CommandFailure("git cannot be run; install it first")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else {
      throw CommandFailure("git refused: is this folder in a repository?")
    }
  }
}
