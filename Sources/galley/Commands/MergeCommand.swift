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
      Example: galley merge --install-git

      Annotations are merged one by one, member by member. Where both sides changed the same, both \
      versions are kept and the exit code is 1. --install-git makes git merge sidecars in this way \
      in the repository that you are in.
      """)

  @Argument(help: "The version that both come from (may be empty).", completion: .file())
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

  @Flag(help: "Let git merge sidecars in this repository with galley.")
  var installGit = false

  func run() throws {
    if installGit { return try GitMergeDriver.install() }
    guard let base, let ours, let theirs else {
      throw CommandFailure("merge needs three sidecars: the common one, ours and theirs")
    }
    let ourSidecar = try SidecarFile.read(ours)
    let merge = ThreeWayMerge(
      base: try SidecarFile.read(base, orEmptyLike: ourSidecar), ours: ourSidecar,
      theirs: try SidecarFile.read(theirs))
    let bytes = merge.sidecar.serialized()
    if let output {
      try SidecarFile.write(bytes, to: output)
    } else {
      try bytes.withUnsafeBufferPointer { bytes throws(CommandFailure) in try Output.write(bytes) }
    }
    merge.conflicts.forEach { Output.complain($0.description) }
    if !merge.conflicts.isEmpty { throw CommandFailure.findings }
  }
}

/// Sidecars that are named on the command line, without an article.
enum SidecarFile {
  /// Reads a sidecar.
  static func read(_ path: String) throws(CommandFailure) -> Sidecar {
    let bytes = try bytes(of: path)
    do throws(SidecarError) { return try Sidecar(parsing: bytes) } catch {
      throw CommandFailure("\(path): \(error)")
    }
  }

  /// Reads a sidecar; an empty file stands for one without annotations.
  static func read(_ path: String, orEmptyLike other: Sidecar) throws(CommandFailure) -> Sidecar {
    if try !bytes(of: path).isEmpty { return try read(path) }
    var empty = other
    empty.annotations = []
    return empty
  }

  /// Writes a file in one step.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    let files = PosixFileSystem()
    let target = files.destination(of: path)
    do throws(FileError) {
      try files.write(bytes, to: target + ".new", like: try files.status(of: target))
      try files.rename(target + ".new", to: target)
      try files.syncFolder(of: target)
    } catch {
      throw CommandFailure(error.description)
    }
  }

  private static func bytes(of path: String) throws(CommandFailure) -> [UInt8] {
    do throws(FileError) {
      if let bytes = try PosixFileSystem().contents(of: path) { return bytes }
    } catch {
      throw CommandFailure(error.description)
    }
    throw CommandFailure("\(path): there is no such file")
  }
}
