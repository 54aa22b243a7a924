// The store: one sidecar on the disk, opened, changed and closed. All its files are touched here alone.

/// The annotations of an article on the disk. One thread uses it.
///
/// A class because it stands for a file: two copies of it would not be two files.
public final class SidecarStore {
  /// The sidecar's path.
  public let path: String

  private let article: Article
  private let files: any FileSystem
  private let author: Creator?
  private var sidecar: Sidecar?
  private var readOnlyReason: String?

  /// Makes a store for an article; nothing is read or written yet.
  /// - Parameter sidecarPath: the sidecar's path; nil for `defaultPath(for:)`.
  public init(
    article: Article, sidecarPath: String? = nil, fileSystem: any FileSystem = PosixFileSystem(),
    author: Creator? = nil
  ) {
    self.article = article
    files = fileSystem
    self.author = author
    path = sidecarPath ?? Self.defaultPath(for: article, fileSystem: fileSystem)
  }

  /// Reads the sidecar. Where there is none, the set is empty, and none is made before the first change.
  public func open(_ access: Access = .asking) throws(StoreError) -> Opening {
    let (found, status) = try read()
    let description = ArticleDescription(of: article)
    var sidecar = found ?? Sidecar(about: description, generated: .now())
    let anchors = Anchoring.resolve(sidecar.annotations, in: article)
    let notices = notices(of: sidecar, description)
    if sidecar.about.textDigest != description.textDigest {
      sidecar.movePositions(anchors, article)
    }
    sidecar.about = sidecar.about.updated(to: description)
    self.sidecar = sidecar
    if sidecar.isReadOnly { readOnlyReason = "it is of a later version of the format" }
    if access == .readOnly { readOnlyReason = "it was opened for reading" }
    return Opening(
      annotations: AnnotationSet(sidecar.annotations), anchors: anchors, notices: notices,
      isReadOnly: readOnlyReason != nil, lockedBy: nil,
      lastChanged: status.map { Timestamp(secondsSinceEpoch: $0.modified / 1_000_000_000) })
  }

  /// Saves a change: when this returns, it is on the disk.
  @discardableResult
  public func record(
    _ change: Change, resulting set: AnnotationSet
  ) throws(StoreError) -> Receipt {
    guard var sidecar else { throw .notOpen(path: path) }
    if let readOnlyReason { throw .readOnly(path: path, reason: readOnlyReason) }
    sidecar.annotations = set.annotations
    try replace(path, with: sidecar.serialized())
    self.sidecar = sidecar
    return .saved
  }

  /// Ends the work on the sidecar. Closing twice does no harm.
  public func close() throws(StoreError) {
    sidecar = nil
  }

  // MARK: Files

  private func read() throws(StoreError) -> (Sidecar?, FileStatus?) {
    let bytes: [UInt8]?
    let status: FileStatus?
    do {
      bytes = try files.contents(of: path)
      status = try files.status(of: path)
    } catch { throw .notReadable(error) }
    guard let bytes else { return (nil, nil) }
    do { return (try Sidecar(parsing: bytes), status) } catch {
      throw .notASidecar(path: path, error)
    }
  }

  /// Puts a file in the place of another in one step.
  private func replace(_ path: String, with bytes: [UInt8]) throws(StoreError) {
    let target = files.destination(of: path)
    let temporary = target + ".new"
    do {
      try files.createFolder(target.folder)
      try files.write(bytes, to: temporary, like: try files.status(of: target))
      try files.rename(temporary, to: target)
      try files.syncFolder(of: target)
    } catch { throw .notWritable(error) }
  }

  private func notices(of sidecar: Sidecar, _ article: ArticleDescription) -> [StoreNotice] {
    var notices: [StoreNotice] = []
    if !sidecar.unreadable.isEmpty { notices.append(.unreadableItems(sidecar.unreadable)) }
    if sidecar.isReadOnly { notices.append(.laterVersion) }
    if let digest = sidecar.about.textDigest, digest != article.textDigest {
      notices.append(.articleChanged)
    }
    return notices
  }
}
