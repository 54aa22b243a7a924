// Reads and replaces the small text files that a user keeps.

import ArticleModel
import Sidecars

#if canImport(Glibc)
  import Glibc
#endif

/// A configuration file on the disk. Paths are taken as they are, a tilde in them too.
enum ConfigurationFile {
  private static let files = PosixFileSystem()
  /// No file that people write their options, keys and terms into is longer, in bytes.
  static let longest = 1 << 20

  /// Whether there is a file or a folder of this name.
  static func exists(_ path: String) -> Bool { files.exists(path) }

  /// Whether the file is the user's own: theirs or the superuser's, and nobody else may write it.
  static func isOwn(_ path: String) -> Bool {
    guard let status = (try? files.status(of: path)) ?? nil else { return false }
    return (status.owner == geteuid() || status.owner == 0) && status.permissions & 0o002 == 0
  }

  /// The TOML files in a folder, in the order of their names; none when there is no such folder.
  static func all(in folder: String) -> [String] {
    let names = files.names(ofFolder: folder) ?? []
    return names.filter { $0.hasSuffix(".toml") }.sorted().map { "\(folder)/\($0)" }
  }

  /// The text of a file; bytes that are no UTF-8 become U+FFFD.
  static func read(_ path: String) throws(ConfigurationProblem) -> String {
    let bytes: [UInt8]?
    let size: Int
    do throws(FileError) {
      size = try files.status(of: path)?.size ?? 0
      bytes = size > longest ? [] : try files.contents(of: path)
    } catch {
      throw ConfigurationProblem(in: path, "the file cannot be read (\(error.reason))")
    }
    guard let bytes else { throw ConfigurationProblem(in: path, "there is no such file") }
    guard max(size, bytes.count) <= longest else {
      throw ConfigurationProblem(in: path, "the file is longer than 1 MB; Galley does not read it")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Replaces a file as a whole; makes the folders on its way.
  static func replace(_ path: String, with text: String) throws(ConfigurationProblem) {
    do { try files.replace(path, with: Array(text.utf8)) } catch {
      throw ConfigurationProblem(in: path, "the file cannot be written")
    }
  }
}
