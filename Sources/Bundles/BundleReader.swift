// Takes a bundle apart in memory. Nothing that it says is believed: names, sizes, kinds and digests are
// looked at before a byte goes to the disk, and one that is wrong refuses the whole.

import ArticleModel
import DocumentImport
import Sidecars

extension Bundle {
  /// Takes a bundle apart.
  /// - Parameter path: what errors call it.
  package init(unpacking bytes: [UInt8], named path: String) throws(BundleError) {
    let reader = try BundleReader(bytes, path)
    let list = try reader.list()
    self.init(list, try list.entries.map { entry throws(BundleError) in try reader.file(entry) })
  }

  /// Whether a file may be a bundle, by its name or its first bytes: an archive whose first file is a list.
  package static func isOne(named path: String, beginningWith bytes: [UInt8]) -> Bool {
    guard PackedFiles.isArchive(bytes) else { return path.lowercased().hasSuffix(".zip") }
    return path.lowercased().hasSuffix(".zip")
      || bytes.dropFirst(30).starts(with: BundleList.name.utf8)
  }
}

/// An archive whose files have names and sizes that a bundle may have.
private struct BundleReader {
  private let archive: PackedFiles
  private let path: String
  /// Where the files stand in the archive, by name.
  private let places: [String: Int]

  init(_ bytes: [UInt8], _ path: String) throws(BundleError) {
    self.path = path
    guard PackedFiles.isArchive(bytes) else {
      throw .notABundle(path, reason: "it is not a ZIP archive")
    }
    do throws(ImportError) {
      archive = try PackedFiles(bytes, named: path, allowance: BundleLimits.longestContents)
    } catch {
      throw .notABundle(path, reason: "the archive is damaged or cut off")
    }
    let files = archive.files.enumerated().filter { !$0.element.isEmptyFolder }
    for (_, file) in files { try Self.check(file, path) }
    for folder in archive.files where folder.isEmptyFolder {
      try Self.check(name: String(folder.name.dropLast()), path)
    }
    try Self.checkExtent(of: archive.files, path)
    if let name = BundlePath.clash(in: files.map(\.element.name)) {
      throw .unsafeName(path, name: name, reason: "is there twice")
    }
    places = Dictionary(files.map { ($0.element.name, $0.offset) }) { first, _ in first }
  }

  private static func check(name: String, _ path: String) throws(BundleError) {
    if let objection = BundlePath.objection(to: name) {
      throw .unsafeName(path, name: name, reason: objection)
    }
  }

  private static func check(_ file: PackedFiles.File, _ path: String) throws(BundleError) {
    try check(name: file.name, path)
    if !file.isPlain { throw .notAFile(path, name: file.name) }
    if file.isEncrypted { throw .encrypted(path, name: file.name) }
    if file.size > BundleLimits.longestFile {
      throw .tooLarge(
        path, reason: "“\(file.name)” is longer than \(BundleLimits.longestFile >> 20) MB")
    }
    if BundleLimits.isBomb(size: file.size, packedSize: file.packedSize) {
      throw .tooLarge(
        path, reason: "“\(file.name)” would unpack to \(file.size >> 20) MB; no text is so long")
    }
  }

  private static func checkExtent(
    of files: [PackedFiles.File], _ path: String
  ) throws(BundleError) {
    let length = files.reduce(0) { $0 + min($1.size, BundleLimits.longestContents) }
    guard length <= BundleLimits.longestContents, files.count <= BundleLimits.mostFiles else {
      throw .tooLarge(
        path,
        reason:
          "more than \(BundleLimits.longestContents >> 20) MB or \(BundleLimits.mostFiles) files "
          + "are in it")
    }
  }

  /// The list, when it names the very files that are there.
  func list() throws(BundleError) -> BundleList {
    guard let place = places[BundleList.name] else {
      throw .notABundle(path, reason: "it has no \(BundleList.name)")
    }
    let list = try BundleList(parsing: contents(at: place), of: path)
    var rest = Set(places.keys).subtracting([BundleList.name])
    for entry in list.entries where rest.remove(entry.path) == nil {
      throw .incomplete(path, name: entry.path)
    }
    if let name = rest.min() { throw .incomplete(path, name: name) }
    return list
  }

  /// A file that is what the list says.
  func file(_ entry: BundleList.Entry) throws(BundleError) -> BundleFile {
    let isSidecar = entry.path.hasSuffix(SidecarStore.suffix)
    guard let place = places[entry.path], isSidecar == entry.role.isSidecar else {
      throw .incomplete(path, name: entry.path)
    }
    let file = BundleFile(entry.path, entry.role, try contents(at: place))
    guard file.bytes.count == entry.size, file.digest == entry.digest else {
      throw .altered(path, name: entry.path)
    }
    return file
  }

  private func contents(at place: Int) throws(BundleError) -> [UInt8] {
    do throws(ImportError) { return try archive.contents(at: place) } catch {
      throw .altered(path, name: archive.files[place].name)
    }
  }
}

extension BundleFile.Role {
  /// Whether files of the role hold marks.
  fileprivate var isSidecar: Bool { self == .sidecar || self == .layer }
}

extension PackedFiles.File {
  /// Whether it is but the name of a folder, as other programs write them.
  fileprivate var isEmptyFolder: Bool { name.last == "/" && size == 0 }
}
