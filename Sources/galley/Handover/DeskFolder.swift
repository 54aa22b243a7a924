// What lies in a folder that is handed over: what goes into the bundle, and what stays out.

import Archive
import ArticleModel
import Bundles
import Configuration
import Corpus
import Sidecars

/// The files below a folder, as seen from it.
struct DeskFolder {
  /// The folder, without a slash at its end.
  let path: String
  /// Texts: files that can be read as articles, and those that have marks.
  private(set) var articles: [String] = []
  /// Files of marks.
  private(set) var sidecars: [String] = []
  /// Authority files.
  private(set) var authorities: [String] = []
  /// Checklists.
  private(set) var checklists: [String] = []
  /// Packs of terms.
  private(set) var packs: [String] = []
  /// Copies of pages that evidence points to, without the records beside them.
  private(set) var copies: [String] = []
  /// Whatever else lies there, and stays out.
  private(set) var others: [String] = []
  /// Links, which lead to what belongs to another folder.
  private(set) var links: [String] = []

  /// The folder that checklists lie in.
  static let checklistFolder = "checklists"
  /// The folder that packs of terms lie in.
  static let packFolder = "taxonomies"
  private static let made: Set = [BundleList.name, BundleList.reportName]

  /// Looks through a folder and those below it. Hidden files and folders are left alone.
  init(at folder: String) throws(CommandFailure) {
    path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let files = PosixFileSystem()
    do throws(FileError) { try look(into: "", files) } catch {
      throw CommandFailure(error.description)
    }
  }

  /// The path of a file as this program opens it.
  func path(of name: String) -> String {
    path == "." ? name : path == "/" ? "/" + name : "\(path)/\(name)"
  }

  /// The name of a file as seen from the folder; nil when it is not below it.
  func name(of path: String) -> String? {
    if self.path == "." { return path.hasPrefix("/") || path.hasPrefix("..") ? nil : path }
    let start = self.path == "/" ? "/" : self.path + "/"
    return path.hasPrefix(start) ? String(path.dropFirst(start.count)) : nil
  }

  private mutating func look(into folder: String, _ files: PosixFileSystem) throws(FileError) {
    let names = try files.names(inFolder: folder.isEmpty ? path : path(of: folder))
      .filter { !$0.hasPrefix(".") }.sorted()
    let marked = Set(names.filter { $0.hasSuffix(SidecarStore.suffix) })
    for name in names {
      let inside = folder.isEmpty ? name : "\(folder)/\(name)"
      let place = path(of: inside)
      let kind = try files.status(ofName: place)?.kind
      switch kind {
      case .folder: try look(into: inside, files)
      case .link: takeLink(inside, files)
      case .file:
        let hasMarks = marked.contains { $0.hasPrefix(name + ".") || $0.hasPrefix(name + "#") }
        if !BundlePath.isWork(name), !(folder.isEmpty && Self.made.contains(name)) {
          take(inside, named: name, hasMarks: hasMarks)
        }
      case .pipe, .device, nil: others.append(inside)
      }
    }
  }

  /// A link to a file below the folder is as good as the file.
  private mutating func takeLink(_ inside: String, _ files: PosixFileSystem) {
    let place = path(of: inside)
    guard FileIdentity(of: place)?.kind == .file, files.isFile(place, below: path) else {
      return links.append(inside)
    }
    take(
      inside, named: inside.split(separator: "/").last.map(String.init) ?? inside, hasMarks: false)
  }

  /// The copy that a record is beside.
  private func copied(_ record: String) -> String {
    String(record.dropLast(CopyRecord.suffix.count))
  }

  private mutating func take(_ inside: String, named name: String, hasMarks: Bool) {
    if name.hasSuffix(SidecarStore.suffix) {
      sidecars.append(inside)
    } else if name == AuthorityFile.name {
      authorities.append(inside)
    } else if inside.hasPrefix(Self.checklistFolder + "/"), name.hasSuffix(".toml") {
      checklists.append(inside)
    } else if inside.hasPrefix(Self.packFolder + "/"), name.hasSuffix(".toml") {
      packs.append(inside)
    } else if FileIdentity(of: path(of: inside + CopyRecord.suffix))?.kind == .file {
      copies.append(inside)
    } else if name.hasSuffix(CopyRecord.suffix), copies.contains(copied(inside)) {
      // It goes with its copy.
    } else if hasMarks || ArticleFiles.isOne(path(of: inside)) {
      articles.append(inside)
    } else {
      others.append(inside)
    }
  }
}
