// `galley bundle`: a folder with its marks as one file, for somebody else to go on with.

import ArgumentParser
import Bundles
import Sidecars

/// Packs a folder for a colleague, or unpacks what a colleague sent.
struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Pack a folder into one file: articles, marks and a report.",
    discussion: """
      Example: galley bundle desk -o desk.zip
      Example: galley review desk.zip
      Example: galley bundle --unpack desk.zip --into from-ana
      Example: galley bundle --unpack back.zip --into desk

      The file is a ZIP archive with the articles, their sidecar files and layers, the \
      authority file and the checklists of the desk, the packs of terms that the marks need, \
      the copies of evidence, and galley-report.html, which any browser shows. Private marks \
      and replies to them stay out, as do journals and backups; the command says how many \
      marks. Galley asks before it replaces a file.

      galley review opens a bundle: it unpacks it into a folder of the same name beside it, \
      and never overwrites a folder with anything else in it. --unpack does that without the \
      list of marks. If --into names a folder that has the articles, the marks of others are \
      added beside yours; galley review --compare does that and opens the comparison.
      """)

  @Argument(help: "The folder; with --unpack, the bundle.", completion: .file())
  var folder: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write (by default FOLDER.zip).", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Leave out the copies of pages that evidence points to.")
  var withoutCopies = false

  @Flag(help: "Replace an existing file without asking.")
  var force = false

  @Flag(help: "Unpack a bundle instead of making one.")
  var unpack = false

  @Option(
    help: ArgumentHelp(
      "With --unpack, the folder to make, or the one to bring the bundle back to.",
      valueName: "folder"),
    completion: .directory)
  var into: String?

  func validate() throws {
    if unpack, output != nil { throw ValidationError("--unpack takes --into FOLDER, not --output") }
    if unpack, withoutCopies { throw ValidationError("--without-copies is for making a bundle") }
    if !unpack, into != nil { throw ValidationError("--into belongs to --unpack") }
  }

  func run() throws {
    if unpack, let into, ReturnedBundle.isHome(into, of: folder) {
      let returned = try ReturnedBundle(folder, to: into, for: Settings().author(named: nil))
      return try returned.messages.forEach { try Output.print($0) }
    }
    if unpack {
      let opening = try BundleOpening(folder, to: into)
      opening.packs.forEach { Output.complain($0) }
      return try Output.print(opening.message)
    }
    guard FileIdentity(of: folder)?.kind == .folder else {
      throw CommandFailure("\(folder) is not a folder; name the folder to bundle")
    }
    let made = try DeskBundle(
      of: folder, settings: Settings(), leavesOutCopies: withoutCopies)
    let path = output ?? usualOutput
    guard try write(made, to: path) else {
      throw CommandFailure("\(path) was left as it is; no bundle was written")
    }
    made.remarks.forEach { Output.complain($0) }
    if path != "-" { try Output.print("\(path): \(made.contents)") }
  }

  private var usualOutput: String {
    let place = PosixFileSystem().destination(of: folder)
    return (place.split(separator: "/").last.map(String.init) ?? "desk") + ".zip"
  }

  /// Writes the bundle; false when somebody did not want a file replaced.
  private func write(_ made: DeskBundle, to path: String) throws(CommandFailure) -> Bool {
    if path == "-", Output.isTerminal {
      throw CommandFailure("a terminal cannot show a bundle; name a file with -o")
    }
    var policy = OutputFile.Policy(sources: made.sources, replaces: force)
    if !force, FileIdentity(of: path)?.kind == .file, Question.canBeAsked {
      guard Question.isConfirmed("\(path) is there already; replace it?") else { return false }
      policy.replaces = true
    }
    try OutputFile(made.bundle.bytes, to: path, policy).write()
    return true
  }
}
