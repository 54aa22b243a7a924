// Finds the marks of an article that was moved or renamed, and the article of marks that were left behind.
// What is found is offered to whoever reads; nothing here changes a file.

import ArticleModel

/// A sidecar at another place than the usual one that may belong to an article.
public struct StraySidecar: Hashable, Sendable {
  /// What speaks for it, the surest first.
  public enum Match: Int, Hashable, Sendable, Comparable {
    /// Its own article is gone, and the text of this one is the same.
    case sameText
    /// Its own article is gone, and this one has its name but another text.
    case sameName
    /// It is of another text that was read from the same address.
    case sameAddress
    /// It names this very article, as one that `--sidecar` put elsewhere does.
    case namesArticle

    /// In the order of what speaks for it.
    public static func < (a: Match, b: Match) -> Bool { a.rawValue < b.rawValue }
  }

  /// Its path.
  public var path: String
  /// What speaks for it.
  public var match: Match
  /// How many annotations it holds.
  public var annotations: Int

  /// Describes what a search found.
  public init(path: String, match: Match, annotations: Int) {
    self.path = path
    self.match = match
    self.annotations = annotations
  }

  /// Its annotations and what speaks for them, in words: `3 marks on the same text`.
  public var summary: String {
    let count = counted(annotations, "mark")
    return switch match {
    case .sameText: "\(count) on the same text"
    case .sameName: "\(count) on an article of the same name"
    case .sameAddress: "\(count) on another text of the same address"
    case .namesArticle: "\(count) on this article"
    }
  }
}

/// A search for what belongs together and stands apart: in the folder of a file, those in it, the one
/// above and those beside, and where the marks of articles go that cannot have them beside.
public struct SidecarSearch: Sendable {
  private let files: any FileSystem
  private let dataFolder: String

  /// So many names of a folder are looked at.
  private static let mostNames = 2000
  /// So many folders are looked into.
  private static let mostFolders = 200
  /// Longer files are left alone, in bytes.
  private static let longest = 64 << 20

  /// Makes a search of the files of the machine.
  public init(fileSystem: any FileSystem = PosixFileSystem()) {
    self.init(fileSystem: fileSystem, dataFolder: SidecarStore.dataFolder)
  }

  init(fileSystem: any FileSystem, dataFolder: String) {
    files = fileSystem
    self.dataFolder = dataFolder
  }

  /// Sidecars with annotations that may belong to an article which has none at its usual place, the
  /// surest first. Reads the whole text of the article once, and other sidecars as far as they name it.
  public func sidecars(for article: Article) -> [StraySidecar] {
    guard let path = article.source.path else { return sidecars(ofAddressOf: article) }
    let wanted = Wanted(article, place: files.place(of: path))
    return folders(around: path.folder).flatMap { folder in
      names(in: folder).filter { $0.hasSuffix(SidecarStore.suffix) }
        .compactMap { stray(join(folder, $0), wanted) }
    }
    .sorted { ($0.match, $0.path) < ($1.match, $1.path) }
  }

  /// Sidecars of an article without a file that was read before, with another text, from the same address.
  private func sidecars(ofAddressOf article: Article) -> [StraySidecar] {
    guard let address = ArticleDescription(naming: article).identifier else { return [] }
    let own = SidecarStore.defaultPath(for: article, fileSystem: files)
    return names(in: dataFolder).filter { $0.hasSuffix(SidecarStore.suffix) }
      .map { join(dataFolder, $0) }.filter { $0 != own }.compactMap { path in
        stray(path) { $0.identifier == address ? .sameAddress : nil }
      }
  }

  /// The article that a sidecar names by its `galley:path`; nil when there is no such file.
  public func namedArticle(ofSidecar path: String) -> String? {
    sidecar(at: path).flatMap { namedArticle($0.about, at: path) }
  }

  /// Files near a sidecar whose contents are those of its article, in the order of their paths.
  public func articles(forSidecar path: String) -> [String] {
    guard let about = sidecar(at: path)?.about, let length = about.codePoints,
      (0...Self.longest).contains(length)
    else { return [] }
    let digests = [about.rawDigest, about.textDigest].compactMap(\.self)
    return folders(around: path.folder).flatMap { folder in
      names(in: folder).map { join(folder, $0) }.filter { file in
        // A code point takes at most four bytes, whatever the encoding.
        guard let size = (try? files.status(of: file))?.size, size >= length,
          size <= 4 * length + 4,
          let bytes = try? files.contents(of: file)
        else { return false }
        return digests.contains(bytes.digest)
      }
    }
  }

  // MARK: One sidecar

  /// What is looked for.
  private struct Wanted {
    let place: String
    let textDigest: Digest
    let rawDigest: Digest?

    init(_ article: Article, place: String) {
      self.place = place
      textDigest = Digest(of: article.text)
      rawDigest = article.source.rawDigest
    }

    var digests: [Digest] { [textDigest, rawDigest].compactMap(\.self) }
  }

  private func stray(_ path: String, _ wanted: Wanted) -> StraySidecar? {
    guard files.place(of: path) != wanted.place + SidecarStore.suffix else { return nil }
    return stray(path) { match($0, at: path, wanted) }
  }

  /// The sidecar at a path when it has annotations, and what it says of its article is a match. Nearly none is,
  /// so the annotations are read last.
  private func stray(
    _ path: String, _ match: (ArticleDescription) -> StraySidecar.Match?
  ) -> StraySidecar? {
    guard let bytes = bytes(ofSidecar: path), let about = ArticleDescription(inSidecar: bytes),
      let match = match(about), let sidecar = try? Sidecar(parsing: bytes),
      !sidecar.annotations.isEmpty
    else { return nil }
    return StraySidecar(path: path, match: match, annotations: sidecar.annotations.count)
  }

  private func match(
    _ about: ArticleDescription, at path: String, _ wanted: Wanted
  ) -> StraySidecar.Match? {
    if let article = namedArticle(about, at: path) {
      return files.place(of: article) == wanted.place ? .namesArticle : nil
    }
    let beside = String(path.dropLast(SidecarStore.suffix.count))
    guard !files.hasArticle(at: beside) else { return nil }
    let digests = [about.textDigest, about.rawDigest].compactMap(\.self)
    if digests.contains(where: wanted.digests.contains) { return .sameText }
    return about.path?.fileName == wanted.place.fileName ? .sameName : nil
  }

  private func namedArticle(_ about: ArticleDescription, at path: String) -> String? {
    guard let named = about.path,
      let file = RelativePath.file(at: named, from: files.destination(of: path.folder)),
      files.hasArticle(at: file)
    else { return nil }
    // Where the sidecar's folder was reached by a link, the short way leads elsewhere.
    let short = RelativePath.file(at: named, from: path.folder) ?? file
    return files.destination(ofArticle: short) == files.destination(ofArticle: file) ? short : file
  }

  private func sidecar(at path: String) -> Sidecar? {
    bytes(ofSidecar: path).flatMap { try? Sidecar(parsing: $0) }
  }

  private func bytes(ofSidecar path: String) -> [UInt8]? {
    guard let size = (try? files.status(of: path))?.size, size <= Self.longest else { return nil }
    return (try? files.contents(of: path)) ?? nil
  }

  // MARK: Folders

  /// The folder, those in it, the one above and those beside it, and that of the user. A folder where
  /// anybody may put files, such as /tmp, is not looked into from below.
  private func folders(around folder: String) -> [String] {
    let above = folder == "." ? ".." : folder == "/" ? "/" : folder.folder
    let isKnown = files.destination(of: folder)
    var found = [folder]
    found += folders(in: folder)
    let permissions = (try? files.status(of: above))?.permissions ?? 0
    let isOpenToAll = permissions & 0o002 != 0
    if files.destination(of: above) != isKnown, !isOpenToAll {
      found += [above] + folders(in: above).filter { files.destination(of: $0) != isKnown }
    }
    found = Array(found.prefix(Self.mostFolders))
    return found.contains(dataFolder) ? found : found + [dataFolder]
  }

  private func folders(in folder: String) -> [String] {
    names(in: folder).filter { !$0.hasPrefix(".") }.map { join(folder, $0) }
      .filter { (try? files.names(inFolder: $0)) != nil }
  }

  private func names(in folder: String) -> [String] {
    ((try? files.names(inFolder: folder)) ?? []).filter { $0 != "." && $0 != ".." }
      .sorted().prefix(Self.mostNames).map(\.self)
  }

  private func join(_ folder: String, _ name: String) -> String {
    folder == "." ? name : folder == "/" ? "/" + name : folder + "/" + name
  }
}
