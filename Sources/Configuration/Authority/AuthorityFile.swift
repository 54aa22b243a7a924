// The authority file of a desk: found beside the sidecars or in a folder above, read, and changed in one
// step that no two programs do at the same time.

import ArticleModel
import Sidecars

#if canImport(Glibc)
  import Glibc
#endif

/// A desk's authority file, which may not be there yet.
package struct AuthorityFile: Sendable {
  /// What it is called, in whichever folder.
  package static let name = "galley-authority.toml"

  /// Where it is, or would be made.
  package let path: String
  private let files: any FileSystem

  /// The file at a path.
  package init(at path: String, files: any FileSystem = PosixFileSystem()) {
    (self.path, self.files) = (path, files)
  }

  /// The file that applies in a folder: the nearest one, upwards; where there is none, one that would be made
  /// in the folder itself.
  package init(nearestTo folder: String, files: any FileSystem = PosixFileSystem()) {
    let start = files.destination(of: folder)
    var here = start
    while true {
      let path = here == "/" ? "/\(Self.name)" : "\(here)/\(Self.name)"
      if files.exists(path) || here.isEmpty {
        self.init(at: path, files: files)
        return
      }
      guard here.hasPrefix("/"), here != "/" else { break }
      let slash = here.lastIndex(of: "/") ?? here.startIndex
      here = slash == here.startIndex ? "/" : String(here[..<slash])
    }
    self.init(at: start == "/" ? "/\(Self.name)" : "\(start)/\(Self.name)", files: files)
  }

  /// Reads it. A file that is not there says nothing; what is wrong in one is reported, and the rest counts.
  package func read() -> (authority: Authority, problems: [ConfigurationProblem]) {
    do throws(ConfigurationProblem) {
      guard let text = try text() else { return (Authority(), []) }
      return AuthorityLoader.load(text, file: path)
    } catch {
      return (Authority(), [error])
    }
  }

  /// Adds and takes out entries, in the file as it is now, so that what others wrote stays.
  /// - Returns: what the file says afterwards.
  /// - Throws: when it cannot be read or written, or is not valid TOML; then nothing has changed.
  package func record(_ edits: [Authority.Edit]) throws(ConfigurationProblem) -> Authority {
    let release = try lock()
    defer { release?() }
    let old = try text()
    if let old, let problem = TOMLDocument(old, file: path).problems.first {
      throw ConfigurationProblem(
        in: path, line: problem.line, "\(problem.message); correct that first")
    }
    var new = AuthorityText(old, file: path)
    for edit in edits { new.apply(edit) }
    let authority = AuthorityLoader.load(new.text, file: path).authority
    try check(authority, after: edits)
    if new.text != old { try write(new.text) }
    return authority
  }

  /// An entry that somebody laid out in a way that cannot be edited here is left to them.
  private func check(
    _ authority: Authority, after edits: [Authority.Edit]
  ) throws(ConfigurationProblem) {
    for edit in edits {
      let isDone =
        switch edit {
        case .put(let entry): authority.entries.contains(entry)
        case .drop(let id): !authority.entries.contains { $0.id == id }
        }
      if !isDone {
        throw ConfigurationProblem(in: path, "an entry in it cannot be changed from here")
      }
    }
  }

  private func text() throws(ConfigurationProblem) -> String? {
    do throws(FileError) {
      guard let status = try files.status(of: path) else { return nil }
      guard status.size <= ConfigurationFile.longest else {
        throw FileError("read", path, code: EFBIG, reason: "it is longer than 1 MB")
      }
      return try files.contents(of: path).map { String(decoding: $0, as: UTF8.self) }
    } catch {
      throw ConfigurationProblem(in: path, "the file cannot be read (\(error.reason))")
    }
  }

  private func write(_ text: String) throws(ConfigurationProblem) {
    do throws(FileError) { try files.replace(path, with: Array(text.utf8)) } catch {
      throw ConfigurationProblem(in: path, "the file cannot be written (\(error.reason))")
    }
  }

  /// Locks the folder against others who change the file; nil where the file system knows no locks.
  private func lock() throws(ConfigurationProblem) -> (@Sendable () -> Void)? {
    for _ in 0..<Self.patience {
      do throws(FileError) {
        switch try files.lockFolder(of: path) {
        case .held(let release): return release
        case .unsupported: return nil
        case .busy: usleep(Self.pause)
        }
      } catch {
        throw ConfigurationProblem(in: path, "its folder cannot be locked (\(error.reason))")
      }
    }
    throw ConfigurationProblem(in: path, "another program keeps its folder busy")
  }

  /// Writing takes milliseconds; whoever takes two seconds is stuck.
  private static let patience = 400
  private static let pause: UInt32 = 5000
}
