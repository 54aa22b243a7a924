// Makes git merge sidecars with `galley merge`, and leave alone what stands beside them (gitattributes(5),
// "Defining a custom merge driver" and "filter"; gitignore(5)).

import ArticleModel
import Corpus
import Sidecars

/// What a repository needs so that several people can mark articles in it.
///
/// ```
/// .git/config      the programs: how sidecars are merged, how journals are kept out
/// .gitattributes   which files they are for          } to be committed
/// .gitignore       which files nobody is to commit   }
/// ```
///
/// A journal or backup that is tracked all the same is stored without contents, whoever adds it, so that two
/// of them cannot differ; one that comes with a checkout is empty. None is removed from the index: that would
/// conflict with every branch which still has it.
enum GitMergeDriver {
  private static let attributes =
    ["*.annotations.json merge=galley"]
    + ["journal", "bak", "damaged-*"].map {
      "*.annotations.json.\($0) merge=galley-unshared filter=galley-unshared -diff"
    }

  private static let ignored = [
    "*.annotations.json.journal", "*.annotations.json.lock", "*.annotations.json.saving",
    "*.annotations.json.bak", "*.annotations.json.damaged-*", ".galley-*.new",
  ]

  /// Sets it up in the repository that one is in, and says in words what was done.
  static func install() throws(CommandFailure) {
    let top = try folder()
    try configure()
    try addLines(attributes, to: "\(top)/.gitattributes")
    try addLines(ignored, to: "\(top)/.gitignore")
    try Output.print(
      """
      git merges sidecars with galley now, and ignores their journals, backups and locks
      commit .gitattributes and .gitignore to share that; everybody who clones runs this command once
      """)
    try tellTracked(in: top)
  }

  /// The uppermost folder of the repository.
  private static func folder() throws(CommandFailure) -> String {
    let printed = try GitProgram.run("rev-parse", "--show-toplevel")
    guard printed.hasSuffix("\n"), printed.count > 1 else {
      throw CommandFailure(
        "this repository has no files beside it; run this in a clone that has them")
    }
    return String(printed.dropLast())
  }

  private static func configure() throws(CommandFailure) {
    // git replaces what follows a percent sign.
    let program = programPath.asShellWord.replacing("%", with: "%%")
    let nothing = "sed d"
    let settings = [
      ("merge.galley.name", "annotations of articles, one by one"),
      ("merge.galley.driver", "\(program) merge %O %A %B -o %A"),
      ("merge.galley-unshared.name", "what stands beside annotations: each keeps their own"),
      ("merge.galley-unshared.driver", "true"),
      ("filter.galley-unshared.clean", nothing),
      ("filter.galley-unshared.smudge", nothing),
    ]
    for (name, value) in settings { try GitProgram.run("config", name, value) }
  }

  /// The path of this program; its name when the system does not say.
  private static var programPath: String {
    let path = PosixFileSystem().destination(of: "/proc/self/exe")
    return path == "/proc/self/exe" ? "galley" : path
  }

  /// Adds the lines that a file does not have yet.
  private static func addLines(_ lines: [String], to path: String) throws(CommandFailure) {
    let files = PosixFileSystem()
    do throws(FileError) {
      let text = String(decoding: try files.contents(of: path) ?? [], as: UTF8.self)
      let present = Set(text.split(whereSeparator: \.isNewline).map(String.init))
      let missing = lines.filter { !present.contains($0) }
      guard !missing.isEmpty else { return }
      let start = text.isEmpty || text.hasSuffix("\n") ? "" : "\n"
      let whole = text + start + missing.map { $0 + "\n" }.joined()
      try files.replace(path, with: Array(whole.utf8))
    } catch {
      throw CommandFailure(error.description)
    }
  }

  /// Names the journals and backups that are in the history already.
  private static func tellTracked(in top: String) throws(CommandFailure) {
    let printed = try GitProgram.run(
      "-C", top, "-c", "core.quotePath=false", "ls-files", "-ci", "--exclude-standard", "--",
      "*.annotations.json.*")
    let names = printed.split(separator: "\n").joined(separator: ", ")
    guard !names.isEmpty else { return }
    Output.complain(
      "tracked already: \(names). The next commit empties what is tracked, and merges leave it alone; "
        + "earlier commits still show deleted marks")
  }
}
