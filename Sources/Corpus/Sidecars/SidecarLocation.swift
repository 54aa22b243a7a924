// Which sidecars the files and folders that somebody names stand for.

import ArticleModel
import FoundationEssentials

/// A sidecar and the article that it belongs to, as far as either can be told from names alone.
package struct SidecarLocation: Hashable, Sendable {
  /// The article's path; nil when there is no article beside the sidecar.
  package var article: String?
  /// The sidecar's path; nil for the usual place of the article's sidecar.
  package var sidecar: String?

  /// What the name of every sidecar ends with.
  package static let suffix = SidecarStore.suffix

  /// Pairs an article with its sidecar.
  package init(article: String?, sidecar: String? = nil) {
    self.article = article
    self.sidecar = sidecar
  }

  /// What a path stands for: itself when it is a sidecar or an article, and all sidecars below it, in
  /// the order of their paths, when it is a folder. Hidden folders and symbolic links in it are left
  /// alone.
  package static func all(at path: String) -> [SidecarLocation] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder
    else { return [SidecarLocation(naming: path)] }
    return sidecars(below: path).map { SidecarLocation(naming: $0) }
  }

  /// The ids of what other sidecars of an article hold, such as `story.txt.ana.annotations.json`.
  package static func annotations(beside article: String) -> Set<AnnotationID> {
    let folder = article.lastIndex(of: "/").map { String(article[...$0]) } ?? ""
    let name = article.dropFirst(folder.count)
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder))
    let others = (names ?? []).filter {
      $0.hasPrefix(name + ".") && $0.hasSuffix(suffix) && $0 != name + suffix
    }
    return Set(others.flatMap { sidecar(at: folder + $0)?.annotations.map(\.id) ?? [] })
  }

  /// What a file stands for.
  private init(naming path: String) {
    guard path.hasSuffix(Self.suffix) else {
      let sidecar = path.hasSuffix(".json") ? Self.sidecar(at: path) : nil
      self.init(
        article: sidecar.map { Self.article(of: $0, at: path) } ?? path,
        sidecar: sidecar == nil ? nil : path)
      return
    }
    let beside = String(path.dropLast(Self.suffix.count))
    let exists = FileManager.default.fileExists(atPath: beside)
    self.init(article: exists ? beside : Self.article(namedBy: path), sidecar: path)
  }

  /// The article that a sidecar of another name says it belongs to, in the same folder:
  /// `article.txt.ana.annotations.json`. The name must begin with the article's, so that a sidecar is
  /// not taken for that of a file which came to have an old name.
  private static func article(namedBy sidecar: String) -> String? {
    guard let article = Self.sidecar(at: sidecar).flatMap({ article(of: $0, at: sidecar) }),
      sidecar.hasPrefix(article + ".")
    else { return nil }
    return article
  }

  /// The article that a sidecar says it belongs to, when it is in the same folder.
  private static func article(of sidecar: Sidecar, at path: String) -> String? {
    guard let name = sidecar.about.path, !name.contains("/") else { return nil }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    return FileManager.default.fileExists(atPath: folder + name) ? folder + name : nil
  }

  private static func sidecar(at path: String) -> Sidecar? {
    guard let bytes = try? PosixFileSystem().contents(of: path) else { return nil }
    return try? Sidecar(parsing: bytes)
  }

  private static func sidecars(below folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    return names.filter { !$0.hasPrefix(".") }.sorted().flatMap { name -> [String] in
      let path = prefix + name
      if name.hasSuffix(suffix) { return [path] }
      return isRealFolder(path) ? sidecars(below: path) : []
    }
  }

  private static func isRealFolder(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }
}
