// Where a sidecar is when nobody says.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

extension SidecarStore {
  /// What the name of a sidecar ends with, after the full name of its article.
  public static let suffix = ".annotations.json"

  /// The sidecar's usual path: beside the article; for an article in a folder that cannot be written and
  /// has no sidecar yet, or with a name so long that none fits beside it, under `$XDG_DATA_HOME/galley/` by
  /// a hash of where the article is; for one without a file there by a hash of its text.
  public static func defaultPath(
    for article: Article, fileSystem: any FileSystem = PosixFileSystem()
  ) -> String {
    if let path = article.source.path {
      let beside = path + suffix
      do throws(FileError) {
        if try fileSystem.status(ofName: beside) != nil { return beside }
        // The longest name that is made beside it.
        _ = try fileSystem.status(ofName: beside + ".damaged-00000000")
      } catch {
        if !error.isAboutLength { return beside }
        return pathByHash(Array(fileSystem.destination(ofArticle: path).utf8), name: path.fileName)
      }
      if fileSystem.canWrite(inFolder: beside.folder) { return beside }
      return pathByHash(Array(fileSystem.destination(ofArticle: path).utf8), name: path.fileName)
    }
    if article.source.name.contains("://") {
      return pathByHash(Array(article.source.name.utf8), name: article.source.name.fileName)
    }
    return pathByText(Digest(of: article.text), fileSystem)
  }

  /// The sidecar of what came through standard input, by its text, so that the same text has the same
  /// marks. Earlier versions gave it the whole digest for a name.
  private static func pathByText(_ digest: Digest, _ fileSystem: any FileSystem) -> String {
    let former = dataFolder + "/" + digest.description + suffix
    if fileSystem.exists(former) { return former }
    return dataFolder + "/stdin-" + digest.description.prefix(16) + suffix
  }

  /// The sidecar of an article whose name is so long that none fits beside it; nil for shorter names, and
  /// where there is none yet.
  public static func sidecarElsewhere(
    forArticleAt path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) -> String? {
    guard path.fileName.utf8.count + suffix.utf8.count > shortestLimit else { return nil }
    let elsewhere = pathByHash(
      Array(fileSystem.destination(ofArticle: path).utf8), name: path.fileName)
    return fileSystem.exists(elsewhere) ? elsewhere : nil
  }

  /// File systems allow names of this length at least, in bytes.
  private static let shortestLimit = 140

  /// What the sidecar says of its article: seen from the sidecar's folder, wherever that is.
  func description(_ description: ArticleDescription) -> ArticleDescription {
    guard let path = article.source.path else { return description }
    var result = description
    let folder = files.destination(of: target.folder)
    // Nearly always, both lie in one folder; then its name is all the way there is.
    let isBeside = path.folder == target.folder && folder.hasPrefix("/")
    let place =
      isBeside ? path.fileName : RelativePath.path(to: files.place(of: path), from: folder)
    result.path = place ?? result.path
    return result
  }

  /// Says which state of the text the positions refer to, where a new sidecar does not yet.
  func describeArticle(in work: inout Work) {
    guard work.sidecar.about.textDigest == nil else { return }
    work.sidecar.about = work.sidecar.about.updated(
      to: description(ArticleDescription(of: article)))
  }

  /// The folder for what belongs to the user and to no other place.
  static var dataFolder: String {
    folder(named: "XDG_DATA_HOME", orAtHome: ".local/share") + "/galley"
  }

  /// The folder for work that could not be saved in its place.
  public static var stateFolder: String {
    folder(named: "XDG_STATE_HOME", orAtHome: ".local/state") + "/galley"
  }

  /// A path as people write it, with "~" for the user's own folder.
  public static func shortened(_ path: String) -> String {
    guard let home = environment("HOME"), path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  private static func pathByHash(_ place: [UInt8], name: String) -> String {
    let digest = place.withUnsafeBufferPointer { Digest(of: $0) }
    let plain = name.unicodeScalars.filter {
      $0.properties.isAlphabetic || "0123456789-._".contains(Character($0))
    }
    return "\(dataFolder)/\(String(String.UnicodeScalarView(plain)).prefix(48))-"
      + digest.description.prefix(16) + suffix
  }

  private static func folder(named variable: String, orAtHome path: String) -> String {
    if let value = environment(variable), value.hasPrefix("/") { return value }
    return (environment("HOME") ?? ".") + "/" + path
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
