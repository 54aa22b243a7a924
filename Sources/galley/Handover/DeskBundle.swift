// Makes a hand-over of a folder: the sidecars as they are with what journals hold, without private marks;
// the articles; what the desk agreed on; and a report of the public marks.

import ArticleModel
import Bundles
import Configuration
import Corpus
import Interchange
import Sidecars

/// A bundle that is being made, and what there is to say about it.
struct DeskBundle {
  /// The bundle.
  let bundle: Bundle
  /// What stays out or is missing, a line each.
  private(set) var remarks: [String] = []
  /// The files that it was made from.
  private(set) var sources: [String] = []

  /// Packs a folder.
  /// - Parameter leavesOutCopies: whether copies of the pages that evidence points to stay here.
  init(
    of folder: String, settings: Settings, leavesOutCopies: Bool = false
  ) throws(CommandFailure) {
    let desk = try DeskFolder(at: folder)
    let sidecars = try DeskSidecars(in: desk)
    let copies = DeskCopies(in: desk, of: sidecars.public, leavesOut: leavesOutCopies)
    var files = try desk.articles.map { name throws(CommandFailure) in
      BundleFile(name, .article, try InputFile.bytes(of: desk.path(of: name)))
    }
    files += sidecars.files
    files += try Self.agreements(of: desk, settings, used: sidecars.public)
    files += try copies.files()
    if files.isEmpty {
      throw CommandFailure("\(folder) has no articles and no marks; there is nothing to hand over")
    }
    let now = Timestamp.now()
    let report = Self.report(on: sidecars.public, desk, settings.taxonomies(), at: now)
    files.append(BundleFile(BundleList.reportName, .report, Array(report.utf8)))
    do throws(BundleError) {
      bundle = try Bundle(packing: files, made: now)
    } catch {
      throw CommandFailure(error.description)
    }
    remarks = sidecars.remarks + copies.remarks + Self.remarks(on: desk)
    sources = (desk.articles + desk.sidecars).map(desk.path(of:))
  }

  /// “3 articles, 5 sidecars (2 layers among them), 1 authority file, 1 checklist and a report”.
  var contents: String {
    let layers = bundle.count(.layer)
    var sidecars = counted(bundle.count(.sidecar) + layers, "sidecar")
    if layers > 0 { sidecars += " (\(counted(layers, "layer")) among them)" }
    var parts = [counted(bundle.count(.article), "article"), sidecars]
    for (role, noun) in [
      (BundleFile.Role.authority, "authority file"), (.checklist, "checklist"),
      (.terms, "pack of terms"),
    ]
    where bundle.count(role) > 0 {
      parts.append(
        counted(
          bundle.count(role), noun, plural: role == .terms ? "packs of terms" : noun + "s"))
    }
    if let copies = DeskCopies.told(bundle.files) { parts.append(copies) }
    return parts.joined(separator: ", ") + " and a report"
  }

  // MARK: What the desk agreed on

  /// Authority files and checklists: those in the folder, the authority file of a folder above, and the
  /// user's own checklists.
  private static func agreements(
    of desk: DeskFolder, _ settings: Settings, used marked: [AnnotatedArticle]
  ) throws(CommandFailure) -> [BundleFile] {
    var files = try desk.authorities.map { name throws(CommandFailure) in
      BundleFile(name, .authority, try InputFile.bytes(of: desk.path(of: name)))
    }
    if !desk.authorities.contains(AuthorityFile.name), let above = authority(above: desk.path) {
      files.append(
        BundleFile(AuthorityFile.name, .authority, try InputFile.bytes(of: above)))
    }
    let folders = settings.folders
    files += try collected(
      .checklist, desk.checklists, of: desk, DeskFolder.checklistFolder, folders.checklists)
    let used = Set(marked.flatMap(\.annotations).flatMap(\.terms).map(\.pack))
    let packs = try collected(
      .terms, desk.packs, of: desk, DeskFolder.packFolder, folders.taxonomies)
    // Of the user's own packs those go along that a mark needs.
    return files
      + packs.filter { pack in
        let text = String(decoding: pack.bytes, as: UTF8.self)
        return desk.packs.contains(pack.path)
          || TaxonomyLoader.load(text, file: pack.path).pack.map { used.contains($0.id) } == true
      }
  }

  /// The files of a role: those of the desk, then the user's own of other names.
  private static func collected(
    _ role: BundleFile.Role, _ names: [String], of desk: DeskFolder, _ folder: String,
    _ own: String?
  ) throws(CommandFailure) -> [BundleFile] {
    var places = names.map { ($0, desk.path(of: $0)) }
    for name in own.flatMap({ PosixFileSystem().names(ofFolder: $0) })?.sorted() ?? []
    where name.hasSuffix(".toml") && !name.hasPrefix(".") {
      let place = "\(folder)/\(name)"
      if !names.contains(place) { places.append((place, "\(own ?? "")/\(name)")) }
    }
    return try places.map { name, path throws(CommandFailure) in
      BundleFile(name, role, try InputFile.bytes(of: path))
    }
  }

  /// The authority file that applies to a folder, when it lies in one above it.
  private static func authority(above folder: String) -> String? {
    let path = AuthorityFile(nearestTo: folder).path
    return FileIdentity(of: path)?.kind == .file ? path : nil
  }

  // MARK: The report

  private static func report(
    on sidecars: [AnnotatedArticle], _ desk: DeskFolder, _ shelf: TaxonomyShelf, at now: Timestamp
  ) -> String {
    var corpus = CorpusArticle.corpus(
      sidecars, rows: sidecars.rows(labelledBy: shelf),
      analyzer: AnalyzerChoice.reporting(on: sidecars))
    AnalyzerChoice.keepIndex()
    for index in corpus.indices {
      corpus[index].nameForOthers = desk.name(of: corpus[index].name)
    }
    let export = Export(.html, of: corpus, labelledBy: shelf, generated: now)
    return export.files.map(\.text).joined()
  }

  private static func remarks(on desk: DeskFolder) -> [String] {
    func line(_ names: [String], _ noun: String, _ why: String) -> [String] {
      guard let first = names.first else { return [] }
      let some = names.count == 1 ? first : names.prefix(3).joined(separator: ", ")
      let more = names.count > 3 ? " …" : ""
      let verb = names.count == 1 ? "stays" : "stay"
      return ["\(counted(names.count, noun)) \(verb) out, \(why): \(some)\(more)"]
    }
    return line(desk.others, "other file", "neither articles nor marks")
      + line(desk.links, "link", "because it leads out of the folder")
  }
}
