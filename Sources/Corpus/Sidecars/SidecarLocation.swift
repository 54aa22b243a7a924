// Which sidecars the files and folders that somebody names stand for.

import ArticleModel
import Sidecars

/// A sidecar and the article that it belongs to, as far as either can be told from names alone.
package struct SidecarLocation: Hashable, Sendable {
  /// The article's path; nil when there is no article beside the sidecar.
  package var article: String?
  /// The sidecar's path; nil for the usual place of the article's sidecar.
  package var sidecar: String?

  /// Whether somebody named both, so that the article was not found by its sidecar.
  package var isArticleNamed = false

  /// What the name of every sidecar ends with.
  package static let suffix = SidecarStore.suffix

  /// Pairs an article with its sidecar.
  package init(article: String?, sidecar: String? = nil, isArticleNamed: Bool = false) {
    self.article = article
    self.sidecar = sidecar
    self.isArticleNamed = isArticleNamed
  }

  /// What a path stands for: itself when it is a sidecar or an article, the marked articles in it when it
  /// is a file with several, and all sidecars below it, in the order of their paths, when it is a folder. Hidden folders and symbolic links in it are left
  /// alone. Folders that cannot be read are returned with the reason.
  package static func look(
    at path: String, on fileSystem: any FileSystem = PosixFileSystem()
  ) -> (locations: [SidecarLocation], unreadable: [FileError]) {
    let finder = SidecarFinder(fileSystem)
    guard finder.isFolder(path) else {
      let members = finder.markedMembers(of: path)
      return (members.isEmpty ? [finder.location(naming: path)] : members, [])
    }
    return finder.locations(below: path)
  }

  /// The ids of what other sidecars of an article hold, such as `story.txt.ana.annotations.json`.
  package static func annotations(
    beside article: String, on fileSystem: any FileSystem = PosixFileSystem()
  ) -> Set<AnnotationID> {
    let finder = SidecarFinder(fileSystem)
    let others = finder.named(after: article).filter { $0 != article + suffix }
    return Set(others.flatMap { finder.sidecar(at: $0)?.annotations.map(\.id) ?? [] })
  }

  /// The paths of the other sidecars of an article that lie beside it, in order; those of an article whose
  /// name begins alike are not among them.
  /// - Parameter own: the path of the sidecar that is left out.
  package static func sidecars(
    beside article: String, besides own: String, on fileSystem: any FileSystem = PosixFileSystem()
  ) -> [String] {
    let finder = SidecarFinder(fileSystem)
    return finder.named(after: article).filter { path in
      fileSystem.destination(of: path) != fileSystem.destination(of: own)
        && (try? fileSystem.status(of: path))??.kind == .file
        && finder.location(naming: path).article == article
    }.sorted()
  }
}

/// Finds sidecars, and the articles that they belong to.
private struct SidecarFinder {
  private let files: any FileSystem

  init(_ files: any FileSystem) { self.files = files }

  /// The files that are called as a sidecar of an article may be, such as `story.txt.ana.annotations.json`.
  func named(after article: String) -> [String] {
    let folder = article.lastIndex(of: "/").map { String(article[...$0]) } ?? ""
    let name = article.dropFirst(folder.count)
    return (files.names(ofFolder: folder.isEmpty ? "." : folder) ?? []).filter {
      $0.hasPrefix(name + ".") && $0.hasSuffix(SidecarLocation.suffix)
    }.map { folder + $0 }
  }

  /// What a file stands for.
  func location(naming path: String) -> SidecarLocation {
    guard path.hasSuffix(SidecarLocation.suffix) else {
      let sidecar = path.hasSuffix(".json") ? self.sidecar(at: path) : nil
      return SidecarLocation(
        article: sidecar.map { self.article(of: $0, at: path) } ?? path,
        sidecar: sidecar == nil ? nil : path)
    }
    let beside = String(path.dropLast(SidecarLocation.suffix.count))
    let article = files.hasArticle(at: beside) ? beside : self.article(namedBy: path)
    return SidecarLocation(article: article, sidecar: path)
  }

  /// The sidecars of articles in a file that holds several, and its own when it has one too; empty for
  /// other files.
  func markedMembers(of path: String) -> [SidecarLocation] {
    guard !path.hasSuffix(SidecarLocation.suffix) else { return [] }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let start = path.dropFirst(folder.count) + "#"
    let names = (files.names(ofFolder: folder.isEmpty ? "." : folder) ?? []).filter {
      $0.hasPrefix(start) && $0.hasSuffix(SidecarLocation.suffix) && $0.count > start.count
    }
    guard !names.isEmpty, files.exists(path) else { return [] }
    let own = path + SidecarLocation.suffix
    return (files.exists(own) ? [location(naming: own)] : [])
      + names.sorted().map { location(naming: folder + $0) }
  }

  /// The article that a sidecar of another name says it belongs to, in the same folder:
  /// `article.txt.ana.annotations.json`. The name must begin with the article's, so that a sidecar is
  /// not taken for that of a file which came to have an old name.
  private func article(namedBy sidecar: String) -> String? {
    guard let found = self.sidecar(at: sidecar), let article = article(of: found, at: sidecar),
      sidecar.hasPrefix(article + ".")
    else { return nil }
    return article
  }

  /// The article that a sidecar says it belongs to, when it is in the same folder.
  private func article(of sidecar: Sidecar, at path: String) -> String? {
    guard let name = sidecar.about.path, !name.contains("/") else { return nil }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return files.hasArticle(at: folder + name) ? folder + name : nil
  }

  func sidecar(at path: String) -> Sidecar? {
    guard let bytes = try? files.contents(of: path) else { return nil }
    return try? Sidecar(parsing: bytes)
  }

  /// Whether a path leads to a folder.
  func isFolder(_ path: String) -> Bool {
    let status = (try? files.status(of: path)) ?? nil
    return status?.kind == .folder || status == nil && files.names(ofFolder: path) != nil
  }

  /// The sidecars in a folder and in those below it, in the order of their paths, and what cannot be read.
  func locations(
    below folder: String
  ) -> (locations: [SidecarLocation], unreadable: [FileError]) {
    var found: [SidecarLocation] = []
    var unreadable: [FileError] = []
    // What is still to be looked at, the next one last.
    var open = [Step.folder(folder)]
    while let step = open.popLast() {
      do throws(FileError) {
        switch step {
        case .sidecar(let location): found.append(location)
        case .folder(let path):
          let entries = try files.entries(inFolder: path).filter { !$0.name.hasPrefix(".") }
          open += entries.sorted { $0.name > $1.name }.compactMap { self.step($0, in: path) }
        case .nameless(let path):
          throw FileError("look into", path, code: 0, reason: "its name is not UTF-8; rename it")
        }
      } catch {
        unreadable.append(error)
      }
    }
    return (found, unreadable)
  }

  /// Something in a folder that has to be looked at.
  private enum Step {
    case sidecar(SidecarLocation)
    case folder(String)
    /// What no text can name.
    case nameless(String)
  }

  /// What a name in a folder asks for; nil when it is no sidecar and leads to none.
  private func step(_ entry: FolderEntry, in folder: String) -> Step? {
    let name = entry.name
    let path = (folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/") + name
    if name.unicodeScalars.contains("\u{FFFD}"), !files.exists(path) { return .nameless(path) }
    if entry.kind != .file, isFolder(path) { return isLink(path) ? nil : .folder(path) }
    if name.hasSuffix(SidecarLocation.suffix) { return .sidecar(location(naming: path)) }
    return SidecarStore.sidecarElsewhere(forArticleAt: path, fileSystem: files).map {
      .sidecar(SidecarLocation(article: path, sidecar: $0, isArticleNamed: true))
    }
  }

  /// Whether a folder stands elsewhere, and is named here alone. Asks for the name itself: following the
  /// way to it anew at each step would take hours in folders that are nested a thousand deep.
  private func isLink(_ path: String) -> Bool {
    ((try? files.status(ofName: path)) ?? nil)?.kind == .link
  }
}
