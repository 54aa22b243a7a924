// `galley merge`: merges two versions of a sidecar, also for git.

import ArgumentParser
import ArticleModel
import Sidecars

/// Merges sidecars.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge two versions of a sidecar that come from a third.",
    discussion: """
      Example: galley merge base.json ours.json theirs.json -o merged.json
      Example: galley merge ours.json theirs.json -o merged.json
      Example: galley merge --install-git

      Of two versions alone, nobody knows what was deleted: everything that either has is kept. \
      Annotations are merged one by one, member by member. Where both sides changed the same, both \
      versions are kept and the exit code is 1. The result may take the place of either side; another \
      file that is there is replaced with --force only. --install-git makes git merge sidecars in this way \
      in the repository that you are in, and ignore their journals, backups and locks: it writes \
      .gitattributes and .gitignore, to be committed, and the programs into .git/config, once in each clone.
      """)

  @Argument(
    help: "The version that both come from (may be empty); may be left out.", completion: .file())
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

  @Flag(help: "Replace a file that is there already and is neither side.")
  var force = false

  @Flag(help: "Let git merge sidecars in this repository with galley.")
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
