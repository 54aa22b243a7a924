// What keeps a sidecar from being written before anything is tried: links, protection, names too long.

import ArticleModel

extension SidecarStore {
  /// The files that may stand beside a sidecar, by the endings of their names.
  static let companions = [".journal", ".lock", ".bak", ".saving"]

  /// Why the sidecar must not be written, as `readOnlyReason` says it; nil when nothing speaks against it.
  /// Somebody who only reads is not stopped, unless there is nothing to read.
  func obstacle(for access: Access) throws(StoreError) -> String? {
    do throws(FileError) {
      if try hasNamelessFolder {
        throw FileError(
          "find", path, code: 0, reason: "the name of its folder is not UTF-8; rename the folder")
      }
      if try isDangling {
        guard access == .asking else {
          throw FileError.unusual(path, "a link to a file that is not there")
        }
        return "it is a link to a file that is not there"
      }
      guard access != .readOnly else { return nil }
      if try hasTooLongName { return "its name leaves no room for the journal beside it" }
      if let status = try files.status(of: target) {
        if let reason = status.reasonAgainstWriting { return reason }
        if status.size == 0, try isForeignLink {
          return "it is a link to an empty file that has not been a sidecar; name that file itself"
        }
      }
      for ending in Self.companions {
        guard let status = try settledStatus(of: target + ending) else { continue }
        if status.kind != .file || status.links > 1 {
          let what = status.kind == .file ? "a hard link" : status.kind.rawValue
          return "\(target + ending) is \(what), which could lead to another file; remove it first"
        }
      }
      return nil
    } catch { throw .notReadable(error) }
  }

  /// What a companion is once whoever is making it is done: a lock has two names for an instant.
  private func settledStatus(of path: String) throws(FileError) -> FileStatus? {
    for _ in 0..<SidecarLock.instants {
      guard let status = try files.status(ofName: path) else { return nil }
      let mayBeInTheMaking = path.hasSuffix(".lock") || path.hasSuffix(".saving")
      guard status.hasSecondName, mayBeInTheMaking else { return status }
      surroundings.wait(1)
    }
    return try files.status(ofName: path)
  }

  /// Whether the folder has a name that no text can hold: what is looked for by its whole path is not found.
  private var hasNamelessFolder: Bool {
    get throws(FileError) {
      let folder = files.destination(of: path.folder)
      guard folder.unicodeScalars.contains("\u{FFFD}") else { return false }
      return try files.status(of: folder) == nil
    }
  }

  /// Whether the sidecar is a link that leads nowhere at the moment: what it leads to may come back.
  private var isDangling: Bool {
    get throws(FileError) {
      guard try files.status(ofName: path)?.kind == .link else { return false }
      return try files.status(of: path) == nil
    }
  }

  /// Whether the sidecar is a link to a file with neither journal nor backup beside it: whoever prepared the
  /// link could let it lead to any file of the reader.
  private var isForeignLink: Bool {
    get throws(FileError) {
      guard try files.status(ofName: path)?.kind == .link else { return false }
      for ending in [".journal", ".bak"] where try files.status(ofName: target + ending) != nil {
        return false
      }
      return true
    }
  }

  /// Whether the names of the files beside it are too long for the file system.
  private var hasTooLongName: Bool {
    get throws(FileError) {
      do throws(FileError) { _ = try files.status(ofName: target + ".journal") } catch {
        if error.isAboutLength { return true }
        throw error
      }
      return false
    }
  }
}

extension FileStatus {
  /// Why a file must stay as it is; nil when it may be written.
  fileprivate var reasonAgainstWriting: String? {
    if permissions & 0o222 == 0 {
      let mode = String(permissions & 0o777, radix: 8)
      return "its permissions forbid writing (mode \(mode))"
    }
    if kind == .file, links > 1 {
      return "it has \(links) names (hard links), and saving would part them"
    }
    return nil
  }
}
