// Whoever names an article to compare means all that people marked in it: its sidecar and those beside it.

import Corpus
import Sidecars

/// The sidecars of articles that somebody named.
enum SidecarsBeside {
  /// The paths, with the sidecars of an article in its place where it has several.
  static func expanded(_ paths: [String]) -> [String] {
    paths.flatMap { path in
      let sidecars = Self.sidecars(of: path)
      return sidecars.count > 1 ? sidecars : [path]
    }
  }

  /// The sidecar of an article, where it has one that another file can be mistaken for: what is no sidecar itself.
  static func sidecar(of path: String) -> String {
    let beside = path + SidecarStore.suffix
    let isSidecar = InputFile.beginning(of: path).first { $0 > 0x20 } == UInt8(ascii: "{")
    return !isSidecar && FileIdentity(of: beside)?.kind == .file ? beside : path
  }

  private static func sidecars(of article: String) -> [String] {
    guard FileIdentity(of: article)?.kind == .file, !article.hasSuffix(SidecarStore.suffix)
    else { return [] }
    let slash = article.lastIndex(of: "/")
    let folder = slash.map { String(article[...$0]) } ?? ""
    let name = slash.map { article[article.index(after: $0)...] } ?? article[...]
    return (PosixFileSystem().names(ofFolder: folder.isEmpty ? "." : folder) ?? []).sorted()
      .filter { $0.hasPrefix("\(name).") && $0.hasSuffix(SidecarStore.suffix) }
      .map { folder + $0 }
  }
}
