// `galley merge`: merges two versions of a sidecar, also for git.

import ArgumentParser
import ArticleModel
import Sidecars

/// Merges sidecars.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge two versions of a sidecar file.",
    discussion: """
      Example: galley merge base.json ours.json theirs.json -o merged.json
      Example: galley merge ours.json theirs.json -o merged.json
      Example: galley merge --install-git

      Annotations are merged one by one, member by member. If both sides changed the same \
      member, both versions are kept and the exit code is 1. Without a base, the command \
      cannot know what was deleted, so it keeps everything that either side has. The result \
      may replace either side; another existing file is replaced only with --force.

      --install-git makes git merge sidecar files in this way in the repository that you are \
      in, and ignore their journals, backups and locks. It writes .gitattributes and \
      .gitignore, which you commit, and .git/config, once in each clone.
      """)

  @Argument(
    help: "The version that both come from (may be empty); optional.", completion: .file())
  var base: String?

  @Argument(help: "Our version.", completion: .file())
  var ours: String?

  @Argument(help: "Their version.", completion: .file())
  var theirs: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the result goes (by default standard output).", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Replace an existing file that is neither side.")
  var force = false

  @Flag(help: "Make git merge sidecar files in this repository with galley.")
  var installGit = false

  func run() throws {
    if installGit { return try GitMergeDriver.install() }
    guard let first = base, let second = ours else {
      throw CommandFailure(
        "merge takes ours and theirs, and before them the version that both come from, where there is one"
      )
    }
    let (base, ours, theirs) = theirs.map { (first, second, $0) } ?? (nil, first, second)
    let ourSidecar = try SidecarFile.read(ours)
    var ancestor = ourSidecar
    ancestor.annotations = []
    if let base { ancestor = try SidecarFile.read(base, orEmptyLike: ourSidecar) }
    let merge = ThreeWayMerge(
      base: ancestor, ours: ourSidecar, theirs: try SidecarFile.read(theirs))
    let bytes = merge.sidecar.serialized()
    if let output, output != "-" {
      try write(bytes, to: output, replacing: [ours, theirs])
    } else {
      try bytes.withUnsafeBufferPointer { bytes throws(CommandFailure) in
        try Output.write(bytes, as: .json)
      }
    }
    merge.conflicts.forEach { Output.complain($0.description) }
    if !merge.conflicts.isEmpty { throw CommandFailure.findings }
  }
}

extension MergeCommand {
  /// Writes the result. What either side holds is in it, so it may take the place of a side.
  private func write(
    _ bytes: [UInt8], to output: String, replacing sides: [String]
  ) throws(CommandFailure) {
    let there = FileIdentity(of: output)
    let isSide = sides.contains { side in
      there.map { FileIdentity(of: side)?.isSameFile(as: $0) == true } ?? false
    }
    let policy = OutputFile.Policy(replaces: force || isSide)
    try OutputFile(bytes, to: output, as: .json, policy).write()
  }
}

/// Sidecars that are named on the command line, without an article.
enum SidecarFile {
  /// Reads a sidecar.
  static func read(_ path: String) throws(CommandFailure) -> Sidecar {
    let bytes = try InputFile.bytes(of: path)
    do throws(SidecarError) { return try Sidecar(parsing: bytes) } catch {
      throw CommandFailure("\(path): \(error)")
    }
  }

  /// Reads a sidecar; an empty file stands for one without annotations.
  static func read(_ path: String, orEmptyLike other: Sidecar) throws(CommandFailure) -> Sidecar {
    if try !InputFile.bytes(of: path).isEmpty { return try read(path) }
    var empty = other
    empty.annotations = []
    return empty
  }
}
