// `galley purge`: removes what was deleted from the disk, for a source that must not be found.

import ArgumentParser
import ArticleModel
import Corpus
import DocumentImport
import LosslessJSON
import Sidecars

/// Forgets deleted annotations and old texts for good.
struct PurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "Remove deleted marks and old versions from the disk.",
    discussion: """
      Example: galley purge article.txt

      Removes the journal, the backup and copies of damaged sidecar files. Your marks stay, \
      but you can no longer undo earlier changes. Copies that you, git or a backup made are \
      not touched.
      """)

  @Argument(help: "The articles.", completion: .file())
  var files: [String]

  @Option(
    help: ArgumentHelp("The sidecar file, if it is not beside its article.", valueName: "file"),
    completion: .file())
  var sidecar: String?

  @Flag(help: "Print the names of the files that were removed as JSON, by sidecar.")
  var json = false

  @OptionGroup(title: "Opening") var source: SourceOptions

  func validate() throws {
    if sidecar != nil, files.count != 1 {
      throw ValidationError("--sidecar belongs to one article; name that article")
    }
  }

  func run() throws {
    var removals = JSONObject()
    for file in try files.flatMap(Self.articles) {
      let store = SidecarStore(
        article: try Documents.article(file, source.access), sidecarPath: sidecar)
      let removed = try purge(store)
      removals.append(store.path, .array(removed.map(JSONValue.string)))
      if json { continue }
      let names = removed.joined(separator: ", ")
      try Output.print(
        "\(store.path): \(removed.isEmpty ? "nothing to remove" : "removed \(names)")")
    }
    if json { try Output.printJSON(.object(removals)) }
  }

  /// The article itself; of a file with several, those that have a sidecar.
  private static func articles(at path: String) throws(CommandFailure) -> [String] {
    guard let collection = try Documents.collection(path) else { return [path] }
    let paths = collection.members.map(\.path)
    let marked = paths.filter { PosixFileSystem().exists($0 + SidecarLocation.suffix) }
    return marked.isEmpty ? [paths[0]] : marked
  }

  private func purge(_ store: SidecarStore) throws(CommandFailure) -> [String] {
    do throws(StoreError) {
      _ = try store.open(.waiting(seconds: 5))
      let removed = try store.purge()
      try store.close()
      return removed
    } catch {
      throw CommandFailure(error.description)
    }
  }
}
