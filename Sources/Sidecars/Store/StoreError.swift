// What keeps the store from its work, worded for whoever has to do something about it.

import ArticleModel

#if canImport(Glibc)
  import Glibc
#endif

/// Why a sidecar could not be opened or saved.
public enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file cannot be read.
  case notReadable(FileError)
  /// The file is there, but it is no sidecar. It is left as it is.
  case notASidecar(path: String, SidecarError)
  /// The sidecar is damaged. It is left as it is.
  case damaged(path: String, SidecarError)
  /// Neither the sidecar nor anything in its stead can be written.
  case notWritable(FileError)
  /// The sidecar could not be written, but nothing is lost: the journal at that path has everything.
  case onlyInJournal(path: String, FileError)
  /// It was opened for reading only.
  case readOnly(path: String, reason: String)
  /// Somebody else is writing it.
  case locked(path: String, LockHolder)
  /// The store has not been opened, or is closed.
  case notOpen(path: String)

  /// What failed, where, and what to try.
  public var description: String {
    switch self {
    case .notReadable(let error) where error.isAboutKind:
      "\(error). Nothing was changed; correct that, or name another place with --sidecar."
    case .notReadable(let error):
      "\(error). Check the permissions of the file, or name another one with --sidecar."
    case .notASidecar(let path, let error):
      "\(path) is \(error). Nothing was changed; repair or move the file, then try again."
    case .damaged(let path, let error):
      "\(path) is damaged: \(error). Nothing was changed; open the article in galley, which keeps the "
        + "file and recovers what it can."
    case .notWritable(let error): "\(error). \(error.wayOut), then save again."
    case .onlyInJournal(let path, let error):
      "\(error). Nothing is lost: \(path) has your work, and the next opening takes it from there."
    case .readOnly(let path, let reason):
      "\(path) is read-only: \(reason). Name another place with --sidecar to write annotations."
    case .locked(let path, let holder):
      "\(path) is being edited by \(holder). Try again when that is closed; if it is no longer running, remove "
        + "\(path.fileName).lock."
    case .notOpen(let path): "\(path) is not open for writing."
    }
  }
}

extension FileError {
  /// What to try before saving again.
  fileprivate var wayOut: String {
    switch code {
    case _ where isAboutKind: "Move it away, or name another place with --sidecar"
    case EAGAIN: "Wait until the others are done"
    case ENOSPC, EDQUOT, EFBIG: "Make room, or name another place with --sidecar"
    case _ where isForbidden: "Check the permissions, or name another place with --sidecar"
    default: "Name another place with --sidecar"
    }
  }
}

/// The process that is writing a sidecar.
public struct LockHolder: Hashable, Sendable, CustomStringConvertible {
  /// The machine that it runs on.
  public var host: String
  /// Its number there.
  public var processID: Int
  /// When it started, as the system counts it; tells it from a later process of the same number.
  public var started: Int?

  /// Names a process.
  public init(host: String, processID: Int, started: Int? = nil) {
    self.host = host
    self.processID = processID
    self.started = started
  }

  /// `process 4711 on anna-laptop`.
  public var description: String { "process \(processID) on \(host)" }
}
