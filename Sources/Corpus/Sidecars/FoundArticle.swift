// The article that a sidecar leads to. What stands in files of others decides which sidecars belong
// together, but not which file of the user is read.

import ArticleModel
import Sidecars

/// Where the article of a sidecar is.
package enum FoundArticle: Hashable, Sendable {
  /// Somebody named it.
  case named(String)
  /// Below the folder of its sidecar.
  case below(String)
  /// The sidecar leads to this file, which is not below its folder. It is read when it has the text that
  /// the sidecar was made for, and not otherwise.
  case outside(String)
  /// There is none.
  case missing
}

extension SidecarLocation {
  /// Where the article is. Links are followed before a place counts as below a folder.
  package func foundArticle(on files: any FileSystem = PosixFileSystem()) -> FoundArticle {
    guard let sidecar else { return article.map(FoundArticle.named) ?? .missing }
    if let article, isArticleNamed { return .named(article) }
    let search = SidecarSearch(fileSystem: files)
    guard let found = article ?? search.namedArticle(ofSidecar: sidecar) else { return .missing }
    return files.isFile(found, below: sidecar.folder) ? .below(found) : .outside(found)
  }
}

extension FileSystem {
  /// Whether a file lies in a folder or below it when all links have been followed. What a file is called
  /// by another file goes no further than the end of a C string, so it must not hold one.
  package func isFile(_ path: String, below folder: String) -> Bool {
    guard !path.utf8.contains(0) else { return false }
    // What has its own name in that very folder, and is no link, lies nowhere else.
    let status = (try? status(ofName: path)) ?? nil
    if status?.kind == .file, path.folder == folder { return true }
    guard hasArticle(at: path) else { return false }
    let (place, root) = (destination(ofArticle: path), destination(of: folder))
    return root == "/" || place.hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }
}

extension ArticleDescription {
  /// Whether an article has the very text that this describes.
  package func describesText(of article: Article) -> Bool {
    if let rawDigest, rawDigest == article.source.rawDigest { return true }
    return textDigest == Digest(of: article.text)
  }
}
