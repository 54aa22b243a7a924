// Why a hand-over could not be packed or opened, in one line each.

/// What keeps a bundle from being packed, read or unpacked.
package enum BundleError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file is no ZIP archive, or has no list of its files.
  case notABundle(String, reason: String)
  /// A later version of Galley wrote it.
  case laterVersion(String, version: String)
  /// A file in it has a name that could lead out of the folder, or that no bundle has.
  case unsafeName(String, name: String, reason: String)
  /// A link, a folder, a pipe or a device stands where a file should.
  case notAFile(String, name: String)
  /// It is encrypted.
  case encrypted(String, name: String)
  /// More would come out of it than a desk holds.
  case tooLarge(String, reason: String)
  /// What is in it is not what its list says.
  case altered(String, name: String)
  /// Files that its list does not name, or does not have.
  case incomplete(String, name: String)
  /// A file is too large to be handed over.
  case cannotPack(String, reason: String)
  /// The folder that it goes to is there already and holds something else.
  case folderTaken(String, bundle: String)
  /// No folder is known that has its articles, and why.
  case noHome(String, String)
  /// The system refused.
  case system(String)

  /// What is wrong, where, and what to try.
  package var description: String {
    switch self {
    case .notABundle(let path, let reason):
      "\(path): this is not a bundle of Galley (\(reason)); galley bundle FOLDER makes one"
    case .laterVersion(let path, let version):
      "\(path): this bundle has version \(version), which this Galley cannot read; get a newer Galley"
    case .unsafeName(let path, let name, let reason):
      "\(path): refused, because “\(name.onOneLine)” in it \(reason); nothing was unpacked"
    case .notAFile(let path, let name):
      "\(path): refused, because “\(name.onOneLine)” in it is a link or no file; nothing was unpacked"
    case .encrypted(let path, let name):
      "\(path): “\(name.onOneLine)” in it is encrypted; nothing was unpacked"
    case .tooLarge(let path, let reason):
      "\(path): refused, because \(reason); nothing was unpacked"
    case .altered(let path, let name):
      "\(path): “\(name.onOneLine)” in it is damaged or was changed; nothing was unpacked, ask for "
        + "the bundle again"
    case .incomplete(let path, let name):
      "\(path): its files are not those of its list (“\(name.onOneLine)”); nothing was unpacked, ask "
        + "for the bundle again"
    case .cannotPack(let path, let reason): "\(path) cannot be handed over: \(reason)"
    case .folderTaken(let folder, let bundle):
      "\(folder) is there already and was not unpacked from \(bundle); name another folder with --into"
    case .noHome(let bundle, let reason):
      "\(bundle): \(reason); name the folder that it belongs to with --into"
    case .system(let message): message
    }
  }
}

extension String {
  /// The text on one line, and no longer than a message can bear.
  fileprivate var onOneLine: String {
    String(split(whereSeparator: \.isNewline).joined(separator: " ").prefix(80))
  }
}
