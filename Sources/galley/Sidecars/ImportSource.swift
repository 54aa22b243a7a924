// The file of an import, and the articles that it is about.

import ArticleModel
import Corpus
import Interchange
import LosslessJSON
import Sidecars

/// A file with marks of another program.
struct ImportSource {
  private let path: String
  private let format: ImportFormat

  init(_ path: String, _ format: ImportFormat) {
    self.path = path
    self.format = format
  }

  /// What is in the file; of brat and slate, whose files do not say so, with the text beside it.
  func groups(
    knowing shelf: TaxonomyShelf
  ) throws(CommandFailure) -> (groups: [ImportedGroup], remarks: [String]) {
    let bytes = try InputFile.bytes(of: path)
    var file: ImportedFile
    do throws(ImportProblem) { file = try format.read(bytes, knowing: shelf) } catch {
      throw CommandFailure("\(path): \(error) (--format \(format.rawValue))")
    }
    if let text = companion, let article = try? Documents.foundArticle(text) {
      for index in file.groups.indices where file.groups[index].source == nil {
        file.groups[index].source = text
        file.groups[index].text = article.text.string(in: article.text.span)
      }
    }
    return (file.groups.filter { $0.count > 0 }, file.remarks)
  }

  /// The article of each group: the one that was named, or the file that the group names.
  func targets(
    of groups: [ImportedGroup], article: String?
  ) throws(CommandFailure) -> [(ImportedGroup, String)] {
    if let article {
      if groups.count > 1 {
        let names = groups.compactMap(\.source).joined(separator: ", ")
        throw CommandFailure(
          "\(path) has marks on several articles; choose one with --source: \(names)")
      }
      return groups.map { ($0, article) }
    }
    var targets: [(ImportedGroup, String)] = []
    for group in groups {
      guard let name = group.source else {
        throw CommandFailure(
          "\(path) does not say which article it is about; name it with --article")
      }
      targets.append((group, try self.article(named: name)))
    }
    return targets
  }

  /// The article that the file names: below its own folder or the one that we are in, since whoever made
  /// the file does not decide which files of the user are read and get a sidecar.
  private func article(named name: String) throws(CommandFailure) -> String {
    let files = PosixFileSystem()
    let places = name.hasPrefix("/") ? [(name, folder)] : [(folder + name, folder), (name, "")]
    for (path, folder) in places where !name.utf8.contains(0) && isFile(path) {
      if files.isFile(path, below: folder.isEmpty ? "." : folder) { return path }
      throw CommandFailure(
        "\(self.path) names \(name), which is not below its folder; if that is right, name the "
          + "article: --article \(path.asShellWord)")
    }
    throw CommandFailure("there is no “\(name)” here; name the article with --article")
  }

  private var folder: String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }

  /// The text that an .ann of brat, or an .annotations of slate, stands beside.
  private var companion: String? {
    switch format {
    case .brat where path.hasSuffix(".ann"):
      [String(path.dropLast(4)) + ".txt"].first(where: isBeside)
    case .slate where path.hasSuffix(".annotations"):
      [String(path.dropLast(12))].first(where: isBeside)
    default: nil
    }
  }

  private func isFile(_ path: String) -> Bool {
    let place = FileIdentity(of: path) ?? MemberPath(path).flatMap { FileIdentity(of: $0.file) }
    return place?.kind == .file
  }

  /// Whether there is a file that is also beside the import when links have been followed.
  private func isBeside(_ path: String) -> Bool {
    isFile(path) && PosixFileSystem().isFile(path, below: folder.isEmpty ? "." : folder)
  }
}

/// What became of the marks of one article.
struct ImportReport {
  let article: String
  let sidecar: String
  let plan: ImportPlan

  /// Whether somebody should look: marks without a sure place, or that were left as they are.
  var hasDoubts: Bool {
    plan.count(.kept) > 0 || plan.count(.protected) > 0
      || plan.entries.contains { !$0.isPlaced && $0.outcome == .added }
  }

  /// What happened, or would.
  func text(isDryRun: Bool) -> String {
    let words: [(ImportPlan.Outcome, String)] = [
      (.added, "new"), (.replaced, "replaced"), (.present, "there already"),
      (.duplicate, "said already by another mark"),
      (.kept, "different here and left so; --replace takes theirs"),
      (.protected, "by somebody else, different and left so; --replace-others takes theirs"),
    ]
    let parts = words.filter { plan.count($0.0) > 0 }.map { "\(plan.count($0.0)) \($0.1)" }
    let lost = plan.entries.filter { !$0.isPlaced && $0.outcome == .added }.map { entry in
      let quote = entry.annotation.targets.first?.passage?.exact ?? ""
      return "\n  not found for sure: \(entry.annotation.id.short) “\(quote.shortened(to: 60))”"
    }
    let about = isDryRun ? "\(article), if it were done" : article
    return "\(about): \(parts.isEmpty ? "nothing" : parts.joined(separator: ", "))"
      + lost.joined()
  }

  /// An object a mark.
  var json: [JSONValue] {
    plan.entries.map { entry in
      var object: JSONObject = [
        "article": .string(article), "sidecar": .string(sidecar),
        "id": .string(entry.annotation.id.description), "outcome": .string(entry.outcome.rawValue),
        "placed": .bool(entry.isPlaced),
      ]
      object.append("existing", entry.existing.map { .string($0.id.description) })
      return .object(object)
    }
  }
}
