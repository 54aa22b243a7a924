// Puts a bundle on the disk: into a folder that nobody else has, which gets its name in one step when all of
// it is there. Work that somebody did in a folder is never written over.

import ArticleModel
import Sidecars

#if canImport(Glibc)
  import Glibc
#endif

/// Where a bundle is unpacked.
package struct Unpacking {
  /// What became of it.
  package enum Outcome: Hashable, Sendable {
    /// The folder is new.
    case unpacked
    /// The folder was unpacked from the same bundle before; what has been done in it since is there.
    case wasThere
  }

  private let bundle: Bundle
  private let files = PosixFileSystem()

  /// Unpacks a bundle that was read.
  package init(_ bundle: Bundle) { self.bundle = bundle }

  /// The folder that a bundle goes to when nobody says: beside it, by its name.
  package static func usualFolder(for path: String) -> String {
    let isNamed = path.lowercased().hasSuffix(".zip") && !path.hasSuffix("/.zip") && path.count > 4
    return isNamed ? String(path.dropLast(4)) : path + ".desk"
  }

  /// Unpacks it to a folder.
  /// - Parameter path: the bundle, for errors.
  package func unpack(to folder: String, from path: String) throws(BundleError) -> Outcome {
    let target = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    do {
      if try files.status(ofName: target) != nil {
        guard try files.contents(of: "\(target)/\(BundleList.name)") == bundle.list.bytes else {
          throw BundleError.folderTaken(folder, bundle: path)
        }
        return .wasThere
      }
      try unpackAnew(to: target)
      return .unpacked
    } catch let error as BundleError {
      throw error
    } catch {
      throw .system("\(error)")
    }
  }

  /// Whether a folder was unpacked from this very bundle.
  package func wasUnpacked(to folder: String) -> Bool {
    (try? files.contents(of: "\(folder)/\(BundleList.name)")) == bundle.list.bytes
  }

  private func unpackAnew(to target: String) throws {
    let parent = target.lastIndex(of: "/").map { String(target[..<$0]) } ?? "."
    let chance = String(UInt64.random(in: 0 ... .max), radix: 16)
    let draft = "\(parent.isEmpty ? "/" : parent)/.galley-\(chance).unpacking"
    guard mkdir(draft, 0o700) == 0 else { throw failure("make a folder beside", target) }
    var made: [String] = [draft]
    do {
      try write(to: draft, listing: &made)
      try files.rename(draft, to: target)
      try files.syncFolder(of: target)
    } catch {
      for path in made.reversed() { remove(path) }
      throw error
    }
  }

  /// Writes all files below a folder; `made` grows by what there is to be removed if that fails.
  private func write(to draft: String, listing made: inout [String]) throws {
    let contents = bundle.files.map { (path: $0.path, bytes: $0.bytes) }
    var folders: Set<String> = [draft]
    for file in contents + [(BundleList.name, bundle.list.bytes)] {
      var folder = draft
      for part in file.path.split(separator: "/").dropLast() {
        folder += "/\(part)"
        guard folders.insert(folder).inserted else { continue }
        guard mkdir(folder, 0o700) == 0 else { throw failure("make the folder", folder) }
        made.append(folder)
      }
      let path = "\(draft)/\(file.path)"
      made.append(path)
      guard try files.create(path, with: file.bytes, like: nil, isLasting: true) else {
        throw failure("write", path)
      }
    }
  }

  private func failure(_ operation: String, _ path: String) -> FileError {
    let code = errno
    return FileError(operation, path, code: code, reason: String(cString: strerror(code)))
  }
}
